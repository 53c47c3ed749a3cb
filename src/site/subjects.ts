/** What two notes are compared by. */
export interface Subjects {
  id: string;
  front: { tags?: readonly string[] | undefined };
  /** Anchors in the glossary of the terms it uses. */
  terms: readonly string[];
}

/** Notes by what they are about. */
export interface SubjectIndex<N> {
  /** How many notes there are. */
  size: number;
  holders: ReadonlyMap<string, readonly N[]>;
}

/** Most related notes shown. */
const MOST = 3;
/** So many notes are compared with one, those of its rarest tags and terms: with all, the work would grow with their square. */
const MOST_COMPARED = 1000;

function subjectsOf({ front: { tags = [] }, terms }: Subjects): string[] {
  return [...tags.map((tag) => `tag ${tag}`), ...terms.map((term) => `term ${term}`)];
}

/** Lists the notes of each tag and of each term. */
export function indexSubjects<N extends Subjects>(notes: readonly N[]): SubjectIndex<N> {
  const holders = new Map<string, N[]>();
  for (const note of notes) {
    for (const subject of subjectsOf(note)) {
      const others = holders.get(subject);
      if (others) others.push(note);
      else holders.set(subject, [note]);
    }
  }
  return { size: notes.length, holders };
}

/**
 * Notes about the same things as one: those that share its tags and terms, the rarer the more, each weighed by
 * its inverse document frequency; the nearest first, three at most.
 * @param known ids of notes that its reader is led to already
 */
export function findRelated<N extends Subjects>(note: N, index: SubjectIndex<N>, known: ReadonlySet<string>): N[] {
  const scores = new Map<N, number>();
  const shared = subjectsOf(note).map((subject) => index.holders.get(subject) ?? []);
  let compared = 0;
  for (const holders of shared.toSorted((a, b) => a.length - b.length)) {
    compared += holders.length;
    if (compared > MOST_COMPARED) break;
    const weight = Math.log(index.size / holders.length);
    for (const holder of holders) scores.set(holder, (scores.get(holder) ?? 0) + weight);
  }
  return [...scores]
    .filter(([{ id }]) => id !== note.id && !known.has(id))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([found]) => found);
}
