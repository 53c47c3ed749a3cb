import type { APIRoute, GetStaticPaths } from "astro";
import { exportCard, HAS_PICTURES, paintedKey } from "../../../site/exports.ts";
import { getNotes, type Note } from "../../../site/notes.ts";

export const getStaticPaths = (async () =>
  HAS_PICTURES
    ? (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note }, ...paintedKey(note) }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = ({ props }) => exportCard(props.note);
