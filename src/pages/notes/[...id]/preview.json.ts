import type { APIRoute, GetStaticPaths } from "astro";
import type { NotePreview } from "../../../client/reading/previews.ts";
import { previewOf } from "../../../site/note-files.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

// A build writes it with the note's other files.
export const getStaticPaths = (async () =>
  import.meta.env.DEV
    ? (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  Response.json(previewOf(note) satisfies NotePreview);
