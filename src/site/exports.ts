import { createHash } from "node:crypto";
import { toCard } from "../exports/card.node.ts";
import { type ExportContext, type ExportFormat, scaleOfPdf, scaleOfPng } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { sizeOfFile } from "../exports/svg.ts";
import { NODE } from "../exports/platform.node.ts";
import { atlasUrl, getAtlas } from "./atlas.ts";
import { type NoteMap, getMap, layoutFirstView, layoutWhole } from "./maps.ts";
import { type Note, getNotes } from "./notes.ts";
import { SITE } from "./site.ts";

/** Whether files that hold the shapes of letters are made; they take most of the time of a build. */
export const HAS_PICTURES = process.env.PICTURES !== "0";
const PAINTED = ["png", "pdf"];
const WITH_LETTERS = [...PAINTED, "outlines.svg", "embedded.svg"];

/** The formats that a built site has of its maps. */
export const SITE_FORMATS = FORMATS.filter(({ extension }) => HAS_PICTURES || !WITH_LETTERS.includes(extension));

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
  const map = getMap(note);
  const body = await writeFile(map, exportContext(note), extension);
  rememberSize(map, extension, body);
  return respond(body, extension);
}

/** A picture of a note's map, for those who link to it. */
export async function exportCard(note: Note): Promise<Response> {
  const map = getMap(note);
  const card = await toCard({ ...map, layout: layoutFirstView(map), theme: "light" }, exportContext(note));
  return new Response(card as BodyInit, { headers: { "Content-Type": "image/png" } });
}

/** How large a note's map is in a format, for a menu: bytes, or pixels where making it takes long. */
export async function measureExport(note: Note, format: ExportFormat): Promise<string> {
  const map = getMap(note);
  const size = sizeOfFile(layoutWhole(map));
  const measure = (scale: number, unit: string) =>
    `${Math.round(size.width * scale)} × ${Math.round(size.height * scale)} ${unit}`;
  if (format.extension === "png") return measure(scaleOfPng(size), "pixels");
  if (format.extension === "html") return "";
  if (format.extension === "pdf") return measure(scaleOfPdf(size) * MM, "mm");
  const known = sizes.get(map)?.get(format.extension);
  const bytes =
    known ?? rememberSize(map, format.extension, await writeFile(map, exportContext(note), format.extension));
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
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
  return respond(await writeFile(await getAtlas(), context, extension), extension);
}

type FileBody = string | Uint8Array;

async function writeFile(map: NoteMap, context: ExportContext, extension: string): Promise<FileBody> {
  const format = FORMATS.find((candidate) => candidate.extension === extension);
  if (!format) throw new Error(`There is no export format "${extension}"; see src/exports/formats.ts.`);
  return await format.write({ ...map, layout: layoutWhole(map), theme: "light" }, context, NODE);
}

function respond(body: FileBody, extension: string): Response {
  const type = FORMATS.find((format) => format.extension === extension)?.mediaType ?? "";
  return new Response(body as BodyInit, { headers: { "Content-Type": type } });
}

/** Bytes of the files of each map that were made; a build makes the files before most pages that name their sizes. */
const sizes = new WeakMap<NoteMap, Map<string, number>>();

function rememberSize(map: NoteMap, extension: string, body: FileBody): number {
  const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  const known = sizes.get(map) ?? new Map<string, number>();
  sizes.set(map, known.set(extension, bytes));
  return bytes;
}
