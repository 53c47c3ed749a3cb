import { isTextShown, onScroll, stickyEdge } from "./sections.ts";

/** The line at the top of the window: something of the text, and how far below the window's top it begins, in pixels. */
interface Line {
  element: Element;
  top: number;
}

/** Keeps the text where it was while the map has the page, or takes room from it or gives it back. */
export function connectLine(): void {
  const blocks = [...document.querySelectorAll(".prose :is(h2, h3, h4, p, li, tr, pre, figure, dt, dd)")];
  let line = findLine(blocks);
  onScroll(() => {
    if (isTextShown()) line = findLine(blocks);
  });
  document.querySelector("view-switch")?.addEventListener("change", () => {
    if (!line || !isTextShown()) return;
    scrollBy({ top: line.element.getBoundingClientRect().top - line.top, behavior: "instant" });
  });
}

/** The first line below the bars that stick; undefined at the top of the page, which needs no help. */
function findLine(blocks: readonly Element[]): Line | undefined {
  if (scrollY === 0) return undefined;
  const edge = stickyEdge();
  const element = blocks.find((block) => block.getBoundingClientRect().bottom > edge);
  return element && { element, top: element.getBoundingClientRect().top };
}
