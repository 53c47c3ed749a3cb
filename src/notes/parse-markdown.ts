import { markdownToMdast, mdxToMdast } from "satteri";
import type { MarkupNode } from "./markup.ts";

/** Without front matter, which is taken off before: a rule on the first line that is left would begin another. */
export const MARKDOWN_FEATURES = { frontmatter: false };

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
