import { handlePoint, type Paint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";
import { type Shape, shape } from "../../mindmap/shape.ts";
import type { BranchExtents, Extent } from "./extents.ts";

/** Radius of a shape's corners, in pixels of the map. */
const RADIUS = 8;

/**
 * Branches that are too small to read, each an outline in its colour with the line that leads to it: one shape a
 * colour for each of the two, for there may be hundreds.
 */
export function drawBranchShapes(
  boxes: readonly MapBox[],
  extents: BranchExtents,
  paint: Paint,
  scale: number,
): Shape[] {
  const shapes = new Map<string, { lines: Shape; outlines: Shape }>();
  for (const box of boxes) {
    const line = paint.line(box);
    const name = `${line.class} ${line.stroke}`;
    let drawn = shapes.get(name);
    if (!drawn) {
      const { "stroke-width": _, ...flat } = line;
      const outlines = shape("path", { ...flat, class: `${line.class ?? ""} far`, d: "" });
      drawn = { lines: shape("path", { ...line, d: "" }), outlines };
      shapes.set(name, drawn);
    }
    const cover = extents.coverOf(box);
    drawn.lines.attributes.d += lineTo(box, cover);
    drawn.outlines.attributes.d += outline(cover, 1 / scale);
  }
  return [...shapes.values()].flatMap(({ lines, outlines }) => [lines, outlines]);
}

/** The line from a branch's parent to the near side of what it covers, as path data. */
function lineTo({ parent, side }: MapBox, { left, top, right, bottom }: Extent): string {
  if (!parent) return "";
  const [fromX, fromY] = handlePoint(parent, side);
  const [x, y] = [side > 0 ? left : right, (top + bottom) / 2];
  const middle = (fromX + x) / 2;
  return `M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
}

/** A rectangle with round corners, as path data. */
function outline({ left, top, right, bottom }: Extent, leastHeight: number): string {
  const height = Math.max(bottom - top, leastHeight);
  const r = Math.min(RADIUS, height / 2, (right - left) / 2);
  const [across, down] = [right - left - 2 * r, height - 2 * r];
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return (
    `M${left + r} ${top}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
  );
}
