import { createHash } from "node:crypto";
import { relative, resolve, sep } from "node:path";
import { type CollectionEntry, getCollection, render } from "astro:content";
import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import { noteComponents } from "../components/note/index.ts";
import { notesFolder } from "../notes/folder.ts";
import type { LinkTarget, NoteLink } from "../notes/links.ts";
import type { FrontMatter } from "../notes/schema.ts";
import { describeNote } from "../notes/titles.ts";
import { faultOf } from "../notes/unreadable.ts";
import { tellDeadLinks } from "./dead-links.ts";
import { describeSite, targetOf } from "./targets.ts";
import { getTerms } from "./glossary.ts";
import { tellMdxFault } from "./mdx-faults.ts";
import type { NoteText } from "./read-text.ts";
import { readInThread, takeText } from "./threads.ts";
import { basePath } from "./url.ts";

/** A note as pages, exports and search use it. */
export interface Note extends NoteText {
  id: string;
  title: string;
  /** Other names that links call it by. */
  aliases: readonly string[] | undefined;
  description: string;
  /** Folder the note stands in, "" at the top; the part of the id before its last "/". */
  section: string;
  /** Address of its page, with the path that the site lives below. */
  url: string;
  /** Path of its file below the notes' folder. */
  path: string;
  front: FrontMatter;
  /** The Markdown source, without front matter. */
  source: string;
}

/** A link from another note, with the words it stands in. */
export interface Backlink {
  note: Note;
  link: NoteLink;
}

/** Where the notes lie, and where the site will. */
const PLACES = { folder: resolve(notesFolder(process.env).path), base: basePath() };

let container: Promise<AstroContainer> | undefined;
let remembered: Promise<Note[]> | undefined;
/** While authors write: what the notes that are remembered were read from. */
let readFrom = "";
const rendered = new Map<string, { digest: string; note: Promise<Note> }>();

/** All notes in reading order: by folder, then `order`, then title. Read and rendered once, until one changes. */
export async function getNotes(): Promise<Note[]> {
  if (import.meta.env.DEV) await forgetChanged();
  remembered ??= readNotes();
  return remembered;
}

/** While authors write, each page asks again and again; what depends on notes is made anew only when they are. */
async function forgetChanged(): Promise<void> {
  const [entries, terms] = await Promise.all([getCollection("notes"), getTerms()]);
  const source = JSON.stringify([entries.map(({ id, digest }) => [id, digest]), terms]);
  // A note that could not be read may be by now: what it lacks may be another file.
  const isWhole = entries.every(({ id }) => rendered.has(id));
  if (source !== readFrom || !isWhole) remembered = undefined;
  readFrom = source;
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
  const all = await getCollection("notes");
  const isLeftOut = ({ data }: CollectionEntry<"notes">) => !import.meta.env.DEV && data.draft === true;
  const entries = all.filter((entry) => !isLeftOut(entry));
  // What is begun when a note is read, such as its files, is begun in the order in which its page asks for it.
  const named = entries.map((entry) => ({ entry, target: describeTarget(entry) })).toSorted(compareNotes);
  const reading = import.meta.env.DEV ? await readChanged(named) : named.map(readAside);
  // Of several that cannot be read the first is told.
  for (const note of reading) note.catch(() => undefined);
  const notes: Note[] = [];
  for (const each of reading) {
    const note = await each;
    for (const listener of listeners) listener(note);
    notes.push(note);
  }
  tellDeadLinks(notes, all.filter(isLeftOut).map(describeTarget), await getTerms(), PLACES.folder);
  return notes;
}

function describeTarget(entry: CollectionEntry<"notes">): LinkTarget {
  const path = relative(PLACES.folder, resolve(entry.filePath ?? entry.id)).replaceAll(sep, "/");
  return targetOf({ id: entry.id, path, front: entry.data, body: entry.body ?? "" }, PLACES.base);
}

/** A note that a build reads in a thread. */
function readAside({ entry, target }: NamedEntry): Promise<Note> {
  return toNote(entry, target, async () => {
    return (await takeText(entry.id)) ?? readInThread({ target, source: { html: await renderEntry(entry) } });
  });
}

/** While authors write: all notes, of which those that changed are read anew. */
async function readChanged(named: readonly NamedEntry[]): Promise<Promise<Note>[]> {
  const [{ readText, surroundingsOf }, { standIn }] = await Promise.all([
    import("./read-text.ts"),
    import("./stand-in.ts"),
  ]);
  const targets = named.map(({ target }) => target);
  const ids = new Set(named.map(({ entry }) => entry.id));
  for (const id of rendered.keys()) if (!ids.has(id)) rendered.delete(id);
  const surroundings = surroundingsOf(describeSite(targets, await getTerms(), PLACES));
  // What a note links to is written into its text, so a new title or address renders all anew.
  const names = targets.map(({ id, title, aliases = [] }) => [id, title, ...aliases].join("\n"));
  const site = [...names, surroundings.glossary?.pattern.source].join("\n");
  const digestOfSite = createHash("sha256").update(site).digest("hex");
  return named.map(({ entry, target }) => {
    const digest = `${entry.digest} ${digestOfSite}`;
    const known = rendered.get(entry.id);
    if (known?.digest === digest) return known.note;
    const note = toNote(entry, target, async () => {
      const fault = faultOf(entry.data);
      if (fault !== undefined) throw new Error(fault);
      return readText(await renderEntry(entry), target, surroundings);
    }).catch((error: unknown): Note => {
      rendered.delete(entry.id);
      // A bad note takes down no page but its own.
      const text = standIn(entry.data, target, error);
      return { ...describeFile(entry, target), ...text, description: "This note cannot be read." };
    });
    rendered.set(entry.id, { digest, note });
    return note;
  });
}

/** What goes wrong is told with the path of the note's file. */
async function toNote(
  entry: CollectionEntry<"notes">,
  target: LinkTarget,
  readText: () => Promise<NoteText>,
): Promise<Note> {
  try {
    const description = describeNote(entry.data, entry.body ?? "", target.path);
    return { ...describeFile(entry, target), description, ...(await readText()) };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${entry.filePath ?? target.path}: ${said}`, { cause });
  }
}

/** What is known of a note before its text is read. */
function describeFile({ id, data, body }: CollectionEntry<"notes">, { title, aliases, url, path }: LinkTarget) {
  const section = id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : "";
  return { id, title, aliases, section, url, path, front: data, source: body ?? "" };
}

async function renderEntry(entry: CollectionEntry<"notes">): Promise<string> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  // Astro would make an empty page of it.
  if (!entry.rendered && !/\.mdx$/i.test(entry.filePath ?? "")) {
    throw new Error("its Markdown cannot be rendered; the terminal says why");
  }
  try {
    const { Content } = await render(entry);
    return await (await container).renderToString(Content, { props: { components: noteComponents } });
  } catch (cause) {
    const file = entry.filePath ?? "";
    if (!/\.mdx$/i.test(file)) throw cause;
    throw new Error(tellMdxFault(file, file, cause, Object.keys(noteComponents)), { cause });
  }
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
