import type { APIRoute, GetStaticPaths } from "astro";
import { FORMATS } from "../../../exports/formats.ts";
import { exportWhole } from "../../../site/exports.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

export const getStaticPaths = (async () => {
  const notes = await getNotes();
  return notes.flatMap((note) =>
    FORMATS.map(({ extension }) => ({ params: { id: note.id, format: extension }, props: { note } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props, params }) => exportWhole(props.note, params.format ?? "");
