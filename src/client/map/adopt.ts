import type { OutlineNode } from "../../outline/node.ts";
import type { MapNode } from "./map-view.ts";

/** Numbers given to nodes that came later, above those markmap gives. */
let adopted = 1_000_000;

/** Hangs nodes below another, with the state that markmap gives its own. */
export function adoptNodes(parent: MapNode, children: readonly OutlineNode[]): void {
  const open = children.map((node) => ({ node: node as MapNode, above: parent }));
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, above } = item;
    const { depth, path } = above.state;
    adopted += 1;
    node.state = {
      id: adopted,
      depth: depth + 1,
      key: String(adopted),
      path: `${path}.${adopted}`,
      rect: { x: 0, y: 0, width: 0, height: 0 },
      size: [0, 0],
    };
    open.push(...node.children.map((child) => ({ node: child as MapNode, above: node })));
  }
  parent.children = children as MapNode[];
}
