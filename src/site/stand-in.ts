import { parseHtml, serializeHtml } from "../notes/html.ts";
import type { LinkTarget } from "../notes/links.ts";
import { faultOf } from "../notes/unreadable.ts";
import { parseOutline } from "../outline/outline.ts";
import { TITLE_ANCHOR } from "./read-outline.ts";
import type { NoteText } from "./read-text.ts";

/** What the terminal has said already: notes are asked for by every page. */
const told = new Set<string>();

/** A text in place of one that cannot be read, which says why. */
export function standIn(front: object, target: LinkTarget, error: unknown): NoteText {
  const said = error instanceof Error ? error.message : String(error);
  // Of wrong front matter the check of notes tells.
  if (!told.has(said) && faultOf(front) === undefined) console.error(said);
  told.add(said);
  const root = parseHtml(`<p>This note cannot be read:</p><pre></pre>`);
  const block = root.children.at(-1);
  if (block?.type === "element") block.children.push({ type: "text", value: said });
  return {
    html: serializeHtml(root),
    titleHtml: undefined,
    titleAnchor: TITLE_ANCHOR,
    headings: [],
    sections: {},
    outline: parseOutline(root, { title: target.title, id: TITLE_ANCHOR }),
    words: 0,
    links: [],
    pictures: new Map(),
    shown: [],
    anchors: [],
    addresses: [],
    terms: [],
  };
}
