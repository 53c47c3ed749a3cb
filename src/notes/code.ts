import { transformerMetaHighlight, transformerNotationDiff, transformerNotationHighlight } from "@shikijs/transformers";
import type { ShikiTransformer } from "shiki";

const TOKEN_COLOR = /--astro-code-token-([a-z-]+)/;
/** Kinds of words that have the colour of others; those do for them in the style sheet, which readers wait for. */
const LIKE: Readonly<Record<string, string>> = {
  "string-expression": "string",
  inserted: "string",
  deleted: "keyword",
  changed: "parameter",
  link: "parameter",
  punctuation: "comment",
};
const TITLE = /(?:^|\s)title=(?:"([^"]*)"|(\S+))/;

/**
 * Turns the inline styles of Shiki's `css-variables` theme into classes (`token-keyword`, ...), so
 * that a strict content security policy needs no exception and the style sheet sets the colours.
 */
function transformerTokenClasses(): ShikiTransformer {
  return {
    name: "token-classes",
    pre(node) {
      const title = TITLE.exec(this.options.meta?.__raw ?? "");
      delete node.properties.style;
      delete node.properties.tabindex;
      node.properties.tabIndex = 0;
      if (title) node.properties["data-title"] = title[1] ?? title[2];
      // Names of the highlighter, of its theme and of what stands in the block are of no use to a page.
      delete node.properties.class;
    },
    span(node) {
      const style = String(node.properties.style ?? "");
      delete node.properties.style;
      const token = TOKEN_COLOR.exec(style)?.[1];
      if (token) this.addClassToHast(node, `token-${LIKE[token] ?? token}`);
    },
  };
}

/** How long one line may take, in milliseconds: only what never ends takes so long, also where much else is going on. */
const MOST_TIME = 20_000;

/** Gives lines time to be coloured: by itself Shiki leaves the rest of a line plain after half a second, which a busy machine takes for the first. */
function transformerPatience(): ShikiTransformer {
  return {
    name: "patience",
    preprocess(_, options) {
      options.tokenizeTimeLimit = MOST_TIME;
    },
  };
}

/** What code blocks of notes offer: `title="…"`, `{1,3-4}` line marks, `[!code ++]`, `[!code highlight]`. */
export function codeTransformers(): ShikiTransformer[] {
  return [
    transformerPatience(),
    transformerMetaHighlight(),
    transformerNotationDiff(),
    transformerNotationHighlight(),
    transformerTokenClasses(),
  ];
}
