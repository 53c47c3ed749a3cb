import type { Piece, Place } from "../search/places.ts";
import type { Findings, PageHits } from "./site-search-engine.ts";

/** How many places of one note are listed before the reader asks for more of them. */
const PLACES = 4;

type Child = Node | string;

/** Makes an element; attributes that are undefined are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** The list of what was found: a group a note, an option a place. */
export function drawFindings({ pages, query }: Findings, prefix: string): HTMLElement[] {
  return pages.map((hits, index) => drawPage(hits, query.text, `${prefix}-note-${index}`));
}

function drawPage({ page, places }: PageHits, words: string, id: string): HTMLElement {
  const title = page.fragment.meta.title ?? page.fragment.url;
  const [section] = page.fragment.filters.section ?? [];
  const own = places.find(({ kind }) => kind === "title");
  const shown = places.filter((place) => place !== own || place.label.every(({ isMarked }) => !isMarked)).slice(0, PLACES);
  const name = make("span", { class: "search-title", id });
  const header = own && !shown.includes(own) ? drawOption(own, words, "search-note") : make("div", { class: "search-note" });
  if (own && !shown.includes(own)) name.append(...drawPieces(own.label));
  else name.append(title);
  header.replaceChildren(name);
  if (section && section !== title) header.append(make("span", { class: "search-section" }, section));
  return make("div", { role: "group", "aria-labelledby": id }, header, ...shown.map((place) => drawPlace(place, words)));
}

function drawPlace(place: Place, words: string): HTMLElement {
  const option = drawOption(place, words, `search-place search-${place.kind}`);
  const hasLabel = place.label.length > 0 && place.kind !== "title";
  const above = hasLabel ? place.trail.slice(0, -1) : place.trail;
  if (above.length > 0) option.append(make("span", { class: "search-trail" }, above.map(({ text }) => text).join(" › ")));
  if (hasLabel) option.append(make("span", { class: "search-label" }, ...drawPieces(place.label)));
  if (place.excerpt.length > 0) option.append(make("span", { class: "search-excerpt" }, ...drawPieces(place.excerpt)));
  return option;
}

function drawOption(place: Place, words: string, className: string): HTMLAnchorElement {
  const href = `${place.page}?mark=${encodeURIComponent(words)}${place.anchor ? `#${place.anchor}` : ""}`;
  return make("a", { role: "option", class: className, href, tabindex: "-1" });
}

function drawPieces(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}

/** What was found, as a sentence. */
export function countFindings({ pages, more }: Findings): string {
  const places = pages.reduce((sum, hits) => sum + hits.places.length, 0);
  if (places === 0) return "Nothing found.";
  const notes = pages.length === 1 ? "1 page" : `${pages.length}${more > 0 ? " of more" : ""} pages`;
  return `${places === 1 ? "1 place" : `${places} places`} in ${notes}`;
}
