import { withoutBlockName } from "./block-names.ts";
import type { Block } from "./blocks.ts";
import type { MarkupNode } from "./markup.ts";
import { parseShown } from "./parse-markdown.ts";
import { splitSize } from "./picture-sizes.ts";

/** Longest part of a block that is read, in characters: titles and first sentences are shorter. */
const LONGEST = 2000;

/** What a block of a note says. */
export interface PlainText {
  /** Its words as readers see them, links and pictures by those that stand in the source, code as it is. */
  words: string;
  /** Those that stand beside pictures. */
  beside: string;
}

/**
 * Reads a block's words: by the parser that renders the note, but of this block alone, which is quick.
 * @param body the note that it stands in, without front matter
 * @param path of the note's file
 */
export function readPlainText({ source }: Block, body: string, path: string): PlainText {
  const written = source.slice(0, LONGEST);
  const [first] = parseShown(written + definitionsFor(written, body), path).children ?? [];
  // What is told from a paragraph by its lines alone may be none.
  if (first?.type !== "paragraph" && first?.type !== "heading") return { words: "", beside: "" };
  const read = (ofPicture: (picture: MarkupNode) => string) => {
    const words = joinBlanks(wordsOf(first, ofPicture));
    return first.type === "paragraph" ? withoutBlockName(words) : words;
  };
  return { words: read(({ alt }) => splitSize(alt ?? "").words), beside: read(() => "") };
}

const DEFINED = /^ {0,3}\[([^\]]+)\]:/gm;

/** Definitions of what a block refers to, which makes links and footnotes of it; where they lead says nothing here. */
function definitionsFor(source: string, body: string): string {
  if (!source.includes("]")) return "";
  const written = labelKey(source);
  const labels = new Set(Array.from(body.matchAll(DEFINED), ([, label = ""]) => label));
  const named = [...labels].filter((label) => written.includes(`[${labelKey(label)}]`));
  return named.map((label) => `\n\n[${label}]: #`).join("");
}

/** What is the same for all ways to write a label. */
function labelKey(label: string): string {
  return label.toLowerCase().replace(/\s+/g, " ");
}

function wordsOf(node: MarkupNode, ofPicture: (picture: MarkupNode) => string): string {
  const { type, name, value, children = [] } = node;
  if (type === "text") return nameLinks(String(value));
  if (type === "inlineCode") return String(value);
  if (type === "image" || type === "imageReference") return ofPicture(node);
  if (type === "break" || name === "br" || (type === "html" && /^<br\b/i.test(String(value)))) return " ";
  if (type === "mdxTextExpression") return writtenIn(String(value));
  return shownOf(children)
    .map((child) => wordsOf(child, ofPicture))
    .join("");
}

/** Elements of which pages leave out the words as well. */
const UNSHOWN = /^(?:script|style|template|noscript)$/i;

/** The nodes that pages show: Markdown has the words in an element of HTML beside its tags, MDX within it. */
function shownOf(nodes: readonly MarkupNode[]): MarkupNode[] {
  let open = "";
  return nodes.filter(({ type, name, value }) => {
    const [, slash, tag = ""] = (type === "html" && /^<(\/?)([a-z]+)/i.exec(String(value))) || [];
    if (!open && UNSHOWN.test(tag) && !slash) open = tag.toLowerCase();
    const isShown = !open && !UNSHOWN.test(name ?? "");
    if (slash && tag.toLowerCase() === open) open = "";
    return isShown;
  });
}

/**
 * The words of links between notes, which are text to the parser; of one without any the heading, else the end of the
 * path that it leads to.
 */
function nameLinks(text: string): string {
  return text.replace(
    /(?<!!)\[\[([^\]|]*)(?:\|([^\]|]*))?\]\]/g,
    (_, written: string, words?: string) => words ?? written.replace(/^.*#(?=.)|^[^#]*\/(?=[^#/]+$)/s, ""),
  );
}

/** What an expression of MDX says that is nothing but a text: `{" "}`. */
function writtenIn(expression: string): string {
  return /^\s*(["'`])((?:(?!\1|\\).)*)\1\s*$/s.exec(expression)?.[2] ?? "";
}

function joinBlanks(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
