import type { APIRoute, GetStaticPaths } from "astro";
import { exportCard } from "../../../site/exports.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

export const getStaticPaths = (async () =>
  (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props }) => exportCard(props.note);
