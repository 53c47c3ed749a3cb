import type { APIRoute, GetStaticPaths } from "astro";
import type { NotePreview } from "../../../client/reading/previews.ts";
import { previewOf } from "../../../site/note-files.ts";
import { devRoutes } from "../../../site/note-routes.ts";
import type { Note } from "../../../site/notes.ts";

export const getStaticPaths = devRoutes satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  Response.json(previewOf(note) satisfies NotePreview);
