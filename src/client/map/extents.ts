import { handlePoint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";

/** A rectangle by its edges, in map pixels. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two rectangles share a point; their edges are part of them. */
export function intersects(a: Extent, b: Extent): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

/** Room around a label that its fold handle and the line's width take. */
const SLACK = 24;

/** What a node covers with the line from its parent. */
export function extentOf({ x, y, width, height, side, parent }: MapBox): Extent {
  const [fromX, fromY] = parent ? handlePoint(parent, side) : [x, y];
  return {
    left: Math.min(x, fromX) - SLACK,
    top: Math.min(y, fromY) - SLACK,
    right: Math.max(x + width, fromX) + SLACK,
    bottom: Math.max(y + height, fromY) + SLACK,
  };
}

/** For every node, what it covers together with all that grows from it. */
export class BranchExtents {
  /** Those of nodes with branches: a leaf's own is quickly made when it is asked for. */
  readonly #branches = new Map<MapBox, Extent>();

  /** @param boxes parents before their children */
  constructor(boxes: readonly MapBox[]) {
    for (let index = boxes.length - 1; index >= 0; index--) {
      const box = boxes[index] as MapBox;
      if (box.children.length === 0) continue;
      const extent = extentOf(box);
      for (const child of box.children) this.#include(extent, child);
      this.#branches.set(box, extent);
    }
  }

  /** What a box covers with all that grows from it and the line that leads to it. */
  of(box: MapBox): Extent {
    return this.#branches.get(box) ?? extentOf(box);
  }

  /** What a branch covers with all that grows from it, without the line that leads to it and without room around it. */
  coverOf({ x, y, width, height, children }: MapBox): Extent {
    const cover = { left: x, top: y, right: x + width, bottom: y + height };
    for (const child of children) {
      const { left, top, right, bottom } = this.of(child);
      cover.left = Math.min(cover.left, left + SLACK);
      cover.top = Math.min(cover.top, top + SLACK);
      cover.right = Math.max(cover.right, right - SLACK);
      cover.bottom = Math.max(cover.bottom, bottom - SLACK);
    }
    return cover;
  }

  /** Widens what a parent covers by a child and what grows from it; the line between them ends at both. */
  #include(extent: Extent, child: MapBox) {
    const below = child.children.length ? this.#branches.get(child) : undefined;
    const { x, y } = child;
    extent.left = Math.min(extent.left, below ? below.left : x - SLACK);
    extent.top = Math.min(extent.top, below ? below.top : y - SLACK);
    extent.right = Math.max(extent.right, below ? below.right : x + child.width + SLACK);
    extent.bottom = Math.max(extent.bottom, below ? below.bottom : y + child.height + SLACK);
  }
}
