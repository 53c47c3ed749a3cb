/** Share of the window's height at which one reads. */
const LINE = 0.3;

/** The headings of the text, in order; the page's title is none of them. */
export function listHeadings(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".prose :is(h1, h2, h3, h4):has(> [data-permalink])")];
}

/** Whether the text is there to be read: the map may have the whole page. */
export function isTextShown(): boolean {
  return isSeen(document.querySelector(".prose"));
}

/** Whether a part of the page can be seen: it may be hidden, or lie beneath a map that fills the screen. */
export function isSeen(part: Element | null): boolean {
  return Boolean(part?.checkVisibility()) && !document.fullscreenElement;
}

/** Gives the keyboard's focus to a place in the text, so that reading goes on there; without one, to where one reads. */
export function focusPlace(place = findCurrent(listHeadings()) ?? document.querySelector("h1")): void {
  // Links and what else can have it by itself are to be reached by Tab as before.
  if (place && place.tabIndex < 0) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
}

/** The heading of the section being read; undefined above the first. */
export function findCurrent(headings: readonly HTMLElement[]): HTMLElement | undefined {
  if (!isTextShown()) return undefined;
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * LINE);
}

/** How far down, in pixels, the bars that stay at the top of the window reach. */
export function stickyEdge(): number {
  let edge = 0;
  for (const bar of document.querySelectorAll(".site-header, .note-bar")) {
    if (getComputedStyle(bar).position === "sticky") edge = Math.max(edge, bar.getBoundingClientRect().bottom);
  }
  return edge;
}

/** Calls back when the page was scrolled, at most once a frame. */
export function onScroll(callback: () => void, signal?: AbortSignal): void {
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
    { passive: true, ...(signal && { signal }) },
  );
}

/** An element's words: none of its footnotes or their numbers, pictures by what stands for them, a blank where a line ends. */
export function wordsOf(element: Element): string {
  const words = element.cloneNode(true) as Element;
  for (const note of words.querySelectorAll("[data-footnote-ref], .sidenote")) note.remove();
  for (const end of words.querySelectorAll("br")) end.replaceWith(" ");
  for (const picture of words.querySelectorAll("img")) picture.replaceWith(picture.alt);
  return words.textContent.trim();
}
