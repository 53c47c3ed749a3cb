import type { MapBox } from "../../mindmap/layout.ts";
import { labelStyle } from "../../mindmap/theme.ts";
import { type BranchExtents, extentOf, intersects } from "./extents.ts";
import type { Viewport } from "./viewport.ts";

/** Letters smaller than this, in pixels on the screen, cannot be read and are not drawn. */
const READABLE = 5;
/** A branch lower than this on the screen, in pixels, is one shape. */
const SMALLEST_BRANCH = 22;

/** Whether a node's words can be read at a scale. */
export function isReadable({ node }: MapBox, scale: number): boolean {
  return labelStyle(node.payload.tag).fontSize * scale >= READABLE;
}

/** What is to be drawn. */
export interface Scene {
  root: MapBox;
  extents: BranchExtents;
  view: Viewport;
  /** The box of the node the reader is at, if there is one that is not folded away. */
  current: MapBox | undefined;
}

/** What a window on the map shows: nodes in full, and branches that are too small as shapes. */
export interface Visible {
  nodes: MapBox[];
  shapes: MapBox[];
}

/**
 * Finds what to draw, going down only where something can be seen: the cost follows the screen,
 * not the map.
 */
export function findVisible({ root, extents, view }: Omit<Scene, "current">): Visible {
  const { scale } = view;
  const visible: Visible = { nodes: [], shapes: [] };
  const open = [root];
  for (let box = open.pop(); box; box = open.pop()) {
    const extent = extents.of(box);
    if (!intersects(extent, view)) continue;
    if (!isReadable(box, scale) && box.parent) {
      // The line that leads there is as long as its place among the others wants it, and says nothing of its size.
      const { top, bottom } = extents.coverOf(box);
      if ((bottom - top) * scale < SMALLEST_BRANCH) {
        visible.shapes.push(box);
        continue;
      }
    }
    if (intersects(extentOf(box), view)) visible.nodes.push(box);
    for (let index = box.children.length - 1; index >= 0; index--) open.push(box.children[index] as MapBox);
  }
  return visible;
}
