import type { APIRoute, GetStaticPaths } from "astro";
import type { NotePreview } from "../../../client/reading/previews.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

export const getStaticPaths = (async () =>
  (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) => {
  const { title, description, sections } = note;
  return Response.json({ title, description, sections } satisfies NotePreview);
};
