import { markdownToMdast, mdxToMdast } from "satteri";
import type { MarkupNode } from "./markup.ts";

/** Without front matter, which is taken off before: a rule on the first line that is left would begin another. */
export const MARKDOWN_FEATURES = { frontmatter: false };

/** As a note is rendered: quotation marks, dashes and dots are those that readers see. */
const AS_SHOWN = { ...MARKDOWN_FEATURES, smartPunctuation: true };

/** Reads the Markdown of a note without its front matter. */
export function parseMarkdown(markdown: string): MarkupNode {
  return markdownToMdast(markdown, { features: MARKDOWN_FEATURES }) as MarkupNode;
}

/**
 * The same of a note in MDX.
 * @throws Error when it is none
 */
export function parseMdx(mdx: string): MarkupNode {
  return mdxToMdast(mdx, { features: MARKDOWN_FEATURES }) as MarkupNode;
}

/**
 * Reads a note without its front matter, as Markdown or as MDX.
 * @param path of its file, whose ending tells which it is
 * @throws Error where MDX cannot be read
 */
export function parseNote(source: string, path: string): MarkupNode {
  return path.endsWith(".mdx") ? parseMdx(source) : parseMarkdown(source);
}

/** The same with the words as readers see them; what cannot be read as MDX is read as Markdown. */
export function parseShown(source: string, path: string): MarkupNode {
  if (path.endsWith(".mdx")) {
    try {
      return mdxToMdast(source, { features: AS_SHOWN }) as MarkupNode;
    } catch {
      // One block of MDX may be none, as where a component ends in another; its words are there all the same.
    }
  }
  return markdownToMdast(source, { features: AS_SHOWN }) as MarkupNode;
}
