import { createHash } from "node:crypto";
import { outDir } from "astro:config/server";
import { toCard } from "../exports/card.node.ts";
import { type ExportContext, type ExportFormat, scaleOfPdf, scaleOfPng } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { atlasUrl, getAtlas } from "./atlas.ts";
import { exportInThread } from "./export-threads.ts";
import { type NoteMap, getMap, layoutFirstView } from "./maps.ts";
import { type Note, getNotes, onNoteRead } from "./notes.ts";
import { SITE } from "./site.ts";

/** Whether files that hold the shapes of letters are made; they take most of the time of a build. */
export const HAS_PICTURES = process.env.PICTURES !== "0";
const PAINTED = ["png", "pdf"];
const WITH_LETTERS = [...PAINTED, "outlines.svg", "embedded.svg"];

/** The formats that a built site has of its maps. */
export const SITE_FORMATS = FORMATS.filter(({ extension }) => HAS_PICTURES || !WITH_LETTERS.includes(extension));

const WRITTEN = SITE_FORMATS.map(({ extension }) => extension).filter((extension) => !PAINTED.includes(extension));

/**
 * Those whose files of notes are routes. In a build the others are no routes: all of a note are written
 * at once, in a thread, as soon as it is read; a site has more of them than of all else together.
 */
export const ROUTED_FORMATS = SITE_FORMATS.filter(
  ({ extension }) => import.meta.env.DEV || PAINTED.includes(extension),
);

/** Millimetres per point. */
const MM = 25.4 / 72;

/** What exports say of a note. */
export function exportContext(note: Note): ExportContext {
  return {
    id: note.id,
    title: note.title,
    description: note.description,
    url: new URL(note.url, import.meta.env.SITE).href,
    lang: note.front.lang ?? SITE.lang,
    author: SITE.author,
    published: note.front.published,
    reviewed: note.front.reviewed,
    licence: SITE.licence,
  };
}

/**
 * What a painted file of a note follows from, for Astro to tell whether it can be taken from the build
 * before; the code and its packages it knows itself. Other files are quicker made than looked up.
 */
export function paintedKey(note: Note, extension = "png"): { cacheKey?: string } {
  if (!PAINTED.includes(extension)) return {};
  const { markmap, dir } = note.front;
  const hash = createHash("sha256").update(JSON.stringify([note.outline, markmap, dir, exportContext(note)]));
  return { cacheKey: hash.digest("base64url") };
}

/** The whole map of a note as a response, in the format with the given ending. */
export async function exportWhole(note: Note, extension: string): Promise<Response> {
  return respond(getMap(note), exportContext(note), extension);
}

/** A picture of a note's map, for those who link to it. */
export async function exportCard(note: Note): Promise<Response> {
  const map = getMap(note);
  const card = await toCard({ ...map, layout: layoutFirstView(map), theme: "light" }, exportContext(note));
  return new Response(card as BodyInit, { headers: { "Content-Type": "image/png" } });
}

/** How large a note's map is in a format, for a menu: bytes, or pixels where making it takes long. */
export async function measureExport(note: Note, { extension }: ExportFormat): Promise<string> {
  if (extension === "html") return "";
  const { bytes, width, height } = await writeFiles(note);
  const measure = (scale: number, unit: string) =>
    `${Math.round(width * scale)} × ${Math.round(height * scale)} ${unit}`;
  if (extension === "png") return measure(scaleOfPng({ width, height }), "pixels");
  if (extension === "pdf") return measure(scaleOfPdf({ width, height }) * MM, "mm");
  return `${Math.max(1, Math.round((bytes.get(extension) ?? 0) / 1000))} KB`;
}

/** The map of all notes as a response, in the format with the given ending. */
export async function exportAtlas(extension: string): Promise<Response> {
  const reviews = (await getNotes()).flatMap(({ front }) => front.reviewed ?? []);
  const context: ExportContext = {
    id: "atlas",
    title: SITE.name,
    description: "All notes as one map.",
    url: new URL(atlasUrl(), import.meta.env.SITE).href,
    lang: SITE.lang,
    author: SITE.author,
    reviewed: reviews.toSorted().at(-1),
    licence: SITE.licence,
  };
  return respond(await getAtlas(), context, extension);
}

async function respond(map: NoteMap, context: ExportContext, extension: string): Promise<Response> {
  const { bodies } = await exportInThread({ map, context, extensions: [extension] });
  const type = FORMATS.find((format) => format.extension === extension)?.mediaType ?? "";
  return new Response(bodies[0], { headers: { "Content-Type": type } });
}

/** The files of a map: their bytes by extension, and the size in pixels of those that are pictures. */
interface MapFiles {
  bytes: ReadonlyMap<string, number>;
  width: number;
  height: number;
}

const filesOf = new WeakMap<NoteMap, Promise<MapFiles>>();

/** Writes the files of a note's map that are no routes, once; while authors write, only to know their sizes. */
function writeFiles(note: Note): Promise<MapFiles> {
  const map = getMap(note);
  let files = filesOf.get(map);
  if (!files) {
    const folder = import.meta.env.DEV ? undefined : new URL(encodeURI(`notes/${note.id}/`), outDir).href;
    // Its viewer takes seconds to be made at first, and menus do without its size.
    const extensions = WRITTEN.filter((extension) => !import.meta.env.DEV || extension !== "html");
    files = exportInThread({ map, context: exportContext(note), extensions, folder }).then(({ bytes, ...size }) => ({
      bytes: new Map(extensions.map((extension, at) => [extension, bytes[at] ?? 0])),
      ...size,
    }));
    filesOf.set(map, files);
  }
  return files;
}

if (!import.meta.env.DEV) {
  // What goes wrong is told where the files' sizes are asked for.
  onNoteRead((note) => void writeFiles(note).catch(() => undefined));
}
