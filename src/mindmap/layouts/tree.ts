import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { type TidyNode, arrangeTree, createTidyNode } from "./tidy-tree.ts";

/** Deeper trees than this are somebody's mistake, and markmap and the nested formats walk by recursion. */
export const MOST_LEVELS = 1000;

/**
 * Places a box's descendants beside it, the box itself at x 0 with its middle at y 0: markmap's own arrangement.
 * @param children the branches to place; the box's others are left where they are
 * @throws RangeError when the tree is deeper than `MOST_LEVELS`
 */
export function placeTree(root: MapBox, children: readonly MapBox[], side: 1 | -1, options: MapOptions): void {
  const nodes = createNodes(root, children, options);
  arrangeTree(nodes, (a, b) => options.spacingVertical * (a.parent === b.parent ? 1 : 2));
  const [top] = nodes;
  const middle = top ? top.across + top.breadth / 2 : 0;
  for (const { item: box, start, across } of nodes) {
    box.side = side;
    box.x = side > 0 ? start : root.width - start - box.width;
    box.y = across - middle;
  }
}

/** The boxes as nodes of a tree that grows to the side, parents before their children. */
function createNodes(root: MapBox, children: readonly MapBox[], options: MapOptions): TidyNode<MapBox>[] {
  const place = (box: MapBox, parent?: TidyNode<MapBox>) => {
    const start = parent?.end ?? 0;
    return createTidyNode(box, parent, {
      start,
      end: start + box.width + options.spacingHorizontal,
      breadth: box.height,
    });
  };
  const nodes = [place(root)];
  // The list grows while it is walked: a level after the other.
  for (const node of nodes) {
    const level = node.item.level - root.level;
    if (level > MOST_LEVELS) {
      throw new RangeError(
        `The map has more than ${MOST_LEVELS} levels, the most that can be drawn. Nest less deeply.`,
      );
    }
    for (const child of node.item === root ? children : node.item.children) nodes.push(place(child, node));
  }
  return nodes;
}
