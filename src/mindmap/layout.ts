import type { OutlineNode } from "../outline/node.ts";
import { layoutBoth } from "./layouts/both.ts";
import { layoutLeft } from "./layouts/left.ts";
import { layoutRight } from "./layouts/right.ts";
import type { MapOptions } from "./theme.ts";

/** A rectangle on the map, in pixels at scale 1; `x`, `y` is the upper left corner. */
export interface MapBounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A node's place on the map. */
export interface MapBox extends MapBounds {
  node: OutlineNode;
  /** 1 for the root of what is laid out. */
  level: number;
  /** To which side of its parent the node stands: 1 right, -1 left. */
  side: 1 | -1;
  parent: MapBox | null;
  children: MapBox[];
  /** How many nodes the fold hides; 0 when nothing is hidden. */
  hidden: number;
}

/** All shown nodes in reading order, with the rectangle that holds them. */
export interface MapLayout {
  boxes: MapBox[];
  bounds: MapBounds;
}

/** The ways a map can be laid out; each is a file in `layouts/`. */
export const LAYOUTS = { right: layoutRight, left: layoutLeft, both: layoutBoth } as const;
/** Name of a way to lay out a map. */
export type LayoutName = keyof typeof LAYOUTS;

/** Tells whether a name, say from an address, is that of a layout. */
export function isLayoutName(name: string | null | undefined): name is LayoutName {
  return name != null && Object.hasOwn(LAYOUTS, name);
}

/** Tells whether a node can be unfolded: it has children, here or in a file of their own. */
export function hasBelow(node: OutlineNode): boolean {
  return node.children.length > 0 || Boolean(node.payload.more);
}

/** Room, in pixels, beyond a box for its fold handle. */
const HANDLE_ROOM = 36;

/**
 * Lays out a measured outline; what `payload.fold` hides has no box.
 * @throws RangeError when a node was not measured, or stands more than 1,000 levels deep
 */
export function layoutMap(root: OutlineNode, options: MapOptions, name: LayoutName = "right"): MapLayout {
  const boxes = createBoxes(root);
  LAYOUTS[name](boxes[0] as MapBox, options);
  return { boxes, bounds: boundsOf(boxes) };
}

function createBoxes(root: OutlineNode): MapBox[] {
  const boxes: MapBox[] = [];
  const open = [root];
  const parents: (MapBox | null)[] = [null];
  for (let node = open.pop(); node; node = open.pop()) {
    const parent = parents.pop() ?? null;
    const { size, fold } = node.payload;
    if (!size) throw new RangeError(`The node "${node.content}" was not measured; call measureOutline first.`);
    const folded = Boolean(fold) && node.children.length > 0;
    const box: MapBox = {
      node,
      x: 0,
      y: 0,
      width: size[0],
      height: size[1],
      level: parent ? parent.level + 1 : 1,
      side: 1,
      parent,
      children: [],
      hidden: folded ? countBelow(node) : node.children.length ? 0 : (node.payload.more ?? 0),
    };
    parent?.children.push(box);
    boxes.push(box);
    if (folded) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      open.push(node.children[index] as OutlineNode);
      parents.push(box);
    }
  }
  return boxes;
}

function countBelow(node: OutlineNode): number {
  let count = 0;
  const open = [...node.children];
  for (let child = open.pop(); child; child = open.pop()) {
    count += 1;
    open.push(...child.children);
  }
  return count;
}

/** The smallest rectangle around boxes and their fold handles. */
export function boundsOf(boxes: readonly MapBox[]): MapBounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    const room = hasBelow(box.node) ? HANDLE_ROOM : 0;
    left = Math.min(left, box.x - (box.side < 0 ? room : 0));
    right = Math.max(right, box.x + box.width + (box.side > 0 ? room : 0));
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y + box.height + (room ? 6 : 0));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
