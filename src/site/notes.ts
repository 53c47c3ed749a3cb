import { relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type CollectionEntry, getCollection, render } from "astro:content";
import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import { noteComponents } from "../components/note/index.ts";
import { addAnchors } from "../notes/anchors.ts";
import { parseHtml, sanitize, serializeHtml } from "../notes/html.ts";
import { type LinkTarget, type NoteLink, createLinkIndex, placeLinks, resolveLinks } from "../notes/links.ts";
import { type Heading, countWords, furnish, listHeadings, takeTitle } from "../notes/prose.ts";
import { describeNote, titleNote } from "../notes/titles.ts";
import { type SectionLeads, readSections } from "../notes/sections.ts";
import type { FrontMatter } from "../notes/schema.ts";
import { linkTerms, type TermIndex } from "../notes/terms.ts";
import { faultOf } from "../notes/unreadable.ts";
import type { OutlineNode } from "../outline/node.ts";
import { parseOutline } from "../outline/outline.ts";
import { tellDeadLinks } from "./dead-links.ts";
import { getTermIndex, glossaryUrl } from "./glossary.ts";
import { embedPictures } from "./pictures.ts";
import { isRoute } from "./routes.ts";
import { describeFile, standIn, TITLE_ANCHOR } from "./stand-in.ts";
import { noteUrl, withBase } from "./url.ts";

/** A note as pages, exports and search use it. */
export interface Note {
  id: string;
  title: string;
  description: string;
  /** Folder the note stands in, "" at the top; the part of the id before its last "/". */
  section: string;
  url: string;
  /** Path of its file below the notes' folder. */
  path: string;
  front: FrontMatter;
  /** The Markdown source, without front matter. */
  source: string;
  /** The text, furnished for its page; the title is not part of it. */
  html: string;
  titleAnchor: string;
  headings: Heading[];
  /** What a preview of each section shows. */
  sections: SectionLeads;
  outline: OutlineNode;
  words: number;
  links: NoteLink[];
  /** Anchors in the glossary of the terms it uses. */
  terms: string[];
}

/** A link from another note, with the words it stands in. */
export interface Backlink {
  note: Note;
  link: NoteLink;
}

const NOTES_FOLDER = resolve(process.env.NOTES ?? "content");

let container: Promise<AstroContainer> | undefined;
let remembered: Promise<Note[]> | undefined;
const rendered = new Map<string, { digest: string; note: Promise<Note> }>();

/** All notes in reading order: by folder, then `order`, then title. Read and rendered once. */
export function getNotes(): Promise<Note[]> {
  // While authors write, the collection is asked each time; notes that did not change are kept.
  if (import.meta.env.DEV) return readNotes();
  remembered ??= readNotes();
  return remembered;
}

const listeners: ((note: Note) => void)[] = [];

/** Tells of each note as soon as it is read, when others are still to be: what follows from it alone can begin. */
export function onNoteRead(listener: (note: Note) => void): void {
  listeners.push(listener);
}

/** The notes by what pages ask for, made once of a list of them: to look through all for each would grow with their square. */
interface NoteIndex {
  notes: Note[];
  byId: Map<string, Note>;
  /** Place of each note in reading order. */
  positions: Map<Note, number>;
  /** Notes of a folder, its own among them. */
  bySection: Map<string, Note[]>;
  backlinks: Map<string, Backlink[]>;
}

let index: NoteIndex | undefined;

async function getNoteIndex(): Promise<NoteIndex> {
  const notes = await getNotes();
  if (index?.notes === notes) return index;
  const bySection = Map.groupBy(notes, ({ section }) => section);
  const links = notes.flatMap((note) => note.links.map((link) => ({ note, link })));
  const byId = new Map(notes.map((note) => [note.id, note]));
  const positions = new Map(notes.map((note, position) => [note, position]));
  for (const [section, own] of bySection) {
    const head = byId.get(section);
    if (head && head.section !== section) {
      own.push(head);
      own.sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
    }
  }
  const backlinks = Map.groupBy(
    links.filter(({ note, link }) => link.to !== undefined && link.to !== note.id),
    ({ link }) => String(link.to),
  );
  index = { notes, byId, positions, bySection, backlinks };
  return index;
}

/** The note with an id. */
export async function getNote(id: string): Promise<Note | undefined> {
  return (await getNoteIndex()).byId.get(id);
}

/** Links from other notes to this one. */
export async function getBacklinks(id: string): Promise<Backlink[]> {
  return (await getNoteIndex()).backlinks.get(id) ?? [];
}

/** The notes before and after one in reading order. */
export async function getNeighbours(note: Note): Promise<{ previous: Note | undefined; next: Note | undefined }> {
  const { notes, positions } = await getNoteIndex();
  const position = positions.get(note) ?? -1;
  return { previous: notes[position - 1], next: notes[position + 1] };
}

