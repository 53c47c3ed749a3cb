import type { MapBox } from "../../mindmap/layout.ts";
import type { Paint } from "../../mindmap/draw.ts";
import { type Shape, shape } from "../../mindmap/shape.ts";
import { labelStyle } from "../../mindmap/theme.ts";
import { textOf } from "../../outline/walk.ts";
import { type BranchExtents, type Extent, intersects } from "./extents.ts";
import { type FarLabel, LETTER, LINE, keepApart, keepInside, shorten } from "./far-room.ts";
import type { Viewport } from "./viewport.ts";

/** Labels smaller than this, in pixels on the screen, need one that can be read in their place. */
const LEAST_SIZE = 7;
/** The lowest branch, in pixels on the screen, that has room for such a label. */
const LEAST_HEIGHT = 15;
/** Size of a branch's label, of its own branches' labels, and the room beside them, in pixels on the screen. */
const SIZE = { branch: 14, below: 11 };
const GAP = 8;
/** Longest label in letters. */
const MOST_LETTERS = 30;

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
  return keepApart([...staying, ...own], moving, root, window);
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
  return { staying, moving: names.flatMap((label) => keepInside(label, window, root, GAP / scale)) };
}

/** The root's label, where all branches are on one side of it: beside a pill without words, on the other. */
function nameRoot(root: MapBox, scale: number): FarLabel[] {
  const { x, width, children } = root;
  const isFree = (side: 1 | -1) => children.every((branch) => branch.side !== side);
  if (isFree(-1)) return [labelBeside(root, x, SIZE.branch, scale, -1)];
  return isFree(1) ? [labelBeside(root, x + width, SIZE.branch, scale, 1)] : [];
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
  const text = shorten(textOf(box.node.content), MOST_LETTERS);
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
