import { cutPreview } from "../../notes/cut-preview.ts";
import { anchorOf } from "../anchor.ts";
import { loadFile } from "../load.ts";
import { onScroll, wordsOf } from "./sections.ts";

/** What `/notes/<id>/preview.json` holds. */
export interface NotePreview {
  title: string;
  description: string;
  /** Heading and first words of each section, by anchor. */
  sections: Record<string, [heading: string, words: string]>;
}

interface Preview {
  title: string;
  words: string;
}

/** How long a pointer rests on a link before its preview shows, and stays after it left, in milliseconds. */
const DELAY = { show: 350, hide: 250 };

const files = new Map<string, Promise<NotePreview | undefined>>();

/**
 * Shows what is behind a link to a note, a section or a term while the pointer or the focus is on it; a finger, which
 * rests on nothing, has a term explained by the first tap, and goes to the glossary by the card or the second.
 * @param early what the reader did before: the last tap on a term is made up for
 */
export function connectPreviews(early: readonly Event[]): void {
  const card = createCard();
  document.body.dataset.previews = "";
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    const link = linkOf(target);
    if (pointerType !== "mouse") return;
    // Whoever comes back to it wants it neither hidden nor another one shown.
    if (link && link === card.shown) card.keep();
    else if (link) card.plan(() => void card.show(link), DELAY.show);
    // A page that a key scrolls passes below a pointer that nobody moved: what the focus shows is the focus's to end.
    else if (card.holds(target) || card.shown?.matches(":focus-visible")) card.keep();
    else card.plan(card.hide, DELAY.hide);
  });
  document.addEventListener("focusin", ({ target }) => {
    const link = linkOf(target);
    if (link?.matches(":focus-visible")) void card.show(link);
    else if (card.shown && !card.holds(target)) card.hide();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (card.shown && !card.holds(target) && linkOf(target) !== card.shown) card.hide();
  });
  document.addEventListener("click", (event) => {
    const link = tappedTerm(event);
    if (!link || link === card.shown) return;
    event.preventDefault();
    void card.show(link, wayToGlossary(link));
  });
  // Before others hear of it, which close something else.
  const hideFirst = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !card.shown) return;
    event.preventDefault();
    card.hide();
  };
  document.addEventListener("keydown", hideFirst, { capture: true });
  // Nor does it stay where its link is no longer seen, or for who comes back.
  document.addEventListener("change", card.hide);
  addEventListener("pagehide", card.hide);
  // A key may scroll the page while the focus stays on the link.
  onScroll(() => card.follow());
  // The pointer may rest on one already: it was the first thing the reader did.
  const rested = linkOf(document.querySelector("a:hover"));
  if (rested) card.plan(() => void card.show(rested), DELAY.show);
  const tapped = early.map(tappedTerm).findLast(Boolean);
  if (tapped) void card.show(tapped, wayToGlossary(tapped));
}

/** The term that a finger tapped. */
function tappedTerm(event: Event): HTMLAnchorElement | undefined {
  const isTap = event instanceof PointerEvent && event.type === "click" && event.pointerType === "touch";
  const link = isTap ? linkOf(event.target) : undefined;
  return link?.matches(".term") ? link : undefined;
}

function linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLAnchorElement>(":is(.prose, .note-footer) a[href]:not([data-permalink])") ?? undefined;
}

/** The page's one card, which shows what is behind one link at a time, now or after a while. */
function createCard() {
  const element = document.createElement("div");
  element.className = "preview";
  element.popover = "manual";
  document.body.append(element);
  let shown: HTMLAnchorElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => clearTimeout(timer);
  const hide = () => {
    // What was planned would come for who comes back to a page that has rested meanwhile.
    keep();
    shown = undefined;
    element.hidePopover();
  };
  return {
    get shown() {
      return shown;
    },
    holds: (target: EventTarget | null) => target instanceof Node && element.contains(target),
    /** Leaves it as it is, whatever was planned. */
    keep,
    plan(action: () => void, delay: number) {
      keep();
      timer = setTimeout(action, delay);
    },
    hide,
    /** Stays with its link for as long as that is seen. */
    follow() {
      const { top = 0, bottom = 0 } = shown?.getBoundingClientRect() ?? {};
      if (shown && bottom > 0 && top < innerHeight) place(element, shown);
      else if (shown) hide();
    },
    async show(link: HTMLAnchorElement, ...wayOn: readonly HTMLElement[]) {
      keep();
      shown = link;
      const preview = await readPreview(link);
      if (shown !== link) return;
      // That of another link would lie beside one that has none, and Escape be for nothing.
      // Nor is one shown beneath or above what was opened meanwhile.
      const modal = document.querySelector(":modal");
      if (!preview || (modal && !modal.contains(link))) return hide();
      const title = document.createElement("strong");
      title.textContent = preview.title;
      const words = document.createElement("span");
      words.textContent = preview.words;
      // The page's own words, another note's or a term's: each is written its way.
      title.dir = words.dir = "auto";
      element.replaceChildren(title, words, ...wayOn);
      element.showPopover();
      place(element, link);
    },
  };
}

/** What a finger finds in a term's card. */
function wayToGlossary({ href }: HTMLAnchorElement): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = "In the glossary";
  return link;
}

/** Stands below the link, or above it where there is more room. */
function place(card: HTMLElement, link: HTMLElement) {
  const { left, top, bottom } = link.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  const isBelow = bottom + offsetHeight + 12 < innerHeight || top < offsetHeight;
  card.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - offsetWidth - 8))}px`;
  card.style.top = `${isBelow ? bottom + 6 : top - offsetHeight - 6}px`;
}

async function readPreview(link: HTMLAnchorElement): Promise<Preview | undefined> {
  const { origin, pathname, hash } = link;
  // A term brings its definition along.
  if (link.matches(".term")) return { title: link.textContent, words: link.getAttribute("aria-description") ?? "" };
  if (origin !== location.origin) return undefined;
  const anchor = anchorOf(hash);
  if (pathname === location.pathname) return anchor ? previewHere(anchor) : undefined;
  if (!/\/notes\/.+\/$/.test(pathname)) return undefined;
  let file = files.get(pathname);
  if (!file) {
    file = loadFile(`${pathname}preview.json`)
      .then((response) => response.json() as Promise<NotePreview>)
      .catch(() => {
        // Without a network the link itself still says where it leads; the next who asks tries again.
        files.delete(pathname);
        return undefined;
      });
    files.set(pathname, file);
  }
  const note = await file;
  if (!note) return undefined;
  const section = Object.hasOwn(note.sections, anchor) && note.sections[anchor];
  return section
    ? { title: `${note.title} › ${section[0]}`, words: section[1] }
    : { title: note.title, words: note.description };
}

function previewHere(anchor: string): Preview | undefined {
  const target = document.getElementById(anchor);
  if (!target) return undefined;
  const isHeading = /^H\d$/.test(target.tagName);
  const shown = isHeading ? target.nextElementSibling : target;
  const words = cutPreview((shown ? wordsOf(shown) : "").replace(/↩\d*$/u, ""));
  return { title: isHeading ? wordsOf(target) : "", words };
}
