import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { linkKey } from "./link-key.ts";
import { elementsOf, SKIP, visitElements } from "./visit.ts";
import { wordsBesidePictures, wordsOf } from "./words.ts";

/** A heading of the text, for the table of contents. */
export interface Heading {
  id: string;
  text: string;
  level: number;
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

/**
 * Takes the title out of the text, since the page shows it itself: a leading `h1`, and one behind a line of links or
 * badges that says what the note is called.
 * @param title what the note is called: where there are several, one of them is the title only if it says so
 * @returns the heading, or undefined when the text does not begin with its title
 */
export function takeTitle(root: Root, title: string): Element | undefined {
  const isHeading = (node: RootContent) => node.type === "element" && /^h[1-6]$/.test(node.tagName);
  const index = root.children.findIndex(isHeading);
  const first = root.children[index];
  if (first?.type !== "element" || first.tagName !== "h1") return undefined;
  let titles = 0;
  visitElements(root, ({ tagName }) => {
    if (tagName === "h1") titles += 1;
  });
  const isLeading = root.children.findIndex(({ type }) => type === "element") === index;
  if ((titles > 1 || !isLeading) && !isCalled(first, title)) return undefined;
  root.children.splice(index, 1);
  return first;
}

/** Whether a heading says a title, with pictures beside it or not. */
function isCalled(heading: Element, title: string): boolean {
  const isSame = (words: string) => linkKey(words.replace(/\s+/g, " ").trim()) === linkKey(title);
  return isSame(wordsOf(heading)) || isSame(wordsBesidePictures(heading));
}

/** The headings of all levels, in order; the title, which the page shows itself, is none of them. */
export function listHeadings(root: Root): Heading[] {
  const headings: Heading[] = [];
  visitElements(root, (node) => {
    if (node.properties.dataOutlineIgnore !== undefined) return SKIP;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level) headings.push({ id: String(node.properties.id), text: wordsOf(node).trim(), level: Number(level) });
    return undefined;
  });
  return headings;
}

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Number of words, with every East Asian letter counted as half of one. */
export function countWords(root: Root): number {
  const text = hastToString(root);
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.round((text.replace(WIDE, " ").match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0) + wide / 2);
}

/**
 * Gives the text what a page needs around it and an outline does not: permalinks on headings,
 * scrollable tables, titled code blocks that can be copied. The tree is changed in place.
 */
export function furnish(root: Root): void {
  let section = "";
  const names = new Map<string, number>();
  const furnishBelow = (above: Parents): void =>
    visitElements(above, (node, parent, at) => {
      if (node.properties.dataPicture !== undefined) delete node.properties.dataPicture;
      if (/^h[1-4]$/.test(node.tagName) && node.properties.id) {
        section = wordsOf(node);
        node.children = permalink(node);
      } else if (node.tagName === "table") {
        furnishBelow(node);
        // Regions are told apart by their names, so no two tables have the same.
        const name = tableName(node, section);
        const count = (names.get(name) ?? 0) + 1;
        names.set(name, count);
        parent.children[at] = element(
          "div",
          { className: ["table"], tabIndex: 0, role: "region", ariaLabel: count > 1 ? `${name} (${count})` : name },
          [node],
        );
        return at + 1;
      } else if (node.tagName === "pre") {
        parent.children[at] = codeFigure(node);
        return at + 1;
      }
      return undefined;
    });
  furnishBelow(root);
}

/**
 * A heading's words as the link to it: a link of its own would have to be called something, and be heard as a
 * part of the heading. Only where there are links among the words it stands behind them.
 */
function permalink(heading: Element): ElementContent[] {
  const properties = { href: `#${heading.properties.id}`, dataPermalink: "" };
  let hasLink = false;
  visitElements(heading, ({ tagName }) => {
    hasLink ||= tagName === "a";
  });
  if (!hasLink) return [element("a", properties, heading.children)];
  return [...heading.children, element("a", { ...properties, ariaLabel: "Link" }, [])];
}

function tableName(table: Element, section: string): string {
  const parts = elementsOf(table);
  const caption = parts.find(({ tagName }) => tagName === "caption");
  if (caption) return wordsOf(caption);
  const columns: string[] = [];
  const head = parts.find(({ tagName }) => tagName === "thead");
  if (head) {
    visitElements(head, (cell) => {
      if (cell.tagName === "th") columns.push(wordsOf(cell).trim());
    });
  }
  return [section ? `Table in “${section}”` : "Table", columns.join(", ")].filter(Boolean).join(": ");
}

function codeFigure(pre: Element): Element {
  const { dataTitle: title, ...properties } = pre.properties;
  const caption = title ? [element("figcaption", {}, [{ type: "text", value: String(title) }])] : [];
  return element("figure", { className: ["code-block"] }, [
    ...caption,
    element("copy-code", {}, []),
    element("pre", properties, pre.children),
  ]);
}
