import { getBacklinks, getNotes, type Note } from "./notes.ts";

/** Most related notes shown. */
const MOST = 3;
/** A tag or term in more notes than this says nothing, and would make the work grow with their square. */
const COMMON = 200;

let postings: { notes: Note[]; by: Map<string, Note[]> } | undefined;

function subjectsOf({ front: { tags = [] }, terms }: Note): string[] {
  return [...tags.map((tag) => `tag ${tag}`), ...terms.map((term) => `term ${term}`)];
}

function indexSubjects(notes: Note[]): Map<string, Note[]> {
  if (postings?.notes === notes) return postings.by;
  const by = new Map<string, Note[]>();
  for (const note of notes) {
    for (const subject of subjectsOf(note)) {
      const holders = by.get(subject);
      if (holders) holders.push(note);
      else by.set(subject, [note]);
    }
  }
  postings = { notes, by };
  return by;
}

/**
 * Notes about the same things that this one neither links to nor is linked from: those that share
 * its tags and terms, the rarer the more, each weighed by its inverse document frequency.
 */
export async function getRelated(note: Note): Promise<Note[]> {
  const notes = await getNotes();
  const by = indexSubjects(notes);
  const scores = new Map<Note, number>();
  for (const subject of subjectsOf(note)) {
    const holders = by.get(subject) ?? [];
    if (holders.length > COMMON) continue;
    const weight = Math.log(notes.length / holders.length);
    for (const holder of holders) scores.set(holder, (scores.get(holder) ?? 0) + weight);
  }
  const linking = (await getBacklinks(note.id)).map((backlink) => backlink.note.id);
  const known = new Set([note.id, ...linking, ...note.links.map(({ to }) => to)]);
  return [...scores]
    .filter(([{ id }]) => !known.has(id))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([found]) => found);
}
