/** Height of what covers the top of the window, and the share of the rest at which one reads. */
const LINE = 0.3;

/** The headings of the text, in order. */
export function listHeadings(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".prose :is(h2, h3, h4)[id]")];
}

/** The heading of the section being read; undefined above the first. */
export function findCurrent(headings: readonly HTMLElement[]): HTMLElement | undefined {
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * LINE);
}

/** Calls back when the page was scrolled, at most once a frame. */
export function onScroll(callback: () => void): void {
  let isWaiting = false;
  addEventListener(
    "scroll",
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        callback();
      });
    },
    { passive: true },
  );
}

/** A heading's words, without the sign of its permalink. */
export function headingText(heading: HTMLElement): string {
  return (heading.textContent ?? "").trim();
}
