import { type ZoomTransform, zoomIdentity, zoomTransform } from "d3";
import type { LayoutName, MapBox } from "../../mindmap/layout.ts";
import { labelStyle } from "../../mindmap/theme.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { moveTo } from "./move-to.ts";

/** The least and the largest scale that a reader can bring a map to. */
export const SCALES: [least: number, most: number] = [0.005, 4];

/** The point of a map, in its own pixels, that stands in the middle of its window, and the map's scale. */
export interface Center {
  x: number;
  y: number;
  scale: number;
}

/** What stands in the middle of the window; undefined while the map is out of sight. */
export function centerOf(view: MapView): Center | undefined {
  if (!view.isShown) return undefined;
  const { clientWidth, clientHeight } = view.element;
  const [x, y] = zoomTransform(view.element).invert([clientWidth / 2, clientHeight / 2]);
  return { x, y, scale: view.scale };
}

/** How the map has to stand for a point to be in the middle of its window, of whatever size that is now. */
export function centeredAt(view: MapView, { x, y, scale }: Center): ZoomTransform {
  const [least, most] = view.zoom.scaleExtent();
  const { clientWidth, clientHeight } = view.element;
  return zoomIdentity
    .translate(clientWidth / 2, clientHeight / 2)
    .scale(Math.min(most, Math.max(least, scale)))
    .translate(-x, -y);
}

/** The smallest letters, in pixels on the screen, that whoever was led to a label can read. */
const SMALLEST = 7.5;
/** Letters, in pixels, of a label that was enlarged to be read. */
const LARGE = 12;

/** How the map has to stand for a label to be in its middle and to be read; undefined: it can be read as it is. */
export function enlargedAt(view: MapView, { node, x, y, width, height }: MapBox): ZoomTransform | undefined {
  const { fontSize } = labelStyle(node.payload.tag);
  if (fontSize * view.scale >= SMALLEST) return undefined;
  return centeredAt(view, { x: x + width / 2, y: y + height / 2, scale: LARGE / fontSize });
}

/** How a map stands in its window, and what of it does. */
export interface Standing {
  layoutName: LayoutName;
  branch: MapNode | undefined;
  isFitted: boolean;
  center: Center | undefined;
  /** Of its window, in pixels. */
  size: string;
}

/** How the map stands now. */
export function standingOf(view: MapView): Standing {
  const { settings, branch, isFitted } = view;
  return { layoutName: settings.layoutName, branch, isFitted, center: centerOf(view), size: sizeOf(view) };
}

/** Brings the map to stand as it did, in a window that may be of another size by now; if it is not another map by now. */
export async function standAs(view: MapView, standing: Standing): Promise<void> {
  const { layoutName, branch, isFitted, center, size } = standing;
  const isOther = view.settings.layoutName !== layoutName || view.branch !== branch;
  if (isOther || !center || !view.isShown) return;
  if (isFitted && size !== sizeOf(view)) return view.fit();
  await moveTo(view, centeredAt(view, center));
  view.isFitted = isFitted;
}

const sizeOf = ({ element: { clientWidth, clientHeight } }: MapView) => `${clientWidth} ${clientHeight}`;
