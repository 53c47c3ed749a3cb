import { labelStyle } from "../../mindmap/theme.ts";
import { findNode } from "../../outline/walk.ts";
import { anchorOf } from "../anchor.ts";
import { foldToLevel, unfoldPathTo } from "./folding.ts";
import type { MapView } from "./map-view.ts";
import { VIEW_PADDING } from "./viewport.ts";

/**
 * The smallest letters, in pixels on the screen, that a first view may have: fewer where a mouse zooms, whose reader has
 * seen the whole picture by then and would lose it.
 */
const smallest = () => (matchMedia("(pointer: fine)").matches ? 6 : 7.5);
/** Levels that are shown where the first view's letters would be smaller, as a large map's are on a phone. */
const LEVELS = 2;

/** Whether who is shown a map at a scale could read it. */
export function isReadableAt(scale: number): boolean {
  return labelStyle("li").fontSize * scale >= smallest();
}

/** Begins with the top branches alone where more could not be read. */
export async function beginReadable(view: MapView): Promise<void> {
  if (!view.isShown || isReadableAt(view.scale)) return;
  await view.atOnce(() => foldToLevel(view, LEVELS));
  // What the reader pressed in the picture is neither folded away under the finger nor beyond the edge.
  const { pressed = "" } = view.element.closest<HTMLElement>("note-map")?.dataset ?? {};
  const node = findNode(view.whole, anchorOf(new URL(pressed, location.href).hash));
  if (!node) return;
  await view.atOnce(() => unfoldPathTo(view, node));
  await view.atOnce(() => view.ensureVisible(node, VIEW_PADDING));
}
