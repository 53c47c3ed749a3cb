import type { Query, Term } from "./query.ts";
import { costOf, isSwapped, slipsBetween } from "./slips.ts";
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

/** Mends queries by a vocabulary. */
export interface Corrector {
  /** The query with words that are found nowhere replaced; undefined when nothing better is known. */
  correct(query: Query, missing: ReadonlySet<Term>): string | undefined;
  /** Two known words written as one, or one and a number, parted: of "datacenter", "data center", of "pcr7", "PCR 7". */
  split(typed: string): string | undefined;
  /** Other names of what was asked for, and of what is related to it: of "SAS 70", "SSAE 18". */
  relate(query: Query): string[];
}

const LONGEST_PHRASE = 4;
const SHORTEST_PART = 3;
/** Most slips in a long word, and how many letters there must be for each: with fewer it is another word, as short ones are. */
const MOST_SLIPS = 3;
const LETTERS_PER_SLIP = 4;
/** Shorter words that are nearly another one are mostly words of their own: "faked" is no "fared". */
const LONG = 7;
/** Letters of a name so short that a slip in it is known only where two of them changed places. */
const SHORT_NAME = 3;
/** Abbreviations are what they are: one letter more makes each of them another. */
const ABBREVIATION = /^[\p{Lu}\p{N}.&-]+s?$/u;

/** A vocabulary by the folded forms of its words and names. */
interface Lexicon {
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
  /** Words that names are made of. */
  named: ReadonlySet<string>;
}

/** Makes a corrector of what the notes and the glossary say. */
export function createCorrector(vocabulary: Vocabulary): Corrector {
  const lexicon: Lexicon = { ...readWords(vocabulary.words), ...readTerms(vocabulary.terms) };
  return {
    correct: (query, missing) => correctQuery(lexicon, query, missing),
    split: (typed) => split(lexicon, typed),
    relate: ({ text }) => otherNames(lexicon, text),
  };
}

function readWords(list: string): Pick<Lexicon, "words" | "ranked" | "ranks"> {
  const words = new Map<string, string>();
  for (const word of list.split(" ")) if (!words.has(fold(word))) words.set(fold(word), word);
  const ranked = [...words.keys()];
  return { words, ranked, ranks: new Map(ranked.map((word, rank) => [word, rank])) };
}

function readTerms(terms: readonly VocabularyTerm[]): Pick<Lexicon, "misspelt" | "related" | "named"> {
  const misspelt = new Map<string, string>();
  const related = new Map<string, Set<string>>();
  for (const { term, expansion, synonyms = [], misspellings = [] } of terms) {
    for (const wrong of misspellings) misspelt.set(fold(wrong), term);
    const names = [term, ...(expansion ? [expansion] : []), ...synonyms];
    for (const name of names) {
      const others = related.get(fold(name)) ?? new Set();
      for (const other of names) if (other !== name) others.add(other);
      related.set(fold(name), others);
    }
  }
  return { misspelt, related, named: new Set([...related.keys()].flatMap((name) => name.split(" ").map(bareWord))) };
}

