import { isTextShown, onScroll, stickyEdge } from "./sections.ts";

/** The line at the top of the window: something of the text, and how far below the window's top it begins, in pixels. */
interface Line {
  element: Element;
  top: number;
}

/**
 * Keeps the text where it was while the map has the page, or takes room from it or gives it back, while its letters or
 * lines are chosen otherwise, and while the window becomes wider or narrower, as a phone's does that is turned. Safari
 * keeps nothing in its place by itself, and no browser what is as wide as it may be.
 */
export function connectLine(): void {
  const blocks = [...document.querySelectorAll(".prose :is(h1, h2, h3, h4, p, li, tr, pre, figure, dt, dd)")];
  let line = findLine(blocks);
  let width = innerWidth;
  onScroll(() => {
    if (isTextShown()) line = findLine(blocks);
  });
  // The switch of the views, the border and the reading settings all tell of it so.
  document.addEventListener("change", () => returnTo(line));
  addEventListener("resize", () => {
    // Bars of a phone's browser come and go, and make the window lower or higher only.
    if (innerWidth === width) return;
    width = innerWidth;
    const kept = line;
    returnTo(kept);
    // Where browsers then keep another thing in its place, such as a bar that does not stick any more.
    requestAnimationFrame(() => returnTo(kept));
  });
}

function returnTo(line: Line | undefined): void {
  if (!line || !isTextShown()) return;
  scrollBy({ top: line.element.getBoundingClientRect().top - line.top, behavior: "instant" });
}

/** The first line below the bars that stick; undefined at the top of the page, which needs no help. */
function findLine(blocks: readonly Element[]): Line | undefined {
  if (scrollY === 0) return undefined;
  const edge = stickyEdge();
  const element = blocks.find((block) => block.getBoundingClientRect().bottom > edge);
  return element && { element, top: element.getBoundingClientRect().top };
}
