import type { Element, Root } from "hast";
import type { IPureNode } from "markmap-common";
import { Transformer } from "markmap-lib/no-plugins";
import { draftOutline } from "./draft.ts";
import { escapeMarkup } from "./escape.ts";
import { writeLabel } from "./label.ts";
import type { NodePayload, OutlineNode } from "./node.ts";
import { carriedPayload, outlinePlugin, writeOutline } from "./outline-plugin.ts";

/** What the outline's root stands for. */
export interface OutlineTitle {
  /** The note's own heading; it may hold links, code and a wish to be folded. */
  heading?: Element | undefined;
  /** The note's title in plain words, for want of a heading. */
  title: string;
  /** Its anchor in the page. */
  id: string;
}

let transformer: Transformer | undefined;

/**
 * Makes the outline of a page's text: every heading and every list item that has words is exactly one node, in
 * the page's order and with its words; so are terms, table rows and cells, code blocks and pictures.
 * @param text the rendered text, each of these with its anchor; what carries `data-outline-ignore` is left out
 * @throws RangeError when the text is nested deeper than `DEEPEST_OUTLINE` levels
 */
export function parseOutline(text: Root, { heading, title, id }: OutlineTitle): OutlineNode {
  const { content, fold } = writeLabel(heading?.children ?? []);
  const root: OutlineNode = {
    content: content || escapeMarkup(title),
    children: [],
    payload: { id, tag: "h1", ...(fold && { fold }) },
  };
  draftOutline(text, root);
  transformer ??= new Transformer([outlinePlugin]);
  const payloads: NodePayload[] = [];
  return finish(transformer.transform(writeOutline(root, payloads)).root, payloads);
}

function finish(node: IPureNode, payloads: readonly NodePayload[]): OutlineNode {
  const children = node.children.map((child) => finish(child, payloads));
  return { content: node.content.trim(), children, payload: carriedPayload(node, payloads) };
}
