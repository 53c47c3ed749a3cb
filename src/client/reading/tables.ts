import { anchorOf } from "../anchor.ts";
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
    box.style.setProperty("--table-head", `${box.querySelector("thead")?.offsetHeight ?? 0}px`);
    box.dataset.fit = fits ? "yes" : "no";
    // What does not scroll is no stop for the keyboard.
    if (fits) box.removeAttribute("tabindex");
    else box.tabIndex = 0;
  };
  let isFirst = true;
  const observer = new ResizeObserver((entries) => {
    const hold = isFirst ? holdTarget() : undefined;
    isFirst = false;
    for (const { target } of entries) setFit(target as HTMLElement);
    update();
    hold?.();
  });
  for (const box of boxes) observer.observe(box);
  onScroll(update);
}

/** Remembers where the place of the address is in the window, and brings it back there, from under the bars too. */
function holdTarget(): (() => void) | undefined {
  const place = document.getElementById(anchorOf(location.hash));
  const before = place?.getBoundingClientRect();
  // A reader who has scrolled on is not fetched back.
  if (!place || !before || before.bottom < 0 || before.top > innerHeight) return undefined;
  return () => {
    const { top } = place.getBoundingClientRect();
    const highest =
      Number.parseFloat(getComputedStyle(place).scrollMarginTop) +
      Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    scrollBy({ top: top - Math.max(before.top, highest), behavior: "instant" });
  };
}
