import type { APIRoute, GetStaticPaths } from "astro";
import { writeMarkdown } from "../../site/note-files.ts";
import { getNotes, type Note } from "../../site/notes.ts";

// A build writes it with the note's other files.
export const getStaticPaths = (async () =>
  import.meta.env.DEV
    ? (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  new Response(writeMarkdown(note), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
