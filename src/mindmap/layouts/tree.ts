import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { type TidyTree, arrangeTree, createTidyTree } from "./tidy-tree.ts";

/** Deeper trees than this are somebody's mistake, and markmap and the nested formats walk by recursion. */
const MOST_LEVELS = 1000;

/**
 * Places a box's descendants beside it, on whole pixels, the box itself at x 0 with its middle at y 0:
 * markmap's own arrangement.
 * @param children the branches to place; the box's others are left where they are
 * @throws RangeError when the tree is deeper than `MOST_LEVELS`
 */
export function placeTree(root: MapBox, children: readonly MapBox[], side: 1 | -1, options: MapOptions): void {
  const boxes = listByLevel(root, children);
  const tree = createTree(boxes, children.length, options.spacingHorizontal);
  const across = arrangeTree(tree, options.spacingVertical);
  const middle = (across[0] as number) + root.height / 2;
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as MapBox;
    const start = index ? (tree.ends[tree.parents[index] as number] as number) : 0;
    box.side = side;
    box.x = whole(side > 0 ? start : root.width - start - box.width);
    box.y = whole((across[index] as number) - middle);
  }
}

/** The nearest whole pixel, never -0: engines keep small whole numbers in less room, and quicker. */
function whole(pixels: number): number {
  return Math.round(pixels) + 0;
}

/** The boxes, a level after the other. */
function listByLevel(root: MapBox, children: readonly MapBox[]): MapBox[] {
  const boxes = [root, ...children];
  for (let index = 1; index < boxes.length; index++) {
    const box = boxes[index] as MapBox;
    if (box.level - root.level > MOST_LEVELS) {
      throw new RangeError(
        `The map has more than ${MOST_LEVELS} levels, the most that can be drawn. Nest less deeply.`,
      );
    }
    for (const child of box.children) boxes.push(child);
  }
  return boxes;
}

/** A tree that grows to the side. */
function createTree(boxes: readonly MapBox[], branches: number, spacing: number): TidyTree {
  const tree = createTidyTree(boxes.length);
  let next = 1;
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as MapBox;
    const count = index ? box.children.length : branches;
    const start = index ? (tree.ends[tree.parents[index] as number] as number) : 0;
    tree.ends[index] = start + box.width + spacing;
    tree.breadths[index] = box.height;
    tree.firstChildren[index] = next;
    tree.childCounts[index] = count;
    tree.parents.fill(index, next, next + count);
    next += count;
  }
  return tree;
}
