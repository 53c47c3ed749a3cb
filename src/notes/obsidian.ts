import type { MarkupNode } from "./markup.ts";
import { type Embed, findEmbeds } from "./embeds.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/** Finds a picture that an embed names: its path below the notes' folder. */
export type FindPicture = (name: string) => string | undefined;

/**
 * Writes what Obsidian adds to Markdown as Markdown: pictures that are embedded, links for notes that are, and nothing
 * for comments. What it names and is not there stays as it is written. A byte order mark, which would hide that the
 * first line is a heading, goes.
 * @param note path of the note below the notes' folder
 */
export function fromObsidian(markdown: string, note: string, findPicture: FindPicture): string {
  const text = dropComments(markdown.replace(/^\ufeff/, ""));
  if (!text.includes("![[")) return text;
  return replaceParts(text, findEmbeds(blankCode(text)), (embed) => writeEmbed(embed, note, findPicture));
}

/** Puts something else in the place of parts of a text. */
function replaceParts<Part extends { written: string; index: number }>(
  text: string,
  parts: readonly Part[],
  write: (part: Part) => string,
): string {
  const ends = [0, ...parts.map(({ index, written }) => index + written.length)];
  const pieces = parts.map((part, at) => text.slice(ends[at], part.index) + write(part));
  return pieces.join("") + text.slice(ends.at(-1));
}

function writeEmbed({ written, name, kind, shown }: Embed, note: string, findPicture: FindPicture): string {
  if (kind === "note") return written.slice(1);
  const path = kind === "picture" ? findPicture(name) : undefined;
  if (path === undefined) return written;
  const above = "../".repeat(note.split("/").length - 1);
  const words = (name.split("/").at(-1) ?? name).replace(/\.[^.]*$/, "").replace(/[\\*_`]/g, "\\$&");
  const alt =
    shown === undefined || !/^\s*\d+(?:x\d+)?\s*$/.test(shown) ? (shown ?? words) : `${words}\\|${shown.trim()}`;
  return `![${alt}](<${above}${encodeURI(path)}>)`;
}

/** A comment; behind digits and letters two signs of percent are text, as they are where no others follow. */
export const COMMENT = /(?<![\p{L}\p{N}])%%(?!%)[\s\S]*?%%/gu;

/**
 * Takes Obsidian's comments out, `%%…%%`, and leaves the ends of their lines.
 * @param keepsColumns whether blanks stand for those behind words, for what follows to stay in its column
 */
export function dropComments(markdown: string, keepsColumns = false): string {
  if (!/%%[\s\S]*%%/.test(markdown)) return markdown;
  const comments = [...blankCode(markdown).matchAll(COMMENT)].map(({ 0: written, index }) => ({ written, index }));
  return replaceParts(markdown, comments, ({ written, index }) => {
    const comment = markdown.slice(index, index + written.length);
    const before = markdown.slice(markdown.lastIndexOf("\n", index - 1) + 1, index);
    // Without a word before them blanks would make code of what follows.
    if (keepsColumns && /\p{L}/u.test(before) && !comment.includes("\n")) return " ".repeat(comment.length);
    return comment.replace(/[^\n]/g, "");
  });
}

/** The same text with blanks in place of code and HTML, in which everything is as it is written. */
function blankCode(markdown: string): string {
  const find = ({ type, position, children = [] }: MarkupNode): { written: string; index: number }[] => {
    if (!/^(?:code|inlineCode|html)$/.test(type)) return children.flatMap(find);
    const [index, end] = [position?.start.offset ?? 0, position?.end?.offset ?? 0];
    return [{ index, written: markdown.slice(index, end) }];
  };
  const code = find(parseMarkdown(markdown));
  return replaceParts(markdown, code, ({ written }) => " ".repeat(written.length));
}
