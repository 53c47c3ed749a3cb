import { anchorOf } from "../anchor.ts";
import { loadFile } from "../load.ts";
import { wordsOf } from "../reading/sections.ts";

const PAGES = new Map<string, Promise<Document>>();

/**
 * The paragraphs that belong to a place in a note: those between a heading and the next one, or
 * those of a list item; of one that has none those of its section, with a line that says so. They
 * come from the page; where only the map stands, from the note's page.
 * @param address of the place; without a hash, the note itself
 * @throws Error when the note's page cannot be had
 */
export async function sectionText({ origin, pathname, hash }: URL): Promise<Node[]> {
  const source = pathname === location.pathname ? document : await loadPage(origin + pathname);
  const anchor = anchorOf(hash);
  const place = anchor ? source.getElementById(anchor) : source.querySelector(".note-header h1");
  if (!place) return [];
  const own = paragraphsOf(place);
  const heading = own.length > 0 || isHeading(place) ? undefined : previousHeading(place);
  const borrowed = heading ? followers(heading) : [];
  const copies = [...own, ...borrowed].map((element) => copyOf(element, source === document ? "" : pathname));
  return heading && copies.length > 0 ? [sayWhereFrom(heading), ...copies] : copies;
}

/** Says whose text it is, where a place has none of its own. */
function sayWhereFrom(heading: HTMLElement): Node {
  const words = document.createElement("p");
  words.className = "map-panel-from";
  words.textContent = `From “${wordsOf(heading)}”`;
  return words;
}

/** @param page address of the page that links within it lead to, if it is not the one at hand */
function copyOf(element: Element, page: string): Node {
  const copy = document.importNode(element, true);
  for (const anchored of [copy, ...copy.querySelectorAll("[id]")]) anchored.removeAttribute("id");
  // The page's script knows nothing of their copies.
  for (const button of copy.querySelectorAll("button, copy-code")) button.remove();
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = page + link.getAttribute("href");
  }
  return copy;
}

function loadPage(address: string): Promise<Document> {
  let page = PAGES.get(address);
  if (!page) {
    page = fetchPage(address);
    PAGES.set(address, page);
    // Asked for again, it is tried again.
    page.catch(() => PAGES.delete(address));
  }
  return page;
}

async function fetchPage(address: string): Promise<Document> {
  return new DOMParser().parseFromString(await (await loadFile(address)).text(), "text/html");
}

const HEADING = ":is(h1, h2, h3, h4, h5, h6)";
const PROSE = `p, blockquote, figure, table, .table, dl, .era, details:not(:has(${HEADING}))`;
/** What an author, or a component, may put paragraphs into. */
const CONTAINER = ":is(div, section, article, aside, header, details):not([data-outline-ignore])";
const IN_ITEM = ["> p:not(:first-child)", "> blockquote", "> figure", "> details", `> ${CONTAINER} > p`];

function isHeading(element: Element): element is HTMLElement {
  return element.matches(HEADING);
}

function paragraphsOf(place: Element): Element[] {
  const summary = place.closest("summary");
  if (summary || isHeading(place)) return followers(summary ?? place.closest(".note-header") ?? place);
  const item = place.closest("li, tr, dd, dt");
  return item
    ? [...item.querySelectorAll(IN_ITEM.map((part) => `:scope ${part}`).join())]
    : [place.closest("figure") ?? place];
}

/** What follows a heading up to the next one, prose only: lists are the map's own nodes. */
function followers(heading: Element): Element[] {
  return listProse(heading.nextElementSibling);
}

function listProse(first: Element | null): Element[] {
  const found: Element[] = [];
  for (let next = first; next && !next.matches(`${HEADING}, summary:has(${HEADING})`); next = next.nextElementSibling) {
    if (next.matches(PROSE)) found.push(next);
    else if (next.matches(CONTAINER)) found.push(...listProse(next.firstElementChild));
  }
  return found;
}

function previousHeading(place: Element): HTMLElement | undefined {
  for (let at: Element | null = place; at && !at.matches("article"); at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      if (isHeading(before)) return before;
    }
  }
  return undefined;
}
