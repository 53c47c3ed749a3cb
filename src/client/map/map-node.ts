import type { INode } from "markmap-common";
import type { LayoutName } from "../../mindmap/layout.ts";
import type { MapOptions } from "../../mindmap/theme.ts";
import type { OutlineNode } from "../../outline/node.ts";

/** A node of the outline that is markmap's, too: with the state that markmap keeps in it. */
export interface MapNode extends INode, OutlineNode {
  children: MapNode[];
  payload: OutlineNode["payload"] & NonNullable<INode["payload"]>;
}

/** What a map view needs to know beside its outline. */
export interface MapViewOptions {
  map: MapOptions;
  layoutName: LayoutName;
  /** Address of a node of the map, for its link. */
  linkTo(node: MapNode, href?: string): string | undefined;
}

/**
 * What markmap itself takes from a map's options; where the author wants nothing else, as this site has it. How large a
 * fitted map is it is told each time, and is not to make it smaller.
 */
export function readViewOptions({ initialExpandLevel = -1, duration = 300 }: MapOptions) {
  return { initialExpandLevel, duration, fitRatio: 1 };
}
