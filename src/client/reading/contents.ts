import { anchorOf } from "../anchor.ts";
import { findCurrent, listHeadings, onScroll } from "./sections.ts";

/** Marks in the table of contents where the reader is. */
export function connectContents(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".contents a")].map((link) => [anchorOf(link.hash), link]),
  );
  if (!links.size) return;
  const headings = listHeadings().filter(({ id }) => links.has(id));
  const update = () => {
    const current = findCurrent(headings);
    for (const [anchor, link] of links) {
      if (anchor === current?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  onScroll(update);
  update();
}
