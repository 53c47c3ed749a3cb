import { labelStyle } from "../../mindmap/theme.ts";
import { foldToLevel } from "./folding.ts";
import type { MapView } from "./map-view.ts";

/**
 * The smallest letters, in pixels on the screen, that a first view may have: fewer where a mouse zooms, whose reader has
 * seen the whole picture by then and would lose it.
 */
const smallest = () => (matchMedia("(pointer: fine)").matches ? 6 : 7.5);
/** Levels that are shown where the first view's letters would be smaller, as a large map's are on a phone. */
const LEVELS = 2;

/** Begins with the top branches alone where more could not be read. */
export async function beginReadable(view: MapView): Promise<void> {
  const isReadable = labelStyle("li").fontSize * view.scale >= smallest();
  if (view.isShown && !isReadable) await view.atOnce(() => foldToLevel(view, LEVELS));
}