function correctQuery(lexicon: Lexicon, { text, terms }: Query, missing: ReadonlySet<Term>): string | undefined {
  const gone = new Set([...missing].flatMap((term) => term.words));
  const typed = text.split(" ");
  const isBeside = missing.size < terms.length;
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

/** @param isBeside whether other words were found, which say enough without this one */
function mendWord(lexicon: Lexicon, typed: string, isBeside: boolean): string | undefined {
  const { words, ranked, ranks } = lexicon;
  const word = bareWord(typed);
  // A known word is missing only as part of a phrase: what is mended is the quotes.
  if (ranks.has(word)) return words.get(word);
  const parts = split(lexicon, typed);
  const isAbbreviation = ABBREVIATION.test(typed);
  if (word.length === SHORT_NAME && !(isAbbreviation && isBeside)) return parts ?? swapName(lexicon, word);
  if (isAbbreviation) return parts;
  let best = parts ? { text: parts, cost: 0.8 } : undefined;
  // Beside other words a slip is a small one: "depth" beside "defense" is no "debt".
  const allowed = Math.min(isBeside ? 1 : MOST_SLIPS, Math.floor(word.length / LETTERS_PER_SLIP));
  for (const known of ranked) {
    const rank = 0.5 * ((ranks.get(known) ?? 0) / ranked.length);
    for (const form of formsNear(known, word, allowed)) {
      const cost = form === known ? costOf(word, known, allowed) : costOfNumber(word, form, allowed);
      if (cost === undefined || (isBeside && !isLikely(lexicon, word, form))) continue;
      if (!best || cost + rank < best.cost) best = { text: words.get(known) ?? known, cost: cost + rank };
    }
  }
  return best?.text;
}

/** A known word, and its other number where what was typed is about as long: "pasword" is near to "passwords" by it. */
function formsNear(known: string, typed: string, allowed: number): string[] {
  return Math.abs(known.length - typed.length) <= allowed + 2 ? listNumbers(known) : [known];
}

/** The number that the notes have comes first, however rare it is there. */
function costOfNumber(typed: string, form: string, allowed: number): number | undefined {
  const slips = slipsBetween(typed, form, allowed);
  return slips === undefined ? undefined : slips + 0.5;
}

/**
 * Whether a word that is nowhere was meant for a known one, and not for itself. A name
 * of the glossary is what readers look for, and letters that are swapped or doubled make no other word.
 */
function isLikely({ named }: Lexicon, word: string, known: string): boolean {
  if (named.has(known) || isSwapped(word, known) || single(word) === single(known)) return true;
  return word.length >= LONG && Math.abs(known.length - word.length) <= 1;
}

/** A word with each letter once where it is doubled. */
function single(word: string): string {
  return word.replace(/(.)\1+/gu, "$1");
}

/** "tmp": a name of three letters, of which the last two changed places. */
function swapName({ words, ranked, related }: Lexicon, word: string): string | undefined {
  const name = ranked.find((known) => related.has(known) && known[0] === word[0] && isSwapped(word, known));
  return name && words.get(name);
}

/** Words written as one, parted. */
function split(lexicon: Lexicon, typed: string): string | undefined {
  return splitNumber(lexicon, typed) ?? splitWords(lexicon, typed);
}

/** "pcr7", "sp800-53", "SOC-2": a known word and a number written as one; "48V": a number and its unit. */
function splitNumber({ words }: Lexicon, typed: string): string | undefined {
  const [, amount, unit] = /^(\d[\d.]*)(\p{L}{1,3})$/u.exec(typed) ?? [];
  if (unit) return `"${amount} ${unit}"`;
  const [, left = "", number] = /^(\p{L}+)[-–_/]?(\d[\d.-]*)$/u.exec(typed) ?? [];
  const word = words.get(fold(left));
  return word && number && `${word} ${number}`;
}

/** "secureboot": two known words written as one. */
function splitWords({ words, ranks }: Lexicon, typed: string): string | undefined {
  const word = bareWord(typed);
  let best: { text: string; rank: number } | undefined;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    const rank = Math.max(ranks.get(left) ?? Infinity, ranks.get(right) ?? Infinity);
    if (rank < (best?.rank ?? Infinity)) best = { text: `${words.get(left)} ${words.get(right)}`, rank };
  }
  return best?.text;
}

/** A name as it is written, in the singular and in the plural. */
function listNumbers(name: string): string[] {
  const one = [name.replace(/ies$/, "y"), name.replace(/(?<=s|x|z|ch|sh)es$/, ""), name.replace(/s$/, "")];
  const many = [`${name}s`, `${name}es`, name.replace(/y$/, "ies")];
  return [...new Set([name, ...one, ...many])];
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
