import { isTextShown, onScroll } from "./sections.ts";

/** The line at the top of the window: something of the text, and how far below the window's top it begins, in pixels. */
interface Line {
  element: Element;
  top: number;
}

/** Keeps the text where it was while the map has the page, or takes room from it or gives it back. */
export function connectLine(): void {
  let line = findLine();
  onScroll(() => {
    if (isTextShown()) line = findLine();
  });
  document.querySelector("view-switch")?.addEventListener("change", () => {
    if (!line || !isTextShown()) return;
    scrollBy({ top: line.element.getBoundingClientRect().top - line.top, behavior: "instant" });
  });
}

/** The first line below the bars that sticks to no edge; undefined at the top of the page, which needs no help. */
function findLine(): Line | undefined {
  const bar = document.querySelector(".note-bar")?.getBoundingClientRect().bottom ?? 0;
  const blocks = document.querySelectorAll(".prose :is(h2, h3, h4, p, li, tr, pre, figure, dt, dd)");
  const element = scrollY > 0 && [...blocks].find((block) => block.getBoundingClientRect().bottom > bar);
  return element ? { element, top: element.getBoundingClientRect().top } : undefined;
}
