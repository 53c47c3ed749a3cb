import { hasUnspaced, splitUnspaced } from "./unspaced.ts";
import { fold, listForms, matchWord } from "./words.ts";

/** What a reader looks for. */
export interface Query {
  /** As it was typed, trimmed. */
  text: string;
  /** What every good place holds: one word, or several that must follow one another. */
  terms: Term[];
}

export interface Term {
  /** Folded words; more than one for a quoted phrase or for text without spaces. */
  words: string[];
  /** Quoted: the words must stand there exactly. */
  isExact: boolean;
}

const UNIT = /"([^"]*)"?|[^\s"]+/gu;
/** Words of up to so many letters are not taken for beginnings of others. */
const SHORTEST = 2;
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;
const STOP = new Set(
  "a an and are as at be by can do does for from how i if in is it my of on or that the this to was what when where which who why with".split(
    " ",
  ),
);

/** Reads a query: words, and phrases in quotes. Words that say nothing are left out beside others. */
export function parseQuery(typed: string): Query {
  const text = typed.replace(QUOTES, '"').replace(/\s+/g, " ").trim();
  const terms: Term[] = [];
  for (const [unit, phrase] of text.matchAll(UNIT)) {
    const isExact = phrase !== undefined;
    const words = toWords(isExact ? phrase : unit);
    if (words.length > 0) terms.push({ words, isExact: isExact || hasUnspaced(unit) });
  }
  const telling = terms.filter(({ words, isExact }) => isExact || words.some((word) => !STOP.has(word)));
  return { text, terms: telling.length > 0 ? telling : terms };
}

function toWords(text: string): string[] {
  return splitUnspaced(text)
    .split(/\s+/)
    .map((word) => fold(word.replace(/[^\p{L}\p{N}_]+/gu, "")))
    .filter(Boolean);
}

/** Finds the words of a term one after the other in folded text, whole words where the script has spaces. */
export function toPattern({ words }: Term): RegExp {
  const phrase = words.join("[^\\p{L}\\p{N}_]+");
  return hasUnspaced(phrase)
    ? new RegExp(words.join("[^\\p{L}\\p{N}_]*"), "gu")
    : new RegExp(`(?<![\\p{L}\\p{N}_])${phrase}(?![\\p{L}\\p{N}_])`, "gu");
}

/** Whether a text answers a term: holds its words, those of a phrase one after the other. */
export function hasTerm(text: string, term: Term): boolean {
  if (term.isExact) return toPattern(term).test(fold(text));
  const forms = text.split(/\s+/).flatMap(listForms);
  return term.words.every((word) => forms.some((form) => matchWord(form, word) > 0));
}

/**
 * Whether a term is one letter, the first of a word being typed, say. Pagefind takes it for the beginning
 * of words, and scoring all words with one first letter takes it seconds in a site of thousands of pages.
 */
export function isLetter({ words: [first = "", ...more], isExact }: Term): boolean {
  return !isExact && more.length === 0 && /^\p{L}$/u.test(first);
}

/**
 * The query as Pagefind is to be asked: its own exact search when all of it is one quoted phrase or one
 * word of two letters, which are too few to guess the others; without single letters beside words.
 */
export function toPagefind({ terms }: Query): string {
  const asked = terms.some((term) => !isLetter(term)) ? terms.filter((term) => !isLetter(term)) : terms;
  const words = asked.flatMap((term) => term.words).join(" ");
  return asked.length === 1 && (asked[0]?.isExact || words.length <= SHORTEST) ? `"${words}"` : words;
}
