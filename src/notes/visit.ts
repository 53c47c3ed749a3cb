import type { Element, Parents, RootContent } from "hast";

/** What a visitor says to leave out what stands in a node. */
export const SKIP = Symbol("skip");

/**
 * How a visit goes on: into the node, unless {@link SKIP} is said, or with the sibling at a place, for
 * visitors that put other nodes there.
 */
export type Next = typeof SKIP | number | undefined;

/**
 * Calls the visitor for all nodes below a parent, each before what stands in it.
 * @param visitor is given the node, what it stands in from the outermost on (a list that is the visit's
 *   own and changes after the call), and its place in the last of these
 */
export function visitNodes(
  parent: Parents,
  visitor: (node: RootContent, above: readonly Parents[], at: number) => Next,
): void {
  visitBelow([parent], parent, visitor);
}

function visitBelow(above: Parents[], parent: Parents, visitor: Parameters<typeof visitNodes>[1]): void {
  for (let at = 0; at < parent.children.length;) {
    const node = parent.children[at] as RootContent;
    const next = visitor(node, above, at);
    if (next !== SKIP && typeof next !== "number" && "children" in node) {
      above.push(node);
      visitBelow(above, node, visitor);
      above.pop();
    }
    at = typeof next === "number" ? next : at + 1;
  }
}

/** Calls the visitor for all elements below a parent, as {@link visitNodes} does, with what each stands in. */
export function visitElements(parent: Parents, visitor: (element: Element, parent: Parents, at: number) => Next): void {
  visitNodes(parent, (node, above, at) =>
    node.type === "element" ? visitor(node, above.at(-1) as Parents, at) : undefined,
  );
}

/** The elements that stand in another, without what stands in them. */
export function elementsOf(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === "element");
}
