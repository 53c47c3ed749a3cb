import { zoomTransform } from "d3";
import { fitScale } from "../../mindmap/frame.ts";
import type { MapBox, MapLayout } from "../../mindmap/layout.ts";
import type { MapOptions } from "../../mindmap/theme.ts";
import type { Extent } from "./extents.ts";

/** The part of the map that is drawn, in pixels of the map, and the screen's pixels for each of them. */
export interface Viewport extends Extent {
  scale: number;
}

/** How large the map's window is, in screen pixels. */
export type WindowSize = Pick<Element, "clientWidth" | "clientHeight">;

/**
 * The scale at which what is so large touches the edges of a window.
 * @param room in screen pixels, that it keeps from each of them
 */
export function scaleToEdges(size: WindowSize, bounds: MapLayout["bounds"], room = 0): number {
  return Math.min((size.clientWidth - 2 * room) / bounds.width, (size.clientHeight - 2 * room) / bounds.height);
}

/** The scale at which a map fills its window, as its picture does before there is a script. */
export function scaleToFit(size: WindowSize, bounds: MapLayout["bounds"], options: MapOptions): number {
  return fitScale([size.clientWidth, size.clientHeight], bounds, options);
}

/** Room, in screen pixels, that a node keeps from the map's edge when it is brought into view. */
export const VIEW_PADDING = { left: 24, right: 40, top: 24, bottom: 24 };
/** Share of the window drawn beyond each of its edges, so that a small pan draws nothing. */
const MARGIN = 0.5;
/** Up to this change of scale what was drawn is good enough. */
const NEARLY = 1.15;

/**
 * What the window shows, and a margin around it.
 * @param size of the window, in pixels, if not the one it has now
 */
export function readViewport(svg: SVGSVGElement, size: WindowSize = svg): Viewport {
  const { clientWidth: width, clientHeight: height } = size;
  const { x, y, k } = zoomTransform(svg);
  const [roomX, roomY] = [width * MARGIN, height * MARGIN];
  return {
    left: (-x - roomX) / k,
    top: (-y - roomY) / k,
    right: (width - x + roomX) / k,
    bottom: (height - y + roomY) / k,
    scale: k,
  };
}

/** What the window shows of a viewport, without the margin. */
export function withoutMargin({ left, top, right, bottom, scale }: Viewport): Viewport {
  const share = MARGIN / (1 + 2 * MARGIN);
  const [roomX, roomY] = [(right - left) * share, (bottom - top) * share];
  return { left: left + roomX, top: top + roomY, right: right - roomX, bottom: bottom - roomY, scale };
}

/** Whether all of a box can be seen. */
export function isInView({ x, y, width, height }: MapBox, drawn: Viewport): boolean {
  const { left, top, right, bottom } = withoutMargin(drawn);
  return x >= left && y >= top && x + width <= right && y + height <= bottom;
}

/**
 * The padding with which a node in the middle of its window leaves no more of it empty than need be: a map that fits
 * is shown whole, a larger one reaches from edge to edge.
 * @param bounds what the map covers, in its own pixels
 * @param scale the screen's pixels for each of the map's
 */
export function paddingFor(
  { x, y, width, height }: MapBox,
  bounds: MapLayout["bounds"],
  { clientWidth, clientHeight }: WindowSize,
  scale: number,
): { left: number; top: number } {
  const { left, right, top, bottom } = VIEW_PADDING;
  const startX = clientWidth / 2 - left + (bounds.x - x - width / 2) * scale;
  const startY = clientHeight / 2 - top + (bounds.y - y - height / 2) * scale;
  return {
    left: 2 * fillShift(startX, bounds.width * scale, clientWidth - left - right),
    top: 2 * fillShift(startY, bounds.height * scale, clientHeight - top - bottom),
  };
}

/** How far what begins at `start` and is so long is to be moved to fill a room, or to be inside it. */
function fillShift(start: number, size: number, room: number): number {
  const last = room - size;
  return Math.min(Math.max(start, Math.min(0, last)), Math.max(0, last)) - start;
}

/** The box whose own middle is nearest to the middle of the window. */
export function nearestToMiddle(boxes: readonly MapBox[], { left, right, top, bottom }: Viewport): MapBox | undefined {
  let nearest: MapBox | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const distance = Math.hypot(box.x + (box.width - left - right) / 2, box.y + (box.height - top - bottom) / 2);
    if (distance >= least) continue;
    [nearest, least] = [box, distance];
  }
  return nearest;
}

/** Whether what was drawn for one window still fills another. */
export function isCovered(view: Viewport, drawn: Viewport | undefined): boolean {
  if (!drawn) return false;
  const { left, top, right, bottom, scale } = withoutMargin(view);
  const inside = left >= drawn.left && right <= drawn.right && top >= drawn.top && bottom <= drawn.bottom;
  // Zooming out shows more, zooming in shows letters that were too small.
  return inside && scale >= drawn.scale / NEARLY && scale <= drawn.scale * NEARLY;
}
