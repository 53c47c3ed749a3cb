import type { ExportContext } from "../exports/format.ts";
import { FORMATS } from "../exports/formats.ts";
import { getMap, layoutWhole } from "./maps.ts";
import type { Note } from "./notes.ts";
import { SITE } from "./site.ts";

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
export async function exportWhole(note: Note, extension: string): Promise<Response> {
  const format = FORMATS.find((candidate) => candidate.extension === extension);
  if (!format) throw new Error(`There is no export format "${extension}"; see src/exports/formats.ts.`);
  const map = getMap(note);
  const body = await format.write({ ...map, layout: layoutWhole(map), theme: "light" }, exportContext(note));
  return new Response(body as BodyInit, { headers: { "Content-Type": format.mediaType } });
}
