import type { MapBounds } from "./layout.ts";

/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** Room around a map in a page, in pixels at scale 1. */
export const MARGIN = 16;
/** What a page shows of a map at least, so that a small one keeps letters of a natural size. */
export const LEAST: Size = [0, 560];
/** How many times as large the letters of another layout have to be to be worth a map that looks otherwise. */
const WORTHWHILE = 1.1;

/** The view box that shows a map whole with a margin around it, and in the middle of it where it is smaller than `least`. */
export function frameOf(
  { x, y, width, height }: MapBounds,
  margin: number,
  least: Size = [0, 0],
): [x: number, y: number, width: number, height: number] {
  const [wide, high] = [Math.max(width + 2 * margin, least[0]), Math.max(height + 2 * margin, least[1])];
  return [x - (wide - width) / 2, y - (high - height) / 2, wide, high];
}

/**
 * Whether a map that fills a room has clearly larger letters in another layout.
 * @param own bounds of the map in the layout it has otherwise
 * @param other those of the same map in the other
 */
export function isLargerIn(room: Size, own: MapBounds, other: MapBounds): boolean {
  return scaleIn(room, other) > WORTHWHILE * scaleIn(room, own);
}

function scaleIn([roomX, roomY]: Size, bounds: MapBounds): number {
  const [, , width, height] = frameOf(bounds, MARGIN, LEAST);
  return Math.min(roomX / width, roomY / height);
}
