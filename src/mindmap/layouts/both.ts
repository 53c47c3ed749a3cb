import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { placeTree } from "./tree.ts";

/** The classic mindmap: the first branches to the right, the rest to the left, balanced by height. */
export function layoutBoth(root: MapBox, options: MapOptions): void {
  const split = balance(root.children.map((child) => heightOf(child, options)));
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
function heightOf(branch: MapBox, options: MapOptions): number {
  let height = 0;
  const open = [branch];
  for (let box = open.pop(); box; box = open.pop()) {
    if (box.children.length === 0) height += box.height + options.spacingVertical;
    open.push(...box.children);
  }
  return height;
}
