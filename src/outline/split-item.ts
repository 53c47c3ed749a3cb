import type { Element, ElementContent } from "hast";
import { toString as hastToString } from "hast-util-to-string";

/** Elements that end the words of a list item. */
const BLOCKS = /^(?:ul|ol|dl|table|pre|blockquote|figure|details|div|section|article|aside|h[1-6]|hr|p|img)$/;
/** Those of them whose parts are nodes of their own. */
const LISTS = /^(?:ul|ol|dl|table|pre|blockquote|figure|details|h[1-6])$/;

/** Splits an item into the nodes of its label and those after it. */
export function splitItem(item: Element): { words: ElementContent[]; rest: ElementContent[] } {
  const first = item.children.findIndex((child) => !isBlank(child) && child.type !== "comment");
  const start = item.children[first];
  if (start?.type === "element" && start.tagName === "p") {
    const comments = item.children.slice(0, first);
    const pictures = start.children.every((child) => isBlank(child) || isImage(child));
    if (pictures) return { words: comments, rest: item.children.slice(first) };
    const { beside, rest } = wordsAfter(item.children.slice(first + 1));
    return { words: [...comments, ...start.children, ...beside], rest };
  }
  const end = item.children.findIndex((child) => endsWords(child) && !(isImage(child) && hasWords(item)));
  const ending = item.children[end];
  if (ending?.type !== "element") return { words: item.children, rest: [] };
  const before = item.children.slice(0, end);
  const after = item.children.slice(end + 1);
  const begins = before.every((child) => isBlank(child) || child.type === "comment");
  if (BLOCKS.test(ending.tagName) && !(begins && isPlain(ending))) return { words: before, rest: [ending, ...after] };
  // An element that holds both words and lists is divided as the item is.
  const parted = splitItem(ending);
  return {
    words: [...before, { ...ending, children: parted.words }],
    rest: [{ ...ending, children: parted.rest }, ...after],
  };
}

/**
 * What belongs to an item's first paragraph and stands behind it: words in no paragraph, as those of a component on one
 * line, behind its own; else comments up to the item's lists, which may say that these are folded.
 */
function wordsAfter(nodes: readonly ElementContent[]): { beside: ElementContent[]; rest: ElementContent[] } {
  const end = nodes.findIndex(endsWords);
  const beside = end < 0 ? [...nodes] : nodes.slice(0, end);
  if (!beside.some((node) => !isBlank(node) && node.type !== "comment")) {
    const list = nodes.findIndex(holdsList);
    const comments = nodes.slice(0, list < 0 ? nodes.length : list).filter(({ type }) => type === "comment");
    return { beside: comments, rest: [...nodes] };
  }
  return { beside: [{ type: "text", value: " " }, ...beside], rest: end < 0 ? [] : nodes.slice(end) };
}

function isBlank(node: ElementContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** Whether the words of an element are those of what it stands in: a quote's, too, where there are no others. */
function isPlain({ properties, tagName }: Element): boolean {
  return /^(?:div|section|article|blockquote)$/.test(tagName) && properties.dataOutlineIgnore === undefined;
}

function endsWords(node: ElementContent): boolean {
  return node.type === "element" && (BLOCKS.test(node.tagName) || node.children.some(holdsList));
}

function holdsList(node: ElementContent): boolean {
  return node.type === "element" && (LISTS.test(node.tagName) || node.children.some(holdsList));
}

/** Whether there are words beside the blocks and pictures, marked or not. */
function hasWords(item: Element): boolean {
  const beside = item.children.filter((child) => !(child.type === "element" && BLOCKS.test(child.tagName)));
  return hastToString({ type: "root", children: beside }).trim() !== "";
}

function isImage(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "img";
}