/** The notes of a folder in reading order, the folder's own among them. */
export async function getSiblings(section: string): Promise<readonly Note[]> {
  return (await getNoteIndex()).bySection.get(section) ?? [];
}

async function readNotes(): Promise<Note[]> {
  const entries = (await getCollection("notes")).filter(({ data }) => import.meta.env.DEV || !data.draft);
  // What is begun when a note is read, such as its files, is begun in the order in which its page asks for it.
  const named = entries.map((entry) => ({ entry, target: describeTarget(entry) })).toSorted(compareNotes);
  const targets = named.map(({ target }) => target);
  const index = createLinkIndex(targets, { base: withBase("").replace(/\/$/, ""), isRoute });
  // What a note links to is written into its text, so a new title or address renders all anew.
  const terms = await getTermIndex();
  const names = [...targets.map(({ id, title }) => `${id}\n${title}`), terms?.pattern.source].join("\n");
  const notes: Note[] = [];
  for (const { entry, target } of named) {
    const digest = `${entry.digest}\n${names}`;
    let known = rendered.get(entry.id);
    if (known?.digest !== digest) {
      known = { digest, note: readNamed(entry, target, index, terms) };
      rendered.set(entry.id, known);
    }
    try {
      const note = await known.note;
      for (const listener of listeners) listener(note);
      notes.push(note);
      // Reading waits for nothing outside this thread, whose messages would not be heard until its end.
      await setImmediate();
    } catch (error) {
      rendered.delete(entry.id);
      // While authors write, a bad note takes down no page but its own.
      if (!import.meta.env.DEV) throw error;
      notes.push(standIn(entry, target, error));
    }
  }
  tellDeadLinks(notes, NOTES_FOLDER);
  return notes;
}

function describeTarget(entry: CollectionEntry<"notes">): LinkTarget {
  const path = relative(NOTES_FOLDER, resolve(entry.filePath ?? entry.id))
    .split(sep)
    .join("/");
  return { id: entry.id, title: titleNote(entry.data, entry.body ?? "", path), path, url: noteUrl(entry.id) };
}

/** Reads a note; what goes wrong is told with the path of its file. */
async function readNamed(...[entry, target, ...rest]: Parameters<typeof readNote>): Promise<Note> {
  const fault = faultOf(entry.data);
  if (fault !== undefined) throw new Error(fault);
  try {
    return await readNote(entry, target, ...rest);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${entry.filePath ?? target.path}: ${said}`, { cause });
  }
}

async function readNote(
  entry: CollectionEntry<"notes">,
  target: LinkTarget,
  index: ReturnType<typeof createLinkIndex>,
  glossary: TermIndex | undefined,
): Promise<Note> {
  const root = sanitize(parseHtml(await renderEntry(entry)));
  const ownTitle = takeTitle(root);
  embedPictures(root, resolve(NOTES_FOLDER, target.path), NOTES_FOLDER);
  const found = resolveLinks(root, target, index);
  addAnchors(root, ownTitle);
  const links = placeLinks(found);
  const titleAnchor = String(ownTitle?.properties.id ?? TITLE_ANCHOR);
  const outline = parseOutline(root, { heading: ownTitle, title: target.title, id: titleAnchor });
  const headings = listHeadings(root);
  const sections = readSections(root);
  const words = countWords(root);
  const terms = glossary ? linkTerms(root, glossary, glossaryUrl()) : [];
  furnish(root);
  return {
    ...describeFile(entry, target),
    description: describeNote(entry.data, entry.body ?? ""),
    html: serializeHtml(root),
    titleAnchor,
    headings,
    sections,
    outline,
    words,
    links,
    terms: terms.map(({ id }) => id),
  };
}

async function renderEntry(entry: CollectionEntry<"notes">): Promise<string> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  // Astro would make an empty page of it.
  if (!entry.rendered && !/\.mdx$/i.test(entry.filePath ?? "")) {
    throw new Error("its Markdown cannot be rendered; the terminal says why");
  }
  const { Content } = await render(entry);
  return (await container).renderToString(Content, { props: { components: noteComponents } });
}

const collator = new Intl.Collator("en", { numeric: true });

/** Reading order: by folder, then `order`, then title. */
function compareNotes(a: NamedEntry, b: NamedEntry): number {
  const folder = ({ target }: NamedEntry) => target.path.split("/").slice(0, -1).join("/");
  const order = ({ entry }: NamedEntry) => entry.data.order ?? Number.POSITIVE_INFINITY;
  return (
    collator.compare(folder(a), folder(b)) || order(a) - order(b) || collator.compare(a.target.title, b.target.title)
  );
}

interface NamedEntry {
  entry: CollectionEntry<"notes">;
  target: LinkTarget;
}
