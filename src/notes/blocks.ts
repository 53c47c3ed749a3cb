/** A heading or a paragraph of a text, as it is written. */
export interface Block {
  /** A title is a heading of the first level. */
  kind: "title" | "heading" | "paragraph";
  source: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** A list, a quote, a table, a rule, indented code, a definition: what ends a paragraph or is none. */
const OTHER =
  /^(?: {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)| {0,3}>|\s*\||(?: {4}|\t)| {0,3}(?:[-*_][ \t]*){3,}$| {0,3}\[[^\]]+\]:)/;
const HTML_HEADING = /^\s*<(h[1-6])\b[^>]*>(.*)<\/\1>/i;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const INDENTED = /^(?: {2,}|\t)/;
/** The second line of a table, whose lines need no bars at their ends. */
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$/;
/** HTML, a component, a comment, or a module's line in MDX. */
const MARKUP = /^ {0,3}<[A-Za-z!/?>]|^ {0,3}\{|^(?:import|export) /;
/** Longest part of a line or paragraph that is looked at, in characters: titles are shorter. */
const LONGEST = 2000;

/**
 * Finds the headings and paragraphs on the outermost level of a text, in order, as they are asked
 * for: enough for a title and a description without parsing the whole. What stands in lists, quotes
 * and components is passed over.
 * @param body Markdown or MDX without front matter
 */
export function* findBlocks(body: string): Generator<Block> {
  let fence = "";
  let skipping = false;
  let inList = false;
  let paragraph: string[] = [];
  const flush = function* (kind: Block["kind"] = "paragraph"): Generator<Block> {
    if (paragraph.length > 0) yield { kind, source: paragraph.join(" ") };
    paragraph = [];
  };
  for (const match of body.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const line = match[0].slice(0, LONGEST).trimEnd();
    const mark = FENCE.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = "";
      continue;
    }
    if (mark) fence = mark;
    const [, level = "", heading] = HEADING.exec(line) ?? HTML_HEADING.exec(line) ?? [];
    if (mark || heading !== undefined) {
      yield* flush();
      skipping = inList = false;
      if (heading !== undefined) yield { kind: /^(?:#|h1)$/i.test(level) ? "title" : "heading", source: heading };
    } else if (line === "") {
      yield* flush();
      skipping = false;
    } else if (paragraph.length > 0 && UNDERLINE.test(line)) {
      yield* flush(line.includes("=") ? "title" : "heading");
    } else if (paragraph.length === 1 && TABLE_RULE.test(line)) {
      paragraph = [];
      skipping = true;
    } else if (paragraph.length === 0 && (skipping || OTHER.test(line) || MARKUP.test(line))) {
      // Until the next empty line, what follows belongs to it; to an item also what is indented behind that.
      skipping = true;
      inList ||= ITEM.test(line);
    } else if (paragraph.length === 0 && inList && INDENTED.test(line)) {
      skipping = true;
    } else if (/^ {0,3}(?:(?:[-*+]|\d{1,9}[.)])[ \t]|>)/.test(line)) {
      yield* flush();
      skipping = true;
      inList ||= ITEM.test(line);
    } else {
      inList = false;
      paragraph.push(line.trim());
    }
  }
  yield* flush();
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The words of inline Markdown without its marks: no pictures, links by their text, code as it is. */
export function plainText(source: string): string {
  return source
    .slice(0, LONGEST)
    .split(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/)
    .map((part, index) => {
      if (index % 3 === 1) return "";
      return index % 3 === 2 ? part.trim() : plainWords(part);
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
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
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "");
}
