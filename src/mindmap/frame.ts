import type { MapBounds } from "./layout.ts";
import type { MapOptions } from "./theme.ts";

/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** Room around a map in a page, in pixels at scale 1. */
export const MARGIN = 16;
/** How many times as large as life a map is that fills a window, at most: letters of a small one keep a natural size. */
const LARGEST = 1.25;
/** How many times as large the letters of another layout have to be to be worth a map that looks otherwise. */
const WORTHWHILE = 1.1;

/** What an author wants of a map that fills a window: see {@link MapOptions}. */
type FitOptions = Pick<MapOptions, "fitRatio" | "maxInitialScale">;

const largestOf = ({ maxInitialScale = LARGEST }: FitOptions) => maxInitialScale;

/** The view box that shows a map whole with a margin around it. */
export function frameOf(
  { x, y, width, height }: MapBounds,
  margin: number,
  { fitRatio = 1 }: FitOptions = {},
): [x: number, y: number, width: number, height: number] {
  const [wide, high] = [width, height].map((size) => Math.max(size + 2 * margin, size / fitRatio)) as [number, number];
  return [x - (wide - width) / 2, y - (high - height) / 2, wide, high];
}

/** Attributes of a picture as wide as its room: what it shows, and how high it is, in pixels, where there is room for that. */
export function pictureFrame(bounds: MapBounds, options: FitOptions): { viewBox: string; height: number } {
  const box = frameOf(bounds, MARGIN, options);
  return { viewBox: box.join(" "), height: Math.round(box[3] * largestOf(options)) };
}

/** The scale at which a map fills a room, as its picture does: whole, with a margin around it, and not much larger than life. */
export function fitScale([roomX, roomY]: Size, bounds: MapBounds, options: FitOptions): number {
  const [, , width, height] = frameOf(bounds, MARGIN, options);
  return Math.min(roomX / width, roomY / height, largestOf(options));
}

/**
 * Whether a map that fills a room has clearly larger letters in another layout.
 * @param own bounds of the map in the layout it has otherwise
 * @param other those of the same map in the other
 */
export function isLargerIn(room: Size, own: MapBounds, other: MapBounds, options: FitOptions): boolean {
  return fitScale(room, other, options) > WORTHWHILE * fitScale(room, own, options);
}
