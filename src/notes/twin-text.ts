import { escapeMarkdown } from "./escape-markdown.ts";

/** What MDX has in braces, where it is text and nothing to be reckoned, as Markdown; undefined for all else. */
export function textInBraces(code: string): string | undefined {
  const text = /^\s*(["'`])((?:(?!\1|\\|\$\{)[\s\S])*)\1\s*$/.exec(code)?.[2];
  return text && escapeMarkdown(text);
}
