import { cutText } from "../../notes/cut-preview.ts";
import type { Piece, SubResult } from "../../search/places.ts";
import type { Findings } from "./engine.ts";
import type { FileKind } from "./files.ts";
import type { FoundPage } from "./find.ts";
import { isGlossary } from "./glossary-page.ts";

/** How many places of one page are listed before the reader asks for the others. */
const PLACES = 4;
/** For how many pages the files of their maps are listed. */
const FILED_PAGES = 3;
/** Most letters of a query that are said again. */
const SAID_LETTERS = 60;
/** Most words of it that are named as being nowhere. */
const SAID_WORDS = 5;

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

/**
 * The list of what was found: a group for each page, an option for each place. Of the glossary one
 * term stands where its page does, and the others after all notes, which are what a reader came for.
 */
export function drawFindings(findings: Findings, uid: string, files: readonly FileKind[]): HTMLElement[] {
  const terms: HTMLElement[] = [];
  const groups = findings.pages.map((page, index) => {
    const options = page.places.map((place) => drawPlace(place, findings.text));
    const header = drawHeader(page, options);
    const isNote = page.url.includes("/notes/");
    const saved = isNote && index < FILED_PAGES ? files.map((file) => drawFile(page, file)) : [];
    const rest = options.splice(isGlossary(page) ? 1 : PLACES);
    if (isGlossary(page)) terms.push(...rest.splice(0));
    if (rest.length > 0) options.push(drawMore(rest, "place on this page", "places on this page"));
    return drawGroup(`${uid}-page-${index}`, header, [...saved, ...options]);
  });
  if (terms.length === 0) return groups;
  const header = make("div", { class: "search-page" }, "More of the glossary");
  return [...groups, drawGroup(`${uid}-terms`, header, [drawMore(terms, "term", "terms")])];
}

/** The page's title, which is the first of its options where the title itself answers. */
function drawHeader({ title, section, places: [first] }: FoundPage, options: HTMLElement[]): HTMLElement {
  const isTitled = first?.kind === "title" && first.label.some(({ isMarked }) => isMarked);
  const header = (isTitled && options.shift()) || make("div", {}, title);
  header.classList.add("search-page");
  if (section && section !== title) {
    const label = header.querySelector(".search-label");
    const shown = make("span", { class: "search-section" }, section);
    if (label) label.after(shown);
    else header.append(shown);
  }
  return header;
}

function drawGroup(id: string, header: HTMLElement, options: readonly HTMLElement[]): HTMLElement {
  header.id = id;
  return make("div", { role: "group", "aria-labelledby": id }, header, ...options);
}

function drawPlace(place: SubResult, words: string): HTMLElement {
  const href = `${place.page}?mark=${encodeURIComponent(words)}${place.anchor ? `#${place.anchor}` : ""}`;
  const option = make("a", { role: "option", class: `search-place search-${place.kind}`, href, tabindex: "-1" });
  const isHead = place.label.length > 0;
  const above = isHead ? place.trail.slice(0, -1) : place.trail;
  if (above.length > 0)
    option.append(make("span", { class: "search-trail" }, above.map(({ text }) => text).join(" › ")));
  if (isHead) option.append(make("span", { class: "search-label" }, ...drawPieces(place.label)));
  if (place.excerpt.length > 0) option.append(make("span", { class: "search-excerpt" }, ...drawPieces(place.excerpt)));
  return option;
}

function drawFile({ url, title }: FoundPage, { extension, label }: FileKind): HTMLElement {
  const href = `${url}map.${extension}`;
  const name = url.replace(/^.*\/notes\/|\/$/g, "").replaceAll("/", "-");
  const words = make("span", { class: "search-label" }, `Save the map as ${label}`);
  return make(
    "a",
    {
      role: "option",
      class: "search-place search-file",
      href,
      download: `${name}.${extension}`,
      tabindex: "-1",
      "aria-label": `${title}: save the map as ${label}`,
    },
    words,
  );
}

/** An option that stands for others and makes way for them. */
function drawMore(rest: readonly HTMLElement[], one: string, many: string): HTMLElement {
  const words = rest.length === 1 ? `1 more ${one}` : `${rest.length} more ${many}`;
  const more = make("div", { role: "option", class: "search-place search-rest" }, words);
  more.addEventListener("click", () => {
    const list = more.closest("[role=listbox]");
    more.before(...rest);
    list?.dispatchEvent(new CustomEvent<unknown>("search:unfold", { detail: rest[0] }));
    // Only now, so that the focus could go on from it.
    more.remove();
  });
  return more;
}

function drawPieces(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}

/** What was searched before, as options. */
export function drawRecent(texts: readonly string[], uid: string): HTMLElement[] {
  if (texts.length === 0) return [];
  const header = make("div", { class: "search-page" }, "Recent searches");
  const options = texts.map((text) => make("div", { role: "option", class: "search-place", "data-text": text }, text));
  return [drawGroup(`${uid}-recent`, header, options)];
}

/** What was found, as a sentence; `isNarrowed` where a section or tag is chosen. */
export function countFindings({ pages, more, text }: Findings, isNarrowed: boolean): string {
  const places = pages.reduce((sum, page) => sum + page.places.length, 0);
  if (places === 0) {
    const where = isNarrowed ? " in the chosen section or tag: choose all to search everywhere" : "";
    return `Nothing found for “${clip(text)}”${text.length < 3 ? " yet" : ""}${where}.`;
  }
  const where = pages.length === 1 ? "on 1 page" : `on ${pages.length} pages`;
  return `${places === 1 ? "1 place" : `${places} places`} ${where}${more > 0 ? `, ${more} more ${more === 1 ? "page" : "pages"} not looked into` : ""}.`;
}

/** So much of what was typed as fits into a sentence. */
function clip(text: string): string {
  return text.length > SAID_LETTERS ? `${cutText(text, SAID_LETTERS)}…` : text;
}

/**
 * What was searched for instead of what was typed, words that are nowhere, and other names; `data-verbatim`
 * and `data-text` say what a button does.
 * @param isNarrowed whether a section or tag is chosen
 * @param isCut whether more was typed than is searched for
 */
export function drawNotice(
  { typed, text, missing, guess, related, pages }: Findings,
  isNarrowed: boolean,
  isCut: boolean,
): Child[] {
  const notice: Child[] = isCut ? ["That is long: only its beginning was searched for. "] : [];
  if (typed) {
    const back = make("button", { type: "button", "data-verbatim": typed }, clip(typed));
    notice.push("Showing results for ", make("strong", {}, clip(text)), ". Search instead for ", back, ". ");
  }
  if (missing.length > 0) {
    const named = missing.slice(0, SAID_WORDS).map((word) => `“${clip(word)}”`);
    const others = missing.length - named.length;
    if (others > 0) named.push(others === 1 ? "1 other word" : `${others} other words`);
    const words = new Intl.ListFormat("en").format(named);
    const where = isNarrowed ? "no note of the chosen section or tag" : "no note";
    const begin = missing[0] === text && pages.length > 0 ? "; these begin with it" : "";
    notice.push(`${words} ${missing.length === 1 ? "is" : "are"} in ${where}${begin}. `);
  }
  if (guess) notice.push("Did you mean ", make("button", { type: "button", "data-text": guess }, guess), "? ");
  if (related.length > 0) {
    notice.push("See also ");
    for (const [index, name] of related.entries()) {
      notice.push(index > 0 ? ", " : "", make("button", { type: "button", "data-text": name }, name));
    }
    notice.push(".");
  }
  return notice;
}
