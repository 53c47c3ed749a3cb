import type { Paint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";
import { type Shape, shape } from "../../mindmap/shape.ts";
import type { BranchExtents } from "./extents.ts";

/** Radius of a shape's corners, in pixels of the map. */
const RADIUS = 8;

/** Branches that are too small to read, each an outline in its colour: one shape a colour, for there may be hundreds. */
export function drawBranchShapes(
  boxes: readonly MapBox[],
  extents: BranchExtents,
  paint: Paint,
  scale: number,
): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const box of boxes) {
    const { "stroke-width": _, ...line } = paint.line(box);
    const name = `${line.class} ${line.stroke}`;
    let drawn = shapes.get(name);
    if (!drawn) {
      drawn = shape("path", { ...line, class: `${line.class ?? ""} far`, d: "" });
      shapes.set(name, drawn);
    }
    drawn.attributes.d += outline(box, extents, 1 / scale);
  }
  return [...shapes.values()];
}

/** A rectangle with round corners, as path data. */
function outline(box: MapBox, extents: BranchExtents, leastHeight: number): string {
  const { left, top, right, bottom } = extents.coverOf(box);
  const height = Math.max(bottom - top, leastHeight);
  const r = Math.min(RADIUS, height / 2, (right - left) / 2);
  const [across, down] = [right - left - 2 * r, height - 2 * r];
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return (
    `M${left + r} ${top}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
  );
}
