/** Letters of scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}\u30fc]*/u;
const EACH = new RegExp(UNSPACED.source, "gu");
const BETWEEN = new RegExp(`(?<=${UNSPACED.source}) +(?=${UNSPACED.source})`, "gu");

/** Whether a text has letters of a script without spaces. */
export function hasUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * Puts spaces around every letter of a script without spaces, so that each becomes a word of its own.
 * Pagefind segments such text only in pages that are wholly in it; letter by letter, any part of any
 * run is found in every page, and browser and build need not share a dictionary.
 */
export function splitUnspaced(text: string): string {
  return text.replace(EACH, " $& ");
}

/** Undoes {@link splitUnspaced} for showing: no spaces between such letters. */
export function joinUnspaced(text: string): string {
  return text.replace(BETWEEN, "");
}
