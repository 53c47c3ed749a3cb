import GithubSlugger, { slug } from "github-slugger";
import type { Element, ElementContent, Root } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { SKIP, visitElements } from "./visit.ts";

/** Longest part of an anchor that comes from an item's own words, in characters. */
const LONGEST = 40;

const LISTS = new Set(["ul", "ol", "dl", "table", "pre", "blockquote", "figure", "details"]);
const ANCHORED = new Set(["li", "tr", "td", "th", "pre", "img", "figure", "summary", "dt", "dd", "caption"]);

/**
 * Gives every heading, list item, table row and cell, code block and picture an anchor, where it has
 * none. An item's is made of the heading above it and its own words, so that it stays the same while
 * these do, whatever else changes in the note. The tree is changed in place.
 */
export function addAnchors(root: Root): void {
  const taken = new Set<string>();
  const slugger = new GithubSlugger();
  visitElements(root, ({ properties: { id } }) => {
    if (id !== undefined) {
      taken.add(String(id));
      slugger.slug(String(id));
    }
  });
  const claim = (wanted: string) => {
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  };
  partDoubles(root, claim);
  let heading = "top";
  visitElements(root, (node, above) => {
    const parent = above.type === "element" ? above : undefined;
    const { properties, tagName } = node;
    if (properties.dataOutlineIgnore !== undefined) return SKIP;
    if (/^h[1-6]$/.test(tagName)) {
      properties.id ??= claim(slug(hastToString(node)) || "section");
      heading = String(properties.id);
    } else if (ANCHORED.has(tagName) && properties.id === undefined && isAnchored(node, parent)) {
      properties.id = claim(`${heading}--${shorten(wordsOf(node, parent))}`);
    }
    return tagName === "svg" ? SKIP : undefined;
  });
}

/** Of several elements with one id, which HTML's own beside Markdown's may have, the first keeps it. */
function partDoubles(root: Root, claim: (wanted: string) => string): void {
  const seen = new Set<string>();
  visitElements(root, ({ properties, tagName }) => {
    const { id } = properties;
    if (tagName === "svg") return SKIP;
    if (id !== undefined && seen.has(String(id))) properties.id = claim(String(id));
    seen.add(String(properties.id));
    return undefined;
  });
}

function isAnchored({ tagName }: Element, within: Element | undefined): boolean {
  if (tagName === "tr") return within?.tagName !== "thead";
  if (tagName !== "td" && tagName !== "th") return true;
  return cellsOf(within).length > 1 && within?.properties.id !== undefined;
}

function cellsOf(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter(
    (child): child is Element => child.type === "element" && /^t[dh]$/.test(child.tagName),
  );
}

/** The words that name an element within its section. */
function wordsOf(node: Element, parent: Element | undefined): string {
  if (node.tagName === "img") return String(node.properties.alt ?? "picture");
  if (node.tagName === "pre") {
    return String(node.properties.dataTitle ?? `code ${hastToString(node).trim().split("\n")[0]}`);
  }
  if (node.tagName === "figure") return `figure ${hastToString(node)}`;
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
    if (child.type !== "element" || LISTS.has(child.tagName)) return "";
    return child.tagName === "img" ? String(child.properties.alt ?? "") : child.children.map(text).join("");
  };
  for (const child of node?.children ?? []) {
    if (child.type === "element" && child.tagName === "p") return text(child);
  }
  return (node?.children ?? []).map(text).join("");
}

/** Cuts long names at a word; a digest of the whole keeps apart those that begin alike. */
function shorten(words: string): string {
  const name = slug(words.replace(/\s+/g, " ").trim()).replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  if (name === "") return "item";
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf("-"), LONGEST / 2))}-${digest(name)}`;
}

/** Four signs of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), enough within one section. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).slice(-4).padStart(4, "0");
}
