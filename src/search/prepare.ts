import { doubleSpellings } from "./spelling.ts";
import { hasUnspaced, splitUnspaced } from "./unspaced.ts";

/** Id of the empty anchor which {@link preparePage} sets where a list, table, figure or code begins. */
export const START_ANCHOR = "_";
/** Id of the one where it ends. */
export const END_ANCHOR = "^";
/** Id of the heading above a note's sources, which are no part of its text. */
export const SOURCES_ANCHOR = "_sources";

// What stands in quotes may hold any sign. Without "<" outside of them each beginning is read on to the next at most.
const ATTRIBUTES = '(?:"[^"]*"|[^"<>])*?';
const TAG_OR_TEXT = new RegExp(`</?[a-z]${ATTRIBUTES}>|<[^<>]*>|[^<]+`, "gi");
const BLOCK_START = new RegExp(`<(?:ul|ol|dl|table|figure|pre)\\b${ATTRIBUTES}>`, "g");
const BLOCK_END = /<\/(?:ul|ol|dl|table|figure|pre)>/g;
const CELL_END = /<\/(?:dt|th|td)>/g;
const PICTURE = new RegExp(`<(?:svg\\b${ATTRIBUTES}\\saria-label|img\\b${ATTRIBUTES}\\salt)="([^"]+)"`, "g");

const BODY = new RegExp(`<([a-z]+)\\b${ATTRIBUTES}\\sdata-pagefind-body\\b`);
const ROOT = new RegExp(`<html\\b${ATTRIBUTES}>`);
const SOURCES = new RegExp(`<h2 id="${SOURCES_ANCHOR}">.*?</ol>`, "s");

/** The part of a page that is to be found, with its sources, as a page of its own: most of a page is its map and ways to others. */
function cutBody(html: string): string {
  const start = BODY.exec(html);
  if (!start) return html;
  // An element of the same name may stand in it; one that follows it does no harm.
  const body = html.slice(start.index, html.lastIndexOf(`</${start[1]}>`));
  const sources = SOURCES.exec(html.slice(start.index + body.length))?.[0];
  const cited = sources ? `<div data-pagefind-weight="0.2">${sources}</div>` : "";
  return `${ROOT.exec(html)?.[0] ?? "<html>"}${body}${cited}</${start[1]}></html>`;
}

/**
 * Makes a page's HTML ready for Pagefind, which knows where an element with an id begins but not
 * where it ends: marks the ends of lists and the like, so that the paragraph after a list is not taken for
 * part of its last item, and where they begin, so that an item is known to stand in another; parts a
 * term from its definition and cells from each other, puts what a picture shows beside it, leaves out
 * what is not to be found, adds other spellings, and separates the letters of scripts without spaces.
 */
export function preparePage(html: string): string {
  const marked = cutBody(html)
    .replace(BLOCK_START, `<a id="${START_ANCHOR}"></a>$&`)
    .replace(BLOCK_END, `$&<a id="${END_ANCHOR}"></a>`)
    .replace(CELL_END, " $&")
    .replace(PICTURE, (tag, words: string) => `<p>${words.replaceAll("<", "&lt;")}</p>${tag}`);
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
