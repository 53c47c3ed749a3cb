import { makeFilesEarly } from "./note-files.ts";
import { getNotes } from "./notes.ts";

/** The routes of what each note has, by its id. A build asks for them first of all, and its notes' files are begun. */
export async function noteRoutes() {
  makeFilesEarly();
  return (await getNotes()).map((note) => ({ params: { id: note.id }, props: { note } }));
}

/** The same for what a build writes with the note's other files, and only the dev server makes when it is asked for. */
export async function devRoutes() {
  return import.meta.env.DEV ? noteRoutes() : [];
}
