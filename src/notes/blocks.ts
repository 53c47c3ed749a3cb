import { readLines } from "./source-lines.ts";

/** A heading or a paragraph of a text. */
export interface Block {
  /** A title is a heading of the first level. */
  kind: "title" | "heading" | "paragraph";
  /** Its lines as Markdown. */
  source: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** A table, a rule, indented code, a definition: what is no paragraph. */
const OTHER = /^(?:\s*\||(?: {4}|\t)| {0,3}(?:[-*_][ \t]*){3,}$| {0,3}\[[^\]]+\]:)/;
/** The second line of a table, whose lines need no bars at their ends. */
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$/;
const HTML_HEADING = /^\s*<(h[1-6])\b[^>]*>(.*)<\/\1>/i;
/** The beginning of one that ends in a line below, as far as it may be: before an empty line. */
const OPEN_HEADING = /^ {0,3}<h[1-6]\b(?!.*<\/h[1-6]>)/i;
/** HTML, a component, a comment, or a module's line in MDX. */
const MARKUP = /^ {0,3}<[A-Za-z!/?>]|^ {0,3}\{|^(?:import|export) /;
/** What goes on over empty lines, by its beginning and its end (CommonMark 4.6; comments of MDX are JavaScript's). */
const HIDDEN: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}\{\/\*/, /\*\/\s*\}/],
  [/^ {0,3}<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
];
/** Longest part of a line that is looked at, in characters: titles are shorter. */
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
  /** What there is so far of a heading in HTML. */
  let opened = "";
  const flush = function* (kind: Block["kind"] = "paragraph"): Generator<Block> {
    if (paragraph.length > 0) yield { kind, source: paragraph.join("\n") };
    paragraph = [];
  };
  for (const { text, depth, isCode } of readLines(body.replace(/\r\n?/g, "\n"))) {
    const line = text.slice(0, LONGEST).trimEnd();
    if (end) {
      if (end.test(line)) end = undefined;
      continue;
    }
    const begun = isCode || line === "" || opened.length > LONGEST ? "" : opened;
    const heading = readHeading(begun + line);
    const opens = begun !== "" || (depth === 0 && paragraph.length === 0 && OPEN_HEADING.test(line));
    opened = opens && !heading ? `${begun}${line} ` : "";
    end = endOfHidden(line);
    if (isCode || line === "" || end) {
      yield* flush();
      skipping = false;
    } else if (paragraph.length > 0 && UNDERLINE.test(line)) {
      yield* flush(line.includes("=") ? "title" : "heading");
    } else if (depth > 0) {
      yield* flush();
      skipping = true;
    } else if (heading) {
      yield* flush();
      skipping = false;
      yield heading;
    } else if (paragraph.length === 1 && TABLE_RULE.test(line)) {
      paragraph = [];
      skipping = true;
    } else if (paragraph.length === 0 && (skipping || OTHER.test(line) || MARKUP.test(line))) {
      // Until the next empty line, what follows belongs to it.
      skipping = true;
    } else {
      paragraph.push(line);
    }
  }
  yield* flush();
}

/** The heading that a line is by itself. */
function readHeading(line: string): Block | undefined {
  const marks = HEADING.exec(line)?.[1];
  if (marks !== undefined) return { kind: marks === "#" ? "title" : "heading", source: line };
  const [, name, words] = HTML_HEADING.exec(line) ?? [];
  return name === undefined ? undefined : { kind: /^h1$/i.test(name) ? "title" : "heading", source: `# ${words}` };
}

/** The end of what begins in a line and shows nothing, if that is in another. */
function endOfHidden(line: string): RegExp | undefined {
  const [begin, end] = HIDDEN.find(([begin]) => begin.test(line)) ?? [];
  return begin && end && !end.test(line.replace(begin, "")) ? end : undefined;
}
