import { slugOf } from "./ids.ts";
import { asWritten } from "./link-key.ts";
import { inWords } from "./paths.ts";
import { capitalise } from "./terms.ts";

/** What stands in words, and in no anchor that is made of them. */
const IN_WORDS = /[^\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}_–—-]/u;

/** What a link without words of its own says of the heading that it leads to; nothing of a block, which has no name. */
export function nameHeading(heading: string): string {
  const written = heading.trim();
  if (written.startsWith("^")) return "";
  // An anchor is made of words; of an item's, the heading's come before.
  return IN_WORDS.test(written) ? written : capitalise(written.replace(/^.*--/, "").replaceAll("-", " "));
}

/** Anchor of a heading that a link names by its words, as Obsidian writes them; one that is an anchor stays. */
export function anchorOf(heading: string): string {
  return IN_WORDS.test(heading) ? slugOf(heading.trim()) : asWritten(heading.normalize());
}

/** The same of a link to a file or an address, which may lead to an element of any name: blanks alone have none. */
export function placeOf(anchor: string): string {
  const words = inWords(anchor);
  if (/\s/.test(words.trim())) return slugOf(words.trim());
  return words === words.normalize() ? anchor : words.normalize();
}
