import type { Element, ElementContent, Root } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { cutText } from "./cut-preview.ts";
import { hashText } from "./hash.ts";
import { slugOf } from "./ids.ts";
import { elementsOf, SKIP, visitElements } from "./visit.ts";
import { isFootnoteNumber, lettersOf } from "./words.ts";

/** Ids of the page that a note stands in: links lead there, and no part of the note may be called so. */
const PAGE_IDS = ["main", "map", "note-list", "_top", "_sources", "_backlinks", "_related", "_map-keys", "_page-keys"];

/** Longest part of an anchor that comes from an item's own words, in characters. */
const LONGEST = 40;

const LISTS = new Set(["ul", "ol", "dl", "table", "pre", "blockquote", "figure", "details"]);
const ANCHORED = new Set(["li", "tr", "td", "th", "pre", "img", "figure", "summary", "dt", "dd", "caption"]);

/**
 * Gives links that were written as anchors, `<a name="…">`, that name as an id, which is all that browsers still need.
 * Where something else has it, as the heading below mostly does, readers come there. The tree is changed in place.
 */
export function nameAnchors(root: Root): void {
  const taken = new Set<unknown>();
  visitElements(root, ({ properties: { id } }) => void taken.add(id));
  visitElements(root, ({ tagName, properties }) => {
    const { id, name } = properties;
    if (tagName !== "a" || name === undefined) return undefined;
    delete properties.name;
    if (id === undefined && name !== "" && !taken.has(name)) properties.id = String(name);
    taken.add(name);
    return undefined;
  });
}

/**
 * Gives every heading, list item, table row and cell, code block and picture an anchor, where it has
 * none. An item's is made of the heading above it and its own words, so that it stays the same while
 * these do, whatever else changes in the note. The tree is changed in place.
 * @param title the note's own heading, which stands in the page but not in the tree; an id it has stays its own
 */
export function addAnchors(root: Root, title?: Element): void {
  const taken = new Set<string>(PAGE_IDS);
  if (title?.properties.id !== undefined) taken.add(String(title.properties.id));
  visitElements(root, ({ properties: { id } }) => {
    if (id !== undefined) taken.add(String(id));
  });
  const claim = createClaim(taken);
  const seen = new Set<string>(PAGE_IDS);
  if (title) partDouble(title, seen, claim);
  visitElements(root, (node) => {
    if (node.tagName === "svg") return SKIP;
    partDouble(node, seen, claim);
    return undefined;
  });
  let heading = "top";
  const rowsOfHeads = new Set<Element>();
  visitElements(root, (node, above) => {
    const parent = above.type === "element" ? above : undefined;
    const { properties, tagName } = node;
    if (properties.dataOutlineIgnore !== undefined) return SKIP;
    if (tagName === "table") for (const row of rowsOfHead(node)) rowsOfHeads.add(row);
    if (/^h[1-6]$/.test(tagName)) {
      // Astro gives one without words an empty id, which no address can name.
      if (!properties.id) properties.id = claim(slugOf(lettersOf(node)) || "section");
      heading = String(properties.id);
    } else if (ANCHORED.has(tagName) && properties.id === undefined && isAnchored(node, parent, rowsOfHeads)) {
      properties.id = claim(`${heading}--${shorten(nameOf(node, parent))}`);
    }
    return tagName === "svg" ? SKIP : undefined;
  });
}

type Claim = (wanted: string) => string;

/** Gives ids that are not taken: what was wanted, or that with a number. */
function createClaim(taken: Set<string>): Claim {
  const counts = new Map<string, number>();
  return (wanted) => {
    let count = counts.get(wanted) ?? 2;
    let id = wanted;
    for (; taken.has(id); count += 1) id = `${wanted}-${count}`;
    counts.set(wanted, count);
    taken.add(id);
    return id;
  };
}

/** Of several elements with one id, which HTML's own beside Markdown's may have, the first keeps it. */
function partDouble({ properties }: Element, seen: Set<string>, claim: Claim) {
  if (properties.id === undefined) return;
  if (seen.has(String(properties.id))) properties.id = claim(String(properties.id));
  seen.add(String(properties.id));
}

function isAnchored(node: Element, within: Element | undefined, rowsOfHeads: ReadonlySet<Element>): boolean {
  if (node.tagName === "tr") return within?.tagName !== "thead" || rowsOfHeads.has(node);
  if (node.tagName !== "td" && node.tagName !== "th") return true;
  return cellsOf(within).length > 1 && within?.properties.id !== undefined;
}

/** The rows of a table's head that are all it has, and are read as its rows: other cells hold nothing. */
function rowsOfHead(table: Element): Element[] {
  const parts = Map.groupBy(elementsOf(table), ({ tagName }) => (tagName === "thead" ? "head" : "rest"));
  const cells = (parts.get("rest") ?? []).flatMap(elementsOf).flatMap(cellsOf);
  const isEmpty = (cell: Element) => elementsOf(cell).length === 0 && lettersOf(cell).trim() === "";
  return cells.every(isEmpty) ? (parts.get("head") ?? []).flatMap(elementsOf) : [];
}

function cellsOf(row: Element | undefined): Element[] {
  return row ? elementsOf(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)) : [];
}

/** The words that name an element within its section. */
function nameOf(node: Element, parent: Element | undefined): string {
  if (node.tagName === "img") return String(node.properties.alt ?? "picture");
  if (node.tagName === "pre") {
    return String(node.properties.dataTitle ?? `code ${hastToString(node).trim().split("\n")[0]}`);
  }
  if (node.tagName === "figure") return `figure ${lettersOf(node)}`;
  if (node.tagName === "tr") return ownWords(cellsOf(node)[0]);
  if (node.tagName === "td" || node.tagName === "th") {
    return `${ownWords(cellsOf(parent)[0])} ${ownWords(node)}`;
  }
  return ownWords(node);
}

/** An item's words without those of the lists, tables and code below it. */
function ownWords(node: Element | undefined): string {
  const text = (child: ElementContent): string => {
    if (child.type === "text") return child.value;
    if (child.type !== "element" || LISTS.has(child.tagName) || isFootnoteNumber(child)) return "";
    return child.tagName === "img" ? String(child.properties.alt ?? "") : child.children.map(text).join("");
  };
  for (const child of node?.children ?? []) {
    if (child.type === "element" && child.tagName === "p") return text(child);
  }
  return (node?.children ?? []).map(text).join("");
}

/** Cuts long names at a word; a digest of the whole keeps apart those that begin alike. */
function shorten(words: string): string {
  const name = slugOf(words.replace(/\s+/g, " ").trim()).replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  if (name === "") return "item";
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  const begun = cutText(cut, Math.max(cut.lastIndexOf("-"), LONGEST / 2));
  return `${begun}-${digest(name)}`;
}

/** Four signs, enough to tell items of one section apart. */
function digest(text: string): string {
  return hashText(text).toString(36).slice(-4).padStart(4, "0");
}
