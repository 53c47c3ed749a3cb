import { getBacklinks, getNotes, type Note } from "./notes.ts";
import { findRelated, indexSubjects, type SubjectIndex } from "./subjects.ts";

let indexed: { notes: Note[]; subjects: SubjectIndex<Note> } | undefined;

/** Notes about the same things that this one neither links to nor is linked from. */
export async function getRelated(note: Note): Promise<Note[]> {
  const notes = await getNotes();
  if (indexed?.notes !== notes) indexed = { notes, subjects: indexSubjects(notes) };
  const linking = (await getBacklinks(note.id)).map((backlink) => backlink.note.id);
  const linked = note.links.flatMap(({ to }) => to ?? []);
  return findRelated(note, indexed.subjects, new Set([...linking, ...linked]));
}
