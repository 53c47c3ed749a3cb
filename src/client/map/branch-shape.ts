import type { Paint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";
import { type Shape, shape } from "../../mindmap/shape.ts";
import { type Extent, coverOf } from "./extents.ts";

/** A branch that is too small to read: its outline in its colour. */
export function drawBranchShape(box: MapBox, extents: ReadonlyMap<MapBox, Extent>, paint: Paint, scale: number): Shape {
  const { left, top, right, bottom } = coverOf(box, extents);
  const { "stroke-width": _, ...line } = paint.line(box);
  return shape("rect", {
    ...line,
    class: `${line.class ?? ""} far`,
    x: left,
    y: top,
    width: right - left,
    height: Math.max(bottom - top, 1 / scale),
    rx: 8,
  });
}
