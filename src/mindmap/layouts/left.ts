import type { MapBox } from "../layout.ts";
import type { MapOptions } from "../theme.ts";
import { placeTree } from "./tree.ts";

/** The mirror of the right layout, for notes in scripts that read from right to left. */
export function layoutLeft(root: MapBox, options: MapOptions): void {
  placeTree(root, root.children, -1, options);
}
