import type { ITransformPlugin } from "markmap-lib";
import { escapeLabel } from "./label.ts";
import type { NodePayload, OutlineNode } from "./node.ts";

const NODE = "outline-node";

/**
 * Writes an outline as HTML that says of each node where it belongs, instead of leaving markmap to infer
 * it from the levels of headings, which loses lists before sub-headings and headings that skip a level.
 */
export function writeOutline({ content, payload, children }: OutlineNode): string {
  // markmap takes away nodes without words.
  const label = escapeLabel(content || " ");
  const inner = children.map(writeOutline).join("");
  return `<${NODE} data-label="${label}" data-payload="${escapeLabel(JSON.stringify(payload))}">${inner}</${NODE}>`;
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
          [NODE]: ({ $node }) => ({
            html: $node.attr("data-label") ?? "",
            queue: $node.children(),
            nesting: true,
          }),
        },
      };
    });
    return {};
  },
};

/** The payload that a node carried through markmap. */
export function carriedPayload(payload: unknown): NodePayload {
  return (payload as { payload: NodePayload }).payload;
}
