import type { MapBox } from "../../mindmap/layout.ts";
import type { Paint } from "../../mindmap/draw.ts";
import { type Shape, shape } from "../../mindmap/shape.ts";
import { labelStyle } from "../../mindmap/theme.ts";
import { cutText } from "../../notes/cut-preview.ts";
import { textOf } from "../../outline/walk.ts";
import { type BranchExtents, type Extent, intersects } from "./extents.ts";
import type { Viewport } from "./viewport.ts";

/** Labels smaller than this, in pixels on the screen, need one that can be read in their place. */
const LEAST_SIZE = 7;
/** The lowest branch, in pixels on the screen, that has room for such a label. */
const LEAST_HEIGHT = 15;
/** Size of a branch's label, of its own branches' labels, and the room beside them, in pixels on the screen. */
const SIZE = { branch: 14, below: 11 };
const GAP = 8;
/** From one label's middle to the next one's, in their size. */
const LINE = 1.2;
/** Longest label in letters; widest letter on average in em, with room to spare. */
const MOST_LETTERS = 30;
const LETTER = 0.56;

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

/** Cuts a label that is too long to stand beside a map. */
function shorten(text: string): string {
  return text.length > MOST_LETTERS ? `${cutText(text, MOST_LETTERS - 1).trimEnd()}…` : text;
}

/**
 * Labels for the top levels of a map too far away to be read: beside what each branch covers, those
 * of its own branches nearer to it if there is room for both, as the clades of a dendrogram are
 * named; and the root's on its free side, if there is room for it. Their letters keep their size on the screen.
 * @param window what can be seen, in pixels of the map
 * @param current the node the reader is at, if its own words cannot be read: it has a label where it stands
 */
export function placeFarLabels(root: MapBox, extents: BranchExtents, window: Viewport, current?: MapBox): FarLabel[] {
  const { staying, moving } = nameBranches(root, extents, window);
  const isNamed = [...staying, ...moving].some(({ box }) => box === current);
  const own = current && !isNamed ? [placeOwnLabel(current, window.scale)] : [];
  return keepApart([...staying, ...own], moving);
}

/** Labels that stay where they are, and those that make room for others. */
interface Names {
  staying: readonly FarLabel[];
  moving: readonly FarLabel[];
}

function nameBranches(root: MapBox, extents: BranchExtents, window: Viewport): Names {
  const { scale } = window;
  if (labelStyle("h2").fontSize * scale >= LEAST_SIZE) return { staying: [], moving: [] };
  const covers = new Map<MapBox, Extent>();
  for (const branch of root.children) {
    for (const box of [branch, ...branch.children]) covers.set(box, extents.coverOf(box));
  }
  const isTall = (box: MapBox) => {
    const { top, bottom } = covers.get(box) ?? extents.coverOf(box);
    return (bottom - top) * scale >= LEAST_HEIGHT;
  };
  const inSight = root.children.filter((box) => intersects(covers.get(box) ?? extents.coverOf(box), window));
  // Where there is room for all their names none is too small to be called by its own.
  const hasRoom = inSight.length * SIZE.branch * LINE <= (window.bottom - window.top) * scale;
  const branches = hasRoom ? inSight : inSight.filter(isTall);
  const place = (box: MapBox, edge: number, pixels: number) => labelBeside(box, edge, pixels, scale);
  // A label next to a short branch would stand on the longer one above or below it.
  const clearEdge = ({ side, y, height }: MapBox, pixels: number): number => {
    const [middle, reach] = [y + height / 2, pixels / scale / 2];
    let edge = -Infinity;
    for (const [box, cover] of covers) {
      if (box.side !== side || cover.top > middle + reach || cover.bottom < middle - reach) continue;
      edge = Math.max(edge, side > 0 ? cover.right : -cover.left);
    }
    return edge * side;
  };
  const fits = ({ end, y }: FarLabel) =>
    end >= window.left && end <= window.right && y >= window.top && y <= window.bottom;
  const nameAll = (levels: 1 | 2): FarLabel[][] =>
    branches.map((branch) => {
      const below = levels > 1 && branch.children.every(isTall) ? branch.children : [];
      const labels = below.map((child) => place(child, clearEdge(child, SIZE.below), SIZE.below));
      const edges = [clearEdge(branch, SIZE.branch), ...labels.map(({ end }) => end)];
      const edge = branch.side > 0 ? Math.max(...edges) : Math.min(...edges);
      return [place(branch, edge, SIZE.branch), ...labels];
    });
  const staying = nameRoot(root, scale).filter(fits);
  const both = nameAll(2).flat();
  if (both.every(fits)) return { staying, moving: both };
  const names = nameAll(1).flat();
  return { staying, moving: names.map((label) => keepInside(label, window)) };
}

