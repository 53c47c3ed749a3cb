import type { APIRoute, GetStaticPaths } from "astro";
import { getNotes, type Note } from "../../site/notes.ts";

export const getStaticPaths = (async () =>
  (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  new Response(`# ${note.title}\n\n${note.source.trim()}\n`, {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  });
