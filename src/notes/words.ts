import type { Element, Nodes } from "hast";

/**
 * The words of a text as readers have them: without comments and the numbers of its footnotes, pictures by the text
 * that stands for them, and a blank where a line ends.
 */
export function wordsOf(node: Nodes): string {
  if (isPicture(node)) return String(node.properties.alt ?? "");
  return isLineEnd(node) ? " " : readText(node, wordsOf);
}

/** The same without those of pictures. */
export function wordsBesidePictures(node: Nodes): string {
  if (isPicture(node)) return "";
  return isLineEnd(node) ? " " : readText(node, wordsBesidePictures);
}

/** The letters of a text alone, of which ids are made: pictures and ends of lines change no address. */
export function lettersOf(node: Nodes): string {
  return readText(node, lettersOf);
}

function isPicture(node: Nodes): node is Element {
  return node.type === "element" && node.tagName === "img";
}

function isLineEnd(node: Nodes): boolean {
  return node.type === "element" && node.tagName === "br";
}

function readText(node: Nodes, read: (child: Nodes) => string): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || isFootnoteNumber(node)) return "";
  return node.children.map((child) => read(child)).join("");
}

/** Whether a node is a footnote's number in the text, which says nothing of what it stands in. */
export function isFootnoteNumber(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnoteRef !== undefined;
}

/** Whether a footnote's number stands in a node. */
export function hasFootnoteNumber(node: Nodes): boolean {
  return isFootnoteNumber(node) || ("children" in node && node.children.some(hasFootnoteNumber));
}
