import type { APIRoute, GetStaticPaths } from "astro";
import { writeMarkdown } from "../../site/note-files.ts";
import { devRoutes } from "../../site/note-routes.ts";
import type { Note } from "../../site/notes.ts";

export const getStaticPaths = devRoutes satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  new Response(writeMarkdown(note), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
