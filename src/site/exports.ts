import { createHash } from "node:crypto";
import { CARD, toCard } from "../exports/card.node.ts";
import { listFontPackages } from "../exports/fonts.node.ts";
import type { ExportContext } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { directionOf } from "../notes/direction.ts";
import { atlasUrl, getAtlas, getAtlasSource } from "./atlas.ts";
import { exportInThread, THREAD_PROGRAM } from "./threads.ts";
import { type MapSource, type NoteMap, getMap, layoutBothSides, layoutFirstView, sourceOf } from "./maps.ts";
import { type Note, getNotes } from "./notes.ts";
import { digestProgram } from "./program.ts";
import { RIGHTS, SITE } from "./site.ts";

/** Whether files that hold the shapes of letters are made; they take most of the time of a build. */
export const HAS_PICTURES = process.env.PICTURES !== "0";

/** Address of the picture for those who link to a page with a map, if there is one. */
export function cardUrl(page: string): string | undefined {
  return HAS_PICTURES ? `${page}card.png` : undefined;
}

/** The formats that a built site has of its maps. */
export const SITE_FORMATS = FORMATS.filter(({ hasLetters }) => HAS_PICTURES || !hasLetters);

/** Those that are quickly made. */
export const UNPAINTED = SITE_FORMATS.filter(({ isPainted }) => !isPainted);

/**
 * Those whose files of notes are routes. In a build the others are no routes: all of a note are written
 * at once, in a thread, as soon as it is read; a site has more of them than of all else together.
 */
export const ROUTED_FORMATS = SITE_FORMATS.filter(({ isPainted }) => import.meta.env.DEV || isPainted);

/** What exports say of a note. */
export function exportContext(note: Note): ExportContext {
  return {
    id: note.id,
    title: note.title,
    description: note.description,
    url: new URL(note.url, import.meta.env.SITE).href,
    lang: note.front.lang ?? SITE.lang,
    dir: directionOf(note.front),
    published: note.front.published,
    reviewed: note.front.reviewed,
    ...RIGHTS,
  };
}

let digest: string | undefined;

/**
 * What a painted file of a note follows from, for Astro to tell whether it can be taken from the build
 * before. The code of routes and the versions of packages it knows itself, but not what only threads run, nor what is missing of fonts.
 * Other files are quicker made than looked up.
 */
export function paintedKey(note: Note): { cacheKey: string } {
  digest ??= [digestProgram(THREAD_PROGRAM), ...listFontPackages()].join(" ");
  const { outline, front } = note;
  const hash = createHash("sha256").update(JSON.stringify([digest, outline, front.markmap, exportContext(note)]));
  return { cacheKey: hash.digest("base64url") };
}

/** The whole map of a note as a response, in the format with the given ending. */
export async function exportWhole(note: Note, extension: string): Promise<Response> {
  return respond(sourceOf(note), exportContext(note), extension);
}

/** A picture of a note's map, for those who link to it. */
export function exportCard(note: Note): Promise<Response> {
  return paintCard(getMap(note), exportContext(note));
}

/** The same of the map of all notes. */
export async function exportAtlasCard(): Promise<Response> {
  return paintCard(await getAtlas(), await atlasContext());
}

async function paintCard(map: NoteMap, context: ExportContext): Promise<Response> {
  const own = layoutFirstView(map);
  const layout = layoutBothSides([CARD.width, CARD.height], map, own) ?? own;
  const card = await toCard({ ...map, layout, theme: "light" }, context);
  return new Response(card as BodyInit, { headers: { "Content-Type": "image/png" } });
}

async function atlasContext(): Promise<ExportContext> {
  const reviews = (await getNotes()).flatMap(({ front }) => front.reviewed ?? []);
  return {
    id: "atlas",
    title: SITE.name,
    description: "All notes as one map.",
    url: new URL(atlasUrl(), import.meta.env.SITE).href,
    lang: SITE.lang,
    reviewed: reviews.toSorted().at(-1),
    ...RIGHTS,
  };
}

/** The map of all notes as a response, in the format with the given ending. */
export async function exportAtlas(extension: string): Promise<Response> {
  return respond(await getAtlasSource(), await atlasContext(), extension);
}

async function respond(source: MapSource, context: ExportContext, extension: string): Promise<Response> {
  const { bodies } = await exportInThread({ source, context, extensions: [extension] });
  const type = FORMATS.find((format) => format.extension === extension)?.mediaType ?? "";
  return new Response(bodies[0], { headers: { "Content-Type": type } });
}
