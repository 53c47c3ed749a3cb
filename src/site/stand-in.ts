import type { CollectionEntry } from "astro:content";
import { parseHtml, serializeHtml } from "../notes/html.ts";
import type { LinkTarget } from "../notes/links.ts";
import { faultOf } from "../notes/unreadable.ts";
import { parseOutline } from "../outline/outline.ts";
import type { Note } from "./notes.ts";

/** Anchor of a note's title when the text does not bring its own. */
export const TITLE_ANCHOR = "_top";

/** What the terminal has said already: notes are asked for by every page. */
const told = new Set<string>();

/** A page in place of a note that cannot be read, which says why. */
export function standIn(entry: CollectionEntry<"notes">, target: LinkTarget, error: unknown): Note {
  const said = error instanceof Error ? error.message : String(error);
  // Of wrong front matter the check of notes tells.
  if (!told.has(said) && faultOf(entry.data) === undefined) console.error(said);
  told.add(said);
  const root = parseHtml(`<p>This note cannot be read:</p><pre></pre>`);
  const block = root.children.at(-1);
  if (block?.type === "element") block.children.push({ type: "text", value: said });
  return {
    ...describeFile(entry, target),
    description: "This note cannot be read.",
    html: serializeHtml(root),
    titleAnchor: TITLE_ANCHOR,
    headings: [],
    sections: {},
    outline: parseOutline(root, { title: target.title, id: TITLE_ANCHOR }),
    words: 0,
    links: [],
    terms: [],
  };
}

/** What is known of a note before its text is read. */
export function describeFile({ id, data, body }: CollectionEntry<"notes">, { title, url, path }: LinkTarget) {
  const section = id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : "";
  return { id, title, section, url, path, front: data, source: body ?? "" };
}
