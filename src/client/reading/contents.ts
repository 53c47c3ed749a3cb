import { findCurrent, listHeadings, onScroll } from "./sections.ts";

/** Marks in the table of contents where the reader is. */
export function connectContents(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".contents a")].map((link) => [
      decodeURIComponent(link.hash),
      link,
    ]),
  );
  if (!links.size) return;
  const headings = listHeadings().filter(({ id }) => links.has(`#${id}`));
  const update = () => {
    const current = findCurrent(headings);
    for (const [hash, link] of links) {
      if (hash === `#${current?.id}`) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  onScroll(update);
  update();
}
