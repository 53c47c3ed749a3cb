import { flextree } from "d3-flextree";
import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";

/** d3-flextree recurses; deeper trees than this would overflow the stack in some browsers. */
export const MOST_LEVELS = 1000;

/**
 * Places a box's descendants beside it, the box itself at x 0 with its middle at y 0: markmap's own
 * arrangement, by the algorithm of van der Ploeg, "Drawing non-layered tidy trees in linear time"
 * (Software: Practice and Experience 44, 2014), which d3-flextree implements.
 * @param children the branches to place; the box's others are left where they are
 * @throws RangeError when the tree is deeper than `MOST_LEVELS`
 */
export function placeTree(root: MapBox, children: MapBox[], side: 1 | -1, options: MapOptions): void {
  const tree = flextree<MapBox>({
    children: (box) => (box === root ? children : box.children),
    nodeSize: ({ data }) => [data.height, data.width + options.spacingHorizontal],
    spacing: (a, b) => options.spacingVertical * (a.parent === b.parent ? 1 : 2),
  });
  const hierarchy = tree.hierarchy(root);
  if (hierarchy.height > MOST_LEVELS) {
    throw new RangeError(
      `The map has ${hierarchy.height} levels; at most ${MOST_LEVELS} can be drawn. Nest less deeply.`,
    );
  }
  for (const { data, x, y } of tree(hierarchy).descendants()) {
    data.side = side;
    data.x = side > 0 ? y : root.width - y - data.width;
    data.y = x - data.height / 2;
  }
}
