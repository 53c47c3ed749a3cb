import { findNearest } from "../notes/nearest.ts";

/** Parts of addresses that say nothing of what was looked for. */
const PLAIN = new Set(["notes", "tags", "index", "map", "html", "htm", "md", "mdx", "404"]);

// The words of the missing address are what its reader wants to find.
const link = document.querySelector<HTMLAnchorElement>("a[data-missing]");
const path = decode(location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, "").length));
const words = readWords(path);
if (link && words.length > 0) {
  link.search = String(new URLSearchParams({ q: words.join(" ") }));
  link.textContent = `Search the notes for “${words.join(" ")}”`;
}

const meant = findNote(path);
if (link && meant) {
  const offer = document.createElement("p");
  const way = document.createElement("a");
  way.href = meant.href;
  way.textContent = meant.textContent;
  offer.append("Did you mean ", way, "?");
  link.closest("p")?.before(offer);
}

/** The note of those that the page lists whose name is nearest to the missing one's. */
function findNote(path: string): HTMLAnchorElement | undefined {
  const notes = [...document.querySelectorAll<HTMLAnchorElement>("main li a")];
  const names = notes.map(({ pathname }) => nameOf(decode(pathname)));
  const nearest = findNearest(nameOf(path), names);
  return nearest === undefined ? undefined : notes[names.indexOf(nearest)];
}

/** The last part of an address that says what is there. */
function nameOf(path: string): string {
  const parts = path.replace(/\.\w+$/, "").split("/");
  return parts.findLast((part) => part && !PLAIN.has(part.toLowerCase())) ?? "";
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Signs that stand for no letter are left as they are.
    return path;
  }
}

function readWords(path: string): string[] {
  const words = path.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !PLAIN.has(word));
}
