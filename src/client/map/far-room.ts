import type { MapBox } from "../../mindmap/layout.ts";
import { cutText } from "../../notes/cut-preview.ts";
import type { Extent } from "./extents.ts";

/** A label that is read from far away, with the place it stands at in pixels of the map. */
export interface FarLabel {
  box: MapBox;
  /** To which side its words go on: 1 right, -1 left. */
  side: 1 | -1;
  text: string;
  x: number;
  y: number;
  /** Size of its letters, and where they end, in pixels of the map. */
  size: number;
  end: number;
  /** Whether it stands where its node does, because the reader is there, and not beside what it names. */
  isOwn?: boolean;
}

/** From one label's middle to the next one's, in their size. */
export const LINE = 1.2;
/** Widest letter on average in em, with room to spare. */
export const LETTER = 0.56;
/** From the edge of the root's pill to a label's middle, in the label's size; and room of the pill around the root's box. */
const BESIDE_ROOT = 0.75;
const PILL = 5;
/** A label cut to fewer letters says nothing. */
const LEAST_LETTERS = 4;

/** Cuts a label that is longer than so many letters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${cutText(text, most - 1).trimEnd()}…` : text;
}

/**
 * Moves a label that would stand outside the window over what it names, to the window's edge, but not beyond the middle
 * of the root, behind which it would name the other side: of its words as many are left as there is room for.
 * @param gap room on each side of the middle, in pixels of the map
 * @returns none, if that is next to nothing
 */
export function keepInside(
  label: FarLabel,
  { left, top, right, bottom }: Extent,
  root: MapBox,
  gap: number,
): FarLabel[] {
  const { side, size } = label;
  const over = Math.max(0, side > 0 ? label.end - right : left - label.end);
  const reach = size / 2;
  const y = Math.min(bottom - reach, Math.max(top + reach, label.y));
  if (over === 0) return [{ ...label, y }];
  const start = (root.x + root.width / 2) * side + gap;
  const x = Math.max(label.x * side - over, start);
  // What fits exactly does so in spite of how numbers are rounded.
  const letters = Math.floor(((side > 0 ? right : -left) - x) / (LETTER * size) + 0.01);
  const text = shorten(label.text, Math.max(letters, 0));
  if (text.length < Math.min(label.text.length, LEAST_LETTERS)) return [];
  return [{ ...label, text, x: x * side, y, end: (x + text.length * LETTER * size) * side }];
}

/** What labels keep apart from: where it is, and how far it reaches from its middle. */
interface Obstacle {
  from: number;
  to: number;
  y: number;
  reach: number;
}

function obstacleOf({ x, end, y, size }: FarLabel): Obstacle {
  return { from: Math.min(x, end), to: Math.max(x, end), y, reach: (size * LINE) / 2 };
}

/**
 * Moves labels that would stand on one another, on those that stay where they are, or on the root: those above its middle
 * up and the others down, if there is room in the window.
 */
export function keepApart(
  staying: readonly FarLabel[],
  labels: readonly FarLabel[],
  { x, y, width, height }: MapBox,
  window: Extent,
): FarLabel[] {
  const middle = y + height / 2;
  const placed: FarLabel[] = [];
  const obstacles = staying.map(obstacleOf);
  // Those next to the root go first, so that all stay in their order.
  for (const label of labels.toSorted((a, b) => Math.abs(a.y - middle) - Math.abs(b.y - middle) || a.y - b.y)) {
    const { size } = label;
    const pill = { from: x, to: x + width, y: middle, reach: height / 2 + PILL + size * (BESIDE_ROOT - LINE / 2) };
    const own = obstacleOf(label);
    const inWay = [pill, ...obstacles].filter(({ from, to }) => own.to >= from && own.from <= to);
    const way = label.y < middle ? -1 : 1;
    const [first, other] = [makeRoom(own, inWay, way), makeRoom(own, inWay, -way as 1 | -1)];
    const isInside = (at: number) => at - size / 3 >= window.top && at + size / 3 <= window.bottom;
    const moved = { ...label, y: isInside(first) || !isInside(other) ? first : other };
    placed.push(moved);
    obstacles.push(obstacleOf(moved));
  }
  return [...staying, ...placed.toSorted((a, b) => a.y - b.y)];
}

/** The nearest place above (-1) or below (1) where a label stands on nothing. */
function makeRoom({ y, reach }: Obstacle, inWay: readonly Obstacle[], way: 1 | -1): number {
  let at = y;
  for (const other of inWay.toSorted((a, b) => (a.y - a.reach * way - (b.y - b.reach * way)) * way)) {
    const apart = other.reach + reach;
    if (Math.abs(at - other.y) < apart) at = other.y + apart * way;
  }
  return at;
}
