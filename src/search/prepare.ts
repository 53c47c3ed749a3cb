import { doubleSpellings } from "./spelling.ts";
import { hasUnspaced, splitUnspaced } from "./unspaced.ts";

/** Id of the empty anchors which {@link preparePage} sets where a list or table ends. */
export const END_ANCHOR = "^";

const TAG_OR_TEXT = /<[^>]*>|[^<]+/g;
const BLOCK_END = /<\/(?:ul|ol|dl|table)>/g;
const TERM_END = /<\/dt>/g;

const BODY = /<([a-z]+)\b[^>]*\sdata-pagefind-body\b/;
const ROOT = /<html\b[^>]*>/;

/** The part of a page that is to be found, as a page of its own: most of a page is its map and ways to others. */
function cutBody(html: string): string {
  const start = BODY.exec(html);
  if (!start) return html;
  // An element of the same name may stand in it; one that follows it does no harm.
  const body = html.slice(start.index, html.lastIndexOf(`</${start[1]}>`));
  return `${ROOT.exec(html)?.[0] ?? "<html>"}${body}</${start[1]}></html>`;
}

/**
 * Makes a page's HTML ready for Pagefind, which knows where an element with an id begins but not
 * where it ends: marks the ends of lists and tables, so that the paragraph after a list is not taken
 * for part of its last item, parts a term from its definition, leaves out what is not to be found,
 * adds other spellings, and separates the letters of scripts without spaces.
 */
export function preparePage(html: string): string {
  const marked = cutBody(html).replace(BLOCK_END, `$&<a id="${END_ANCHOR}"></a>`).replace(TERM_END, " $&");
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
