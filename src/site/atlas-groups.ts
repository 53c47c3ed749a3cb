import type { OutlineNode } from "../outline/node.ts";
import { cutPages } from "./pages.ts";

/** Most children of a node: more cannot be read at a glance, and a page that shows them would grow with the site. */
const MOST_CHILDREN = 40;

/** A node of the atlas, with the labels of the first and the last note or folder in it. */
interface Span {
  node: OutlineNode;
  first: string;
  last: string;
}

/** Puts very many nodes into groups of their order, named by their first and last, until a node has few enough. */
export function groupMany(nodes: readonly OutlineNode[]): OutlineNode[] {
  let spans = nodes.map((node): Span => ({ node, first: node.content, last: node.content }));
  for (let depth = 1; spans.length > MOST_CHILDREN; depth += 1) {
    spans = cutPages(spans, MOST_CHILDREN).map((members) => groupOf(members, depth));
  }
  return spans.map(({ node }) => node);
}

function groupOf(members: readonly Span[], depth: number): Span {
  const { first, node: opening } = members[0] as Span;
  const { last } = members.at(-1) as Span;
  const { id, href } = opening.payload;
  return {
    first,
    last,
    node: {
      content: `${first} – ${last}`,
      children: members.map(({ node }) => node),
      payload: { id: `group-${depth}-${id}`, tag: "h2", ...(href !== undefined && { href }) },
    },
  };
}
