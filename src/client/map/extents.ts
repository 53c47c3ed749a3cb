import { handlePoint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";

/** A rectangle by its edges, in map pixels. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function intersects(a: Extent, b: Extent): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

/** Room around a label that its fold handle and the line's width take. */
const SLACK = 24;

/** What a node covers with the line from its parent. */
export function extentOf(box: MapBox): Extent {
  const [x, y] = box.parent ? handlePoint(box.parent, box.side) : [box.x, box.y];
  return {
    left: Math.min(box.x, x) - SLACK,
    top: Math.min(box.y, y) - SLACK,
    right: Math.max(box.x + box.width, x) + SLACK,
    bottom: Math.max(box.y + box.height, y) + SLACK,
  };
}

/** For every node, what it covers together with all that grows from it. */
export function branchExtents(boxes: readonly MapBox[]): Map<MapBox, Extent> {
  const extents = new Map<MapBox, Extent>();
  // Children come after their parents, so going backwards meets them first.
  for (const box of boxes.toReversed()) {
    const extent = extentOf(box);
    for (const child of box.children) {
      const below = extents.get(child);
      if (!below) continue;
      extent.left = Math.min(extent.left, below.left);
      extent.top = Math.min(extent.top, below.top);
      extent.right = Math.max(extent.right, below.right);
      extent.bottom = Math.max(extent.bottom, below.bottom);
    }
    extents.set(box, extent);
  }
  return extents;
}

/** What a branch covers with all that grows from it, without the line that leads to it. */
export function coverOf(box: MapBox, extents: ReadonlyMap<MapBox, Extent>): Extent {
  const cover = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  for (const child of box.children) {
    const below = extents.get(child);
    if (!below) continue;
    cover.left = Math.min(cover.left, below.left);
    cover.top = Math.min(cover.top, below.top);
    cover.right = Math.max(cover.right, below.right);
    cover.bottom = Math.max(cover.bottom, below.bottom);
  }
  return cover;
}
