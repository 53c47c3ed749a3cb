import { capitalise } from "../notes/terms.ts";
import { getTerms } from "./glossary.ts";
import { firstLetter, letterSlug, withoutNumber } from "./letters.ts";
import { getNotes } from "./notes.ts";
import { glossaryUrl, withBase } from "./url.ts";

/** A heading, title or term, and where it stands. */
export interface IndexEntry {
  text: string;
  /** The note's title where it is not the text itself. */
  where: string;
  href: string;
}

/** All entries that begin with a letter. */
export interface IndexLetter {
  /** What is shown: the letter, "文" for Chinese, Japanese and Korean, "#" for all that begins otherwise. */
  letter: string;
  /** Its part of addresses. */
  slug: string;
  entries: IndexEntry[];
}

let letters: Promise<IndexLetter[]> | undefined;

/** Every heading, title and term of the site by its first letter. */
export function getIndex(): Promise<IndexLetter[]> {
  if (import.meta.env.DEV) return readIndex();
  letters ??= readIndex();
  return letters;
}

/** Address of a letter's page, or of one of its parts, counted from 1. */
export function letterUrl(slug: string, part?: number): string {
  return withBase(`search/${slug}/${part ? `${part}/` : ""}`);
}

async function readIndex(): Promise<IndexLetter[]> {
  const [notes, terms] = await Promise.all([getNotes(), getTerms()]);
  const entries: IndexEntry[] = [
    ...notes.flatMap((note) => [
      { text: note.title, where: "", href: note.url },
      ...note.headings.map(({ id, text }) => ({ text, where: note.title, href: `${note.url}#${id}` })),
    ]),
    ...terms.flatMap(({ id, term, expansion }) =>
      [term, ...(expansion ? [expansion] : [])].map((name) => ({
        text: capitalise(name),
        where: "Glossary",
        href: glossaryUrl(id),
      })),
    ),
  ];
  const collator = new Intl.Collator("en", { numeric: true });
  const sorted = entries.toSorted(
    (a, b) => collator.compare(withoutNumber(a.text), withoutNumber(b.text)) || collator.compare(a.where, b.where),
  );
  return [...Map.groupBy(sorted, ({ text }) => firstLetter(withoutNumber(text)))].map(([letter, own]) => ({
    letter,
    slug: letterSlug(letter),
    entries: own,
  }));
}
