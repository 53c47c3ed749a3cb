import { anchorOf } from "../anchor.ts";
import { findCurrent, wordsOf, isTextShown, listHeadings, onScroll } from "./sections.ts";

/** Marks in the table of contents where the reader is, and lists there what the section being read is divided into. */
export function connectContents(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".contents a")].map((link) => [anchorOf(link.hash), link]),
  );
  if (!links.size) return;
  const all = listHeadings();
  let section = Number.NaN;
  const headings = all.filter(({ id, tagName }) => {
    const level = Number(tagName.slice(1));
    if (links.has(id)) section = level;
    return links.has(id) || level === section + 1;
  });
  const parts = listParts(headings, links);
  const update = () => {
    // Of a text that is hidden behind its map, the mark stays where it was read.
    if (!isTextShown()) return;
    const current = findCurrent(headings);
    for (const [anchor, link] of links) {
      if (anchor === current?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    for (const list of parts) list.hidden = !list.parentElement?.querySelector("[aria-current]");
  };
  onScroll(update);
  update();
}

/** Makes a list of its parts below each section that has any, and adds their links to those of the sections. */
function listParts(headings: readonly HTMLElement[], links: Map<string, HTMLAnchorElement>): HTMLElement[] {
  const lists: HTMLElement[] = [];
  let section: HTMLElement | null | undefined;
  let list: HTMLElement | undefined;
  for (const heading of headings) {
    const own = links.get(heading.id);
    if (own) {
      section = own.parentElement;
      list = undefined;
      continue;
    }
    if (!section) continue;
    if (!list) {
      list = document.createElement("ul");
      section.append(list);
      lists.push(list);
    }
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = wordsOf(heading);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
    links.set(heading.id, link);
  }
  return lists;
}
