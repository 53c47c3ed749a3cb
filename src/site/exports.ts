import { toCard } from "../exports/card.node.ts";
import type { ExportContext, ExportFormat } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { NODE } from "../exports/platform.node.ts";
import { atlasUrl, getAtlas } from "./atlas.ts";
import { type NoteMap, getMap, layoutFirstView, layoutWhole } from "./maps.ts";
import { type Note, getNotes } from "./notes.ts";
import { SITE } from "./site.ts";

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

/** The whole map of a note as a response, in the format with the given ending. */
export function exportWhole(note: Note, extension: string): Promise<Response> {
  return respond(getMap(note), exportContext(note), extension);
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
  const layout = layoutWhole(map);
  const { width, height } = layout.bounds;
  if (format.extension === "png") return `${Math.round(width * 2)} × ${Math.round(height * 2)} pixels`;
  if (format.extension === "html") return "";
  if (format.extension === "pdf") return `${Math.round(width * MM)} × ${Math.round(height * MM)} mm`;
  const body = await format.write({ ...map, layout, theme: "light" }, exportContext(note), NODE);
  const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
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
  return respond(await getAtlas(), context, extension);
}

async function respond(map: NoteMap, context: ExportContext, extension: string): Promise<Response> {
  const format = FORMATS.find((candidate) => candidate.extension === extension);
  if (!format) throw new Error(`There is no export format "${extension}"; see src/exports/formats.ts.`);
  const body = await format.write({ ...map, layout: layoutWhole(map), theme: "light" }, context, NODE);
  return new Response(body as BodyInit, { headers: { "Content-Type": format.mediaType } });
}
