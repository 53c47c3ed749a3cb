import { isFamily } from "./families.ts";
import { type Lexicon, type Vocabulary, listNumbers, readLexicon } from "./lexicon.ts";
import { guessWord, mendWord } from "./mend.ts";
import type { Query, Term } from "./query.ts";
import { split } from "./split.ts";
import { bareWord, fold } from "./words.ts";

/** Mends queries by a vocabulary. */
export interface Corrector {
  /** The query with words that are found nowhere replaced; undefined when nothing better is known. */
  correct(query: Query, missing: ReadonlySet<Term>): string | undefined;
  /** A known word near to the one that was typed, too far from it to be taken for it unasked. */
  guess(query: Query): string | undefined;
  /** Two known words written as one, or one and a number, parted: of "datacenter", "data center", of "pcr7", "PCR 7". */
  split(typed: string): string | undefined;
  /** Other names of what was asked for, and of what is related to it: of "SAS 70", "SSAE 18". */
  relate(query: Query): string[];
  /** Another word of the family of what was asked for: of "compliant", "compliance". */
  findKin(query: Query): string | undefined;
  /** Terms that what was asked for is another name of: of "2FA", "MFA". */
  listTerms(query: Query): readonly string[];
}

const LONGEST_PHRASE = 4;

/** Makes a corrector of what the notes and the glossary say. */
export function createCorrector(vocabulary: Vocabulary): Corrector {
  const lexicon = readLexicon(vocabulary);
  return {
    correct: (query, missing) => correctQuery(lexicon, query, missing),
    guess: ({ text, terms }) => (terms.length === 1 && !text.includes(" ") ? guessWord(lexicon, text) : undefined),
    split: (typed) => split(lexicon, typed),
    relate: ({ text }) => otherNames(lexicon, text),
    findKin: ({ text }) => findKin(lexicon, text),
    listTerms: ({ text }) => listNumbers(fold(text)).flatMap((form) => lexicon.called.get(form) ?? []),
  };
}

function correctQuery(lexicon: Lexicon, { text, terms }: Query, missing: ReadonlySet<Term>): string | undefined {
  const gone = new Set([...missing].flatMap((term) => term.words));
  const typed = text.split(" ");
  const isBeside = terms.length > 1;
  const mended: string[] = [];
  for (let at = 0; at < typed.length;) {
    const isGone = gone.has(bareWord(typed[at] ?? ""));
    const phrase =
      takePhrase(typed, at, lexicon.misspelt) ??
      takePhrase(typed, at, synonymsOf(lexicon, gone)) ??
      (isGone || gone.has(bareWord(typed[at + 1] ?? "")) ? joinNext(lexicon, typed, at) : undefined);
    const word = typed[at] as string;
    mended.push(phrase?.text ?? (isGone ? mendWord(lexicon, word, isBeside) : undefined) ?? word);
    at += phrase?.length ?? 1;
  }
  const better = mended.join(" ");
  return fold(better) === fold(text) ? undefined : better;
}

/** The most frequent word of the same family: of "compliant", "compliance". */
function findKin({ words, ranked }: Lexicon, text: string): string | undefined {
  const word = fold(text);
  const kin = ranked.find((known) => known !== word && isFamily(known, word));
  return kin && words.get(kin);
}

/** Other names of a name, also where it is written in the plural. */
function otherNames({ related }: Lexicon, name: string): string[] {
  const forms = listNumbers(fold(name));
  const others = new Set(forms.flatMap((form) => [...(related.get(form) ?? [])]));
  // A glossary may list the plural, too, of which the name itself is another.
  return [...others].filter((other) => !forms.includes(fold(other)));
}

/** Other names of phrases that hold a word found nowhere. */
function synonymsOf(lexicon: Lexicon, gone: ReadonlySet<string>): Phrases {
  return {
    get: (phrase) => (phrase.split(" ").some((word) => gone.has(word)) ? otherNames(lexicon, phrase)[0] : undefined),
  };
}

/** "hyper visor" where the notes have "hypervisor". */
function joinNext({ words }: Lexicon, typed: readonly string[], at: number): Joined | undefined {
  const word = bareWord(typed[at] ?? "") + bareWord(typed[at + 1] ?? "");
  const joined = listNumbers(word)
    .map((form) => words.get(form))
    .find(Boolean);
  return at + 1 < typed.length && joined ? { text: joined, length: 2 } : undefined;
}

/** What several typed words are replaced by, and how many they are. */
interface Joined {
  text: string;
  length: number;
}

interface Phrases {
  get(phrase: string): string | undefined;
}

function takePhrase(typed: readonly string[], at: number, phrases: Phrases): Joined | undefined {
  for (let length = Math.min(LONGEST_PHRASE, typed.length - at); length > 0; length -= 1) {
    const text = phrases.get(fold(typed.slice(at, at + length).join(" ")));
    if (text) return { text, length };
  }
  return undefined;
}
