/** How far below the letters, in pixels, what is read begins. */
const NEAR = 24;

const strip = document.querySelector<HTMLElement>(".glossary .index-letters");
const links = [...(strip?.querySelectorAll("a") ?? [])];
/** One for each letter. */
const sections = [...document.querySelectorAll(".glossary section")];
let marked: HTMLElement | undefined;

/** The letter whose terms are read; the last ones, which the end of the page keeps from the top, if the address names them. */
function findLetter(strip: HTMLElement): HTMLElement | undefined {
  const edge = Math.max(strip.getBoundingClientRect().bottom, 0) + NEAR;
  const at = sections.findLastIndex((section) => section.getBoundingClientRect().top < edge);
  const named = sections.findIndex((section) => section.querySelector(":target"));
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
  return links[isAtEnd ? Math.max(at, named) : at];
}

/** Marks the letter whose terms are read, and keeps it in sight where not all letters are. */
function mark() {
  const letter = strip ? findLetter(strip) : undefined;
  if (!strip || letter === marked) return;
  marked?.removeAttribute("aria-current");
  letter?.setAttribute("aria-current", "true");
  marked = letter;
  // Under a press it would move the letters away.
  if (letter && !strip.matches(":active"))
    strip.scrollLeft = letter.offsetLeft - (strip.clientWidth - letter.offsetWidth) / 2;
}

for (const event of ["scroll", "hashchange", "resize"]) addEventListener(event, mark);
mark();
