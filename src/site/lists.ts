import { getTerms } from "./glossary.ts";
import { getNotes, type Note } from "./notes.ts";

let remembered: { notes: Note[]; hasTags: boolean } | undefined;

async function hasTags(): Promise<boolean> {
  const notes = await getNotes();
  if (remembered?.notes !== notes) {
    remembered = { notes, hasTags: notes.some(({ front: { tags = [] } }) => tags.length > 0) };
  }
  return remembered.hasTags;
}

/** Pages that list what stands in all notes, by name: those alone that have something to list. */
export async function getLists(): Promise<string[]> {
  const isFull = [
    ["Glossary", (await getTerms()).length > 0],
    ["Tags", await hasTags()],
  ] as const;
  return isFull.flatMap(([name, full]) => (full ? [name] : []));
}
