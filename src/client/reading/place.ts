import { keepPlace, type ReadingPosition, recallPlaces } from "./places.ts";
import { findCurrent, focusPlace, wordsOf, isTextShown, listHeadings, onScroll } from "./sections.ts";

/** Room below the window, in pixels, at which a note counts as read to its end. */
const END = 100;

/** Keeps the place in this note, and offers to go back to where the reader was the last time. */
export function connectPlace(): void {
  const headings = listHeadings();
  const { pathname: path } = location;
  const top = document.querySelector("h1");
  const title = top ? wordsOf(top) : document.title;
  const before = recallPlaces().find((place) => place.path === path);
  const target = before && document.getElementById(before.anchor);
  if (before && target && isTextShown() && !location.hash && scrollY < innerHeight) offer(before, target);
  let kept: HTMLElement | "end" | undefined;
  const record = () => {
    // Where the map has the whole page, nothing is being read.
    if (!isTextShown()) return;
    const heading = findCurrent(headings);
    const isDone = scrollY + innerHeight > document.documentElement.scrollHeight - END;
    const place = isDone ? "end" : heading;
    if (place === kept) return;
    kept = place;
    if (isDone) keepPlace(path, undefined);
    else if (heading) keepPlace(path, { path, title, anchor: heading.id, heading: wordsOf(heading) });
  };
  onScroll(record);
  // Loaded by the reader's first sign, it has missed whatever brought them here; at the top there is nothing to keep.
  if (scrollY > 0 || location.hash) record();
}

function offer({ anchor, heading }: ReadingPosition, target: HTMLElement) {
  const note = document.createElement("p");
  note.className = "place-offer";
  note.role = "status";
  const link = document.createElement("a");
  link.href = `#${anchor}`;
  link.textContent = `Go on at “${heading}”`;
  link.dir = "ltr";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "icon-button";
  close.ariaLabel = "Stay here";
  close.textContent = "×";
  note.append(link, close);
  // Among the first that Tab comes to: at the page's end it would be gone before, for the page scrolls on the way there.
  [...document.querySelectorAll(".skip")].at(-1)?.after(note);
  const end = new AbortController();
  const { signal } = end;
  signal.addEventListener("abort", () => note.remove());
  link.addEventListener("click", () => end.abort());
  close.addEventListener("click", () => {
    end.abort();
    // The button that was pressed is no more.
    focusPlace();
  });
  // Whoever comes there, or past it, has found it without the offer; whoever goes to the map does not read on.
  const look = () => {
    if (!isTextShown() || target.getBoundingClientRect().top < innerHeight) end.abort();
  };
  onScroll(look, signal);
  addEventListener("change", look, { signal });
}
