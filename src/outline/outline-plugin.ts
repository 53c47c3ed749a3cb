import type { IPureNode } from "markmap-common";
import type { ITransformPlugin } from "markmap-lib";
import { escapeMarkup } from "./escape.ts";
import type { NodePayload, OutlineNode } from "./node.ts";

const NODE = "outline-node";

/**
 * Writes an outline as HTML that says of each node where it belongs, instead of leaving markmap to infer
 * it from the levels of headings, which loses lists before sub-headings and headings that skip a level.
 * @param payloads is given those of the nodes, in the order in which the HTML refers to them
 */
export function writeOutline({ content, payload, children }: OutlineNode, payloads: NodePayload[]): string {
  const at = payloads.push(payload) - 1;
  // markmap takes away nodes without words.
  const label = escapeMarkup(content || " ");
  const inner = children.map((child) => writeOutline(child, payloads)).join("");
  return `<${NODE} label="${label}" data-at="${at}">${inner}</${NODE}>`;
}

/** Lets markmap's transformer read what `writeOutline` wrote: its text is HTML already. */
export const outlinePlugin: ITransformPlugin = {
  name: "outline",
  transform(hooks) {
    hooks.parser.tap((parser) => {
      parser.render = (html: string) => html;
    });
    hooks.beforeParse.tap((_, context) => {
      context.parserOptions = {
        selector: NODE,
        selectorRules: {
          [NODE]: ({ $node }) => {
            // For each node markmap looks through all above it for a paragraph, and asks twice more what it
            // is: here none stands in one, and all are the same.
            $node.closest = () => $node.slice(0, 0);
            $node.is = ((selector: unknown) => selector === NODE) as typeof $node.is;
            return { html: $node.attr("label") ?? "", queue: $node.children(), nesting: true };
          },
        },
      };
    });
    return {};
  },
};

/** The payload that a node of markmap's tree had when it was written. */
export function carriedPayload({ payload }: IPureNode, payloads: readonly NodePayload[]): NodePayload {
  return payloads[(payload as { at: number }).at] as NodePayload;
}
