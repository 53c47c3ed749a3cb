import { blankFrontMatter } from "./front-matter.ts";
import { readLines } from "./source-lines.ts";

/** The text of a note with front matter, code and the tags that begin a line blanked out; every line keeps its place. */
export function proseOf(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  return Array.from(readLines(blankFrontMatter(source)), ({ text, isCode }) => (isCode ? blank(text) : text))
    .join("\n")
    .replace(/`[^`\n]*`/g, blank)
    .replace(/^<\w[^>]*>/gm, blank);
}