/** The root's label, where all branches are on one side of it: beside a pill without words, on the other. */
function nameRoot(root: MapBox, scale: number): FarLabel[] {
  const { x, width, children } = root;
  const isFree = (side: 1 | -1) => children.every((branch) => branch.side !== side);
  if (isFree(-1)) return [labelBeside(root, x, SIZE.branch, scale, -1)];
  return isFree(1) ? [labelBeside(root, x + width, SIZE.branch, scale, 1)] : [];
}

/** Moves a label that would stand outside the window over what it names, to the window's edge. */
function keepInside(label: FarLabel, { left, top, right, bottom }: Extent): FarLabel {
  const { side } = label;
  const over = Math.max(0, side > 0 ? label.end - right : left - label.end) * side;
  const reach = label.size / 2;
  return {
    ...label,
    x: label.x - over,
    end: label.end - over,
    y: Math.min(bottom - reach, Math.max(top + reach, label.y)),
  };
}

/** Moves labels down that would stand on one another, or on those that stay where they are. */
function keepApart(staying: readonly FarLabel[], labels: readonly FarLabel[]): FarLabel[] {
  const placed = [...staying];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const [from, to] = [Math.min(label.x, label.end), Math.max(label.x, label.end)];
    let { y } = label;
    for (const other of placed.toSorted((a, b) => a.y - b.y)) {
      const isBeside = to < Math.min(other.x, other.end) || from > Math.max(other.x, other.end);
      const apart = ((other.size + label.size) / 2) * LINE;
      if (!isBeside && Math.abs(y - other.y) < apart) y = other.y + apart;
    }
    placed.push({ ...label, y });
  }
  return placed;
}

/** The label of the node the reader is at, where it stands: far away its own words cannot be read. */
function placeOwnLabel(box: MapBox, scale: number): FarLabel {
  return { ...labelBeside(box, box.side > 0 ? box.x : box.x + box.width, SIZE.branch, scale), isOwn: true };
}

/**
 * @param edge what the label begins beside, in pixels of the map
 * @param pixels size of its letters on the screen
 */
function labelBeside(box: MapBox, edge: number, pixels: number, scale: number, side = box.side): FarLabel {
  const size = pixels / scale;
  const text = shorten(textOf(box.node.content));
  const x = edge + (GAP / scale) * side;
  return { box, side, text, x, y: box.y + box.height / 2, size, end: x + text.length * LETTER * size * side };
}

/** Draws such a label in its branch's colour, or as that of the node the reader is at. */
export function drawFarLabel({ box, side, text, x, y, size }: FarLabel, paint: Paint, isCurrent: boolean): Shape {
  const anchor = side > 0 ? "start" : "end";
  const color = box.parent ? (paint.line(box).class ?? "") : "";
  return shape(
    "text",
    {
      class: `far-label ${color}${isCurrent ? " current" : ""}`,
      "data-node": box.node.payload.id,
      "font-size": size,
      "text-anchor": anchor,
      x,
      y: y + size * 0.35,
      "aria-hidden": "true",
    },
    [text],
  );
}
