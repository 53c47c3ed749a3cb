import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { placeTree } from "./tree.ts";

/** markmap's own layout: the root at the left, everything grows to the right. */
export function layoutRight(root: MapBox, options: MapOptions): void {
  placeTree(root, root.children, 1, options);
}
