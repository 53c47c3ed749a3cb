import { getNotes } from "./notes.ts";

/** The routes of what each note has, by its id. */
export async function noteRoutes() {
  return (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }));
}

/** The same for what a build writes with the note's other files, and only the dev server makes when it is asked for. */
export async function devRoutes() {
  return import.meta.env.DEV ? noteRoutes() : [];
}
