import { outDir } from "astro:config/server";
import type { ExportFormat } from "../exports/format.ts";
import { complete } from "../notes/feed.ts";
import { writeTwin } from "../notes/twin.ts";
import { exportInThread } from "./threads.ts";
import { exportContext, UNPAINTED } from "./exports.ts";
import { drawPictures } from "./map-picture.ts";
import { getMap, sourceOf } from "./maps.ts";
import { type Note, onNoteRead } from "./notes.ts";
import { isRoute } from "./routes.ts";
import { noteUrl, withBase } from "./url.ts";

/** A note's twin in Markdown, with whole addresses. */
export function writeMarkdown(note: Note): string {
  const page = new URL(note.url, import.meta.env.SITE);
  // As authors write them, the site's own addresses are without the path that it lives below.
  const isOwn = (address: string) => isRoute(address) || address.startsWith("/notes/");
  return writeTwin(note, {
    ofNote: (id, anchor) => new URL(noteUrl(id) + (anchor && `#${anchor}`), page).href,
    complete: (address) => complete(isOwn(address) ? withBase(address) : address, page),
  });
}

/** What previews of a note and of its sections show. */
export function previewOf({ title, description, sections }: Note) {
  return { title, description, sections };
}

/** What follows from a note alone, made in a thread: files, which a build writes, and what pages show of them. */
interface NoteFiles {
  /** How large the files of the map are, by extension. */
  bytes: ReadonlyMap<string, number>;
  /** Size in pixels of those that are pictures. */
  width: number;
  height: number;
  /** The map before any script, by the page that shows it. */
  pictures: Map<string, string>;
}

const known = new WeakMap<Note, Promise<NoteFiles>>();

/** Makes the files of a note that are no routes, once; while authors write, only to know their sizes. */
function getNoteFiles(note: Note): Promise<NoteFiles> {
  let files = known.get(note);
  if (!files) {
    files = import.meta.env.DEV ? measureFiles(note) : writeFiles(note);
    known.set(note, files);
  }
  return files;
}

async function measureFiles(note: Note): Promise<NoteFiles> {
  const extensions = endingsOf(UNPAINTED.filter(({ isSlowAtFirst }) => !isSlowAtFirst));
  const { bytes, width, height } = await exportInThread({
    source: sourceOf(note),
    context: exportContext(note),
    extensions,
  });
  return { bytes: byName(extensions, bytes), width, height, pictures: new Map() };
}

async function writeFiles(note: Note): Promise<NoteFiles> {
  const pages = ["", noteUrl(note.id)];
  const extensions = endingsOf(UNPAINTED);
  const { bytes, pictures, width, height } = await exportInThread({
    source: sourceOf(note),
    context: exportContext(note),
    extensions,
    folder: new URL(encodeURI(`notes/${note.id}/`), outDir).href,
    texts: {
      [`../${encodeURI(note.id.split("/").at(-1) ?? "")}.md`]: writeMarkdown(note),
      "preview.json": JSON.stringify(previewOf(note)),
    },
    pages,
  });
  return { bytes: byName(extensions, bytes), width, height, pictures: byName(pages, pictures) };
}

function endingsOf(formats: readonly ExportFormat[]): string[] {
  return formats.map(({ extension }) => extension);
}

function byName<Value>(names: readonly string[], values: readonly Value[]): Map<string, Value> {
  return new Map(names.map((name, at) => [name, values[at] as Value]));
}

/**
 * The map of a note before any script, as SVG elements of which the page shows one.
 * @param page address of the note's page when another page shows its map; "" for itself
 */
export async function getPicture(note: Note, page: string): Promise<string> {
  if (!import.meta.env.DEV) {
    const { pictures } = await getNoteFiles(note);
    const picture = pictures.get(page);
    // Each page is made once.
    pictures.delete(page);
    if (picture !== undefined) return picture;
  }
  return drawPictures(getMap(note), note.title, [page]).join("");
}

/** How large a note's map is in a format, for a menu. */
export async function measureExport(note: Note, { extension, measure }: ExportFormat): Promise<string> {
  const { bytes, width, height } = await getNoteFiles(note);
  if (measure) return measure({ width, height });
  const size = bytes.get(extension);
  return size === undefined ? "" : `${Math.max(1, Math.round(size / 1000))} KB`;
}

let isBegun = false;

/** Has a build make the files of each note that is read from now on at once, while others are still being read. */
export function makeFilesEarly(): void {
  if (import.meta.env.DEV || isBegun) return;
  isBegun = true;
  // What goes wrong is told where a page asks for it.
  onNoteRead((note) => void getNoteFiles(note).catch(() => undefined));
}
