import type { OutlineNode } from "../../outline/node.ts";
import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { placeTree } from "./tree.ts";

/**
 * The classic mindmap: the first branches to the right, the rest to the left. Their heights are balanced as if nothing
 * were folded, so that no branch changes sides when one opens.
 */
export function layoutBoth(root: MapBox, options: MapOptions): void {
  const split = balance(root.children.map(({ node }) => heightOf(node, options)));
  placeTree(root, root.children.slice(split), -1, options);
  placeTree(root, root.children.slice(0, split), 1, options);
  root.x = 0;
  root.side = 1;
}

/** How many of the branches, one at least, go right so that the taller side is as low as it can be. */
function balance(heights: readonly number[]): number {
  const total = heights.reduce((sum, height) => sum + height, 0);
  let best = 0;
  let tallest = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const [at, height] of heights.entries()) {
    right += height;
    const taller = Math.max(right, total - right);
    if (taller < tallest) [best, tallest] = [at + 1, taller];
  }
  return best;
}

/** Height a branch takes, near enough to share branches out: that of its leaves, one below the other. */
function heightOf(branch: OutlineNode, options: MapOptions): number {
  let height = 0;
  const open = [branch];
  for (let node = open.pop(); node; node = open.pop()) {
    const { size, more } = node.payload;
    // What has a file of its own counts as little after it was loaded as before.
    if (node.children.length > 0 && !more) open.push(...node.children);
    else height += (size?.[1] ?? 0) + options.spacingVertical;
  }
  return height;
}
