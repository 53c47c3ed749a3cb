import type { Root } from "hast";
import { cutPreview } from "./cut-preview.ts";
import { SKIP, visitElements } from "./visit.ts";
import { lettersOf, wordsOf } from "./words.ts";

/** Heading and first words of each section of a text, by anchor. */
export type SectionLeads = Record<string, [heading: string, words: string]>;

/** Reads what a preview of each section shows: its heading, and the first paragraph or item below it. */
export function readSections(root: Root): SectionLeads {
  const sections = new Map<string, [heading: string, words: string]>();
  let open: [string, string] | undefined;
  visitElements(root, (node) => {
    if (node.properties.dataOutlineIgnore !== undefined) return SKIP;
    if (/^h[1-6]$/.test(node.tagName)) {
      open = [wordsOf(node).trim(), ""];
      sections.set(String(node.properties.id), open);
      return SKIP;
    }
    // A picture alone says less than what follows it.
    const isLead = open && !open[1] && /^(?:p|li|td)$/.test(node.tagName) && lettersOf(node).trim() !== "";
    if (open && isLead) open[1] = cutPreview(wordsOf(node));
    return undefined;
  });
  // An anchor may be any word, "__proto__" too, which an object takes so alone.
  return Object.fromEntries(sections);
}
