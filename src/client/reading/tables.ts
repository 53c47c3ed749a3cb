import { onScroll, stickyEdge } from "./sections.ts";

/**
 * Keeps the header of each table in sight while its rows pass. A table that fits its column sticks
 * to the window by itself; one that scrolls sideways in its box has to be told where the window
 * begins, because it sticks to the box.
 */
export function connectTables(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>(".prose .table")].filter((box) =>
    box.querySelector("thead"),
  );
  if (!boxes.length) return;
  const update = () => {
    const edge = stickyEdge();
    for (const box of boxes) {
      if (box.dataset.fit !== "no") continue;
      const { top, bottom } = box.getBoundingClientRect();
      const isPassing = top < edge && bottom > edge;
      box.style.setProperty("--passed", isPassing ? `${edge - top - box.clientTop}px` : "0px");
    }
  };
  const setFit = (box: HTMLElement) => {
    const width = box.querySelector("table")?.scrollWidth ?? 0;
    const fits = width <= box.clientWidth;
    box.dataset.fit = fits ? "yes" : "no";
    // What does not scroll is no stop for the keyboard.
    if (fits) box.removeAttribute("tabindex");
    else box.tabIndex = 0;
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) setFit(target as HTMLElement);
    update();
  });
  for (const box of boxes) observer.observe(box);
  onScroll(update);
}
