import { type Block, findBlocks } from "./blocks.ts";
import { cutText } from "./cut-preview.ts";
import { withoutName } from "./heading-names.ts";
import { linkKey } from "./link-key.ts";
import { readPlainText } from "./plain-text.ts";
import { firstSentence } from "./sentences.ts";

/** Longest description that is taken from a text, in characters; search engines show about as much. */
const LONGEST_DESCRIPTION = 200;

/** The front matter that a note may bring its title and description in. */
interface Named {
  title?: string | undefined;
  description?: string | undefined;
}

/** Signs that pages show otherwise than front matter has them. */
const FINER = /["']|--|\.\.\./;

/**
 * What a note is called: the title in its front matter, else its first heading of level 1, else its file's name.
 * A heading that says the title of the front matter is what the page shows, with its finer quotation marks.
 * Other headings name a part of it, and not the whole; and so do several of level 1 that begin below another heading,
 * as those of a list of releases do, where the level says how large each was.
 * @param body the Markdown without front matter
 * @param path path of the note's file below the notes' folder
 */
export function titleNote(front: Named, body: string, path: string): string {
  if (front.title) return (FINER.test(front.title) && findSame(front.title, body, path)) || front.title;
  let isBelow = false;
  let title = "";
  for (const block of findBlocks(body)) {
    if (block.kind === "heading") isBelow ||= title === "";
    if (block.kind !== "title") continue;
    if (title) return humanise(nameOf(path));
    title = readTitle(block, body, path);
    if (title && !isBelow) return title;
  }
  return title || humanise(nameOf(path));
}

function readTitle(block: Block, body: string, path: string): string {
  const { words, beside } = readPlainText(block, body, path);
  // A picture that stands beside words is a badge mostly, and no part of the name.
  return withoutName(beside || words);
}

/** A title as a heading says it. */
function findSame(title: string, body: string, path: string): string | undefined {
  for (const block of findBlocks(body)) {
    if (block.kind !== "title") continue;
    const words = readTitle(block, body, path);
    if (linkKey(words) === linkKey(title)) return words;
  }
  return undefined;
}

/** The name that a file has without its ending, or that of the folder whose own note it is. */
function nameOf(path: string): string {
  const segments = path.replace(/\.[^./]+$/, "").split("/");
  if (segments.length > 1 && segments.at(-1)?.toLowerCase() === "index") segments.pop();
  return segments.at(-1) ?? "";
}

/**
 * The name of a file or folder as words: `risk-and-audit` → "Risk and audit". One that has blanks is in words already,
 * and a hyphen between digits is part of a date or a number: `2024-01-05`, `COVID-19 notes`.
 */
export function humanise(name: string): string {
  if (/\s/.test(name)) return name;
  const parted = name.replace(/(?<!\d)-|-(?!\d)|_/g, " ").replace(/ +/g, " ");
  const words = parted.trim() || name;
  return /\p{Lu}/u.test(words) ? words : words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}

/**
 * What a note tells in one sentence: the description in its front matter, else the first sentence of
 * its first paragraph that is no picture alone, cut where it is longer than 200 characters.
 * @param path path of the note's file
 * @returns "" when the note has no paragraph
 */
export function describeNote(front: Named, body: string, path: string): string {
  if (front.description) return front.description;
  for (const block of findBlocks(body)) {
    if (block.kind !== "paragraph") continue;
    const { words, beside } = readPlainText(block, body, path);
    if (beside) return shorten(firstSentence(words));
  }
  return "";
}

function shorten(sentence: string): string {
  if (sentence.length <= LONGEST_DESCRIPTION) return sentence;
  const cut = sentence.slice(0, LONGEST_DESCRIPTION);
  const words = cutText(cut, Math.max(cut.lastIndexOf(" "), LONGEST_DESCRIPTION / 2));
  return `${words.trimEnd()}…`;
}
