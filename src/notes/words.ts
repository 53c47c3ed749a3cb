import type { Nodes } from "hast";

/** The words of a text: without comments, and without the numbers of its footnotes. */
export function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || isFootnoteNumber(node)) return "";
  return node.children.map(wordsOf).join("");
}

/** Whether a node is a footnote's number in the text, which says nothing of what it stands in. */
export function isFootnoteNumber(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnoteRef !== undefined;
}

/** Whether a footnote's number stands in a node. */
export function hasFootnoteNumber(node: Nodes): boolean {
  return isFootnoteNumber(node) || ("children" in node && node.children.some(hasFootnoteNumber));
}
