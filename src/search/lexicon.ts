import { bareWord, fold } from "./words.ts";

/** What the notes and the glossary say, for telling what a reader may have meant. */
export interface Vocabulary {
  /** All words, parted by spaces, the most frequent first. */
  words: string;
  terms: VocabularyTerm[];
}

/** A term of the glossary and the ways to say it. */
export interface VocabularyTerm {
  term: string;
  expansion?: string | undefined;
  /** Other names, those of related things among them. */
  synonyms?: string[] | undefined;
  misspellings?: string[] | undefined;
}

/** A vocabulary by the folded forms of its words and names. */
export interface Lexicon {
  /** Each word as the notes write it. */
  words: ReadonlyMap<string, string>;
  /** Their folded forms, the most frequent first. */
  ranked: readonly string[];
  /** The place of each form among them. */
  ranks: ReadonlyMap<string, number>;
  /** The term of each misspelling. */
  misspelt: ReadonlyMap<string, string>;
  /** Other names of each name. */
  related: ReadonlyMap<string, ReadonlySet<string>>;
  /** The terms of each other name. */
  called: ReadonlyMap<string, readonly string[]>;
  /** Words that names are made of. */
  named: ReadonlySet<string>;
}

/** Reads a vocabulary for looking things up in it. */
export function readLexicon({ words, terms }: Vocabulary): Lexicon {
  return { ...readWords(words), ...readTerms(terms) };
}

function readWords(list: string): Pick<Lexicon, "words" | "ranked" | "ranks"> {
  const words = new Map<string, string>();
  for (const word of list.split(" ")) if (!words.has(fold(word))) words.set(fold(word), word);
  const ranked = [...words.keys()];
  return { words, ranked, ranks: new Map(ranked.map((word, rank) => [word, rank])) };
}

function readTerms(terms: readonly VocabularyTerm[]): Omit<Lexicon, "words" | "ranked" | "ranks"> {
  const misspelt = new Map<string, string>();
  const related = new Map<string, Set<string>>();
  const called = new Map<string, string[]>();
  for (const { term, expansion, synonyms = [], misspellings = [] } of terms) {
    for (const wrong of misspellings) misspelt.set(fold(wrong), term);
    const names = [term, ...(expansion ? [expansion] : []), ...synonyms];
    for (const name of names) {
      const others = related.get(fold(name)) ?? new Set();
      for (const other of names) if (other !== name) others.add(other);
      related.set(fold(name), others);
      if (name !== term) called.set(fold(name), [...(called.get(fold(name)) ?? []), term]);
    }
  }
  const named = new Set([...related.keys()].flatMap((name) => name.split(" ").map(bareWord)));
  return { misspelt, related, called, named };
}

/** A name as it is written, in the singular and in the plural. */
export function listNumbers(name: string): string[] {
  const one = [name.replace(/ies$/, "y"), name.replace(/(?<=s|x|z|ch|sh)es$/, ""), name.replace(/s$/, "")];
  const many = [`${name}s`, `${name}es`, name.replace(/y$/, "ies")];
  return [...new Set([name, ...one, ...many])];
}
