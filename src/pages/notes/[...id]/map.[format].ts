import type { APIRoute, GetStaticPaths } from "astro";
import { exportWhole, paintedKey, ROUTED_FORMATS } from "../../../site/exports.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

export const getStaticPaths = (async () => {
  const notes = await getNotes();
  return notes.flatMap((note) =>
    ROUTED_FORMATS.map(({ extension, isPainted }) => ({
      params: { id: note.id, format: extension },
      props: { note },
      ...(isPainted && paintedKey(note)),
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props, params }) => exportWhole(props.note, params.format ?? "");
