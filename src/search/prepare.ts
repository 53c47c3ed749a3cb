import { doubleSpellings } from "./spelling.ts";
import { hasUnspaced, splitUnspaced } from "./unspaced.ts";

/** Id of the empty anchors which {@link preparePage} sets where a list or table ends. */
export const END_ANCHOR = "^";

const TAG_OR_TEXT = /<[^>]*>|[^<]+/g;
const BLOCK_END = /<\/(?:ul|ol|dl|table)>/g;
const TERM_END = /<\/dt>/g;

/**
 * Makes a page's HTML ready for Pagefind, which knows where an element with an id begins but not
 * where it ends: marks the ends of lists and tables, so that the paragraph after a list is not taken
 * for part of its last item, parts a term from its definition, adds other spellings, and separates
 * the letters of scripts without spaces.
 */
export function preparePage(html: string): string {
  const marked = html.replace(BLOCK_END, `$&<a id="${END_ANCHOR}"></a>`).replace(TERM_END, " $&");
  const split = hasUnspaced(marked) ? splitUnspaced : (text: string) => text;
  return marked.replace(TAG_OR_TEXT, (part) => (part.startsWith("<") ? part : split(doubleSpellings(part))));
}

/** Language of a page as its `<html lang>` says, without region; "en" when it says nothing. */
export function readLanguage(html: string): string {
  return /<html\b[^>]*?\blang="?([a-z]{2,3})/i.exec(html)?.[1]?.toLowerCase() ?? "en";
}

/** Whether a page is to be found at all: Pagefind indexes what stands in `[data-pagefind-body]`. */
export function isSearchable(html: string): boolean {
  return html.includes("data-pagefind-body");
}
