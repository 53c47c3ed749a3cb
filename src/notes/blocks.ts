import { readLines } from "./source-lines.ts";

/** A heading or a paragraph of a text, as it is written. */
export interface Block {
  /** A title is a heading of the first level. */
  kind: "title" | "heading" | "paragraph";
  source: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** A table, a rule, indented code, a definition: what is no paragraph. */
const OTHER = /^(?:\s*\||(?: {4}|\t)| {0,3}(?:[-*_][ \t]*){3,}$| {0,3}\[[^\]]+\]:)/;
/** The second line of a table, whose lines need no bars at their ends. */
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$/;
const HTML_HEADING = /^\s*<(h[1-6])\b[^>]*>(.*)<\/\1>/i;
/** HTML, a component, a comment, or a module's line in MDX. */
const MARKUP = /^ {0,3}<[A-Za-z!/?>]|^ {0,3}\{|^(?:import|export) /;
/** What goes on over empty lines, by its beginning and its end (CommonMark 4.6; comments of MDX are JavaScript's). */
const HIDDEN: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}\{\/\*/, /\*\/\s*\}/],
  [/^ {0,3}<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
];
/** Longest part of a line or paragraph that is looked at, in characters: titles are shorter. */
const LONGEST = 2000;

/**
 * Finds the headings and paragraphs on the outermost level of a text, in order, as they are asked
 * for: enough for a title and a description without parsing the whole. What stands in lists, quotes
 * and comments is passed over.
 * @param body Markdown or MDX without front matter
 */
export function* findBlocks(body: string): Generator<Block> {
  let end: RegExp | undefined;
  let skipping = false;
  let paragraph: string[] = [];
  const flush = function* (kind: Block["kind"] = "paragraph"): Generator<Block> {
    if (paragraph.length > 0) yield { kind, source: paragraph.join(" ") };
    paragraph = [];
  };
  for (const { text, depth, isCode } of readLines(body.replace(/\r\n?/g, "\n"))) {
    const line = text.slice(0, LONGEST).trimEnd();
    if (end) {
      if (end.test(line)) end = undefined;
      continue;
    }
    const [, level = "", heading] = HEADING.exec(line) ?? HTML_HEADING.exec(line) ?? [];
    end = endOfHidden(line);
    if (isCode || line === "" || end) {
      yield* flush();
      skipping = false;
    } else if (paragraph.length > 0 && UNDERLINE.test(line)) {
      yield* flush(line.includes("=") ? "title" : "heading");
    } else if (depth > 0) {
      yield* flush();
      skipping = true;
    } else if (heading !== undefined) {
      yield* flush();
      skipping = false;
      yield { kind: /^(?:#|h1)$/i.test(level) ? "title" : "heading", source: heading };
    } else if (paragraph.length === 1 && TABLE_RULE.test(line)) {
      paragraph = [];
      skipping = true;
    } else if (paragraph.length === 0 && (skipping || OTHER.test(line) || MARKUP.test(line))) {
      // Until the next empty line, what follows belongs to it.
      skipping = true;
    } else {
      paragraph.push(line.trim());
    }
  }
  yield* flush();
}

/** The end of what begins in a line and shows nothing, if that is in another. */
function endOfHidden(line: string): RegExp | undefined {
  const [begin, end] = HIDDEN.find(([begin]) => begin.test(line)) ?? [];
  return begin && end && !end.test(line.replace(begin, "")) ? end : undefined;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The words of inline Markdown without its marks: no pictures, links by their text, code as it is. */
export function plainText(source: string): string {
  return setAside(source.slice(0, LONGEST))
    .split(/(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)/)
    .map((part, index) => {
      if (index % 3 === 1) return "";
      return index % 3 === 2 ? giveBack(part.trim(), "\\") : giveBack(plainWords(part), "");
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Signs that no text has (Unicode's private use), for those behind a backslash, which mark nothing. */
const ASIDE = 0xe000;

/** Puts signs aside that are escaped; a grave accent may end code, in which a backslash is one. */
function setAside(source: string): string {
  return source.replace(/\\([!-/:-@[-_{-~])/g, (_, sign: string) => String.fromCharCode(ASIDE + sign.charCodeAt(0)));
}

function giveBack(text: string, before: string): string {
  return text.replace(/[\ue021-\ue07e]/g, (sign) => before + String.fromCharCode(sign.charCodeAt(0) - ASIDE));
}

function plainWords(source: string): string {
  return source
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "")
    .replace(/\[\[(?:[^\]|]*\\?\|)?([^\]|]*)\]\]/g, "$1")
    .replace(/\[\^[^\]]+\]/g, "")
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<((?:https?|mailto):[^\s>]+)>/g, "$1")
    .replace(/<!--.*?-->|<\/?[a-z][^<>]*>/gi, "")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}_*])/gu, "$2")
    .replaceAll("\\`", "`")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "");
}
