import { hasUnspaced, splitUnspaced } from "./unspaced.ts";
import { bareWord, fold, listForms, matchWord, SIGN } from "./words.ts";

/** What a reader looks for. */
export interface Query {
  /** As it was typed, trimmed. */
  text: string;
  /** All of its words, those that say nothing too. */
  words: string[];
  /** What every good place holds: one word, or several that must follow one another. */
  terms: readonly Term[];
}

/** A word, or words that must follow one another. */
export interface Term {
  /** As it was typed. */
  text: string;
  /** Folded words that must follow one another; more than one for a quoted phrase or for text without spaces. */
  words: string[];
  /** Quoted: the words must stand there exactly. */
  isExact: boolean;
}

const UNIT = /"([^"]*)"?|[^\s"]+/gu;
/** Words of up to so many letters are not taken for beginnings of others, nor for parts of names. */
const SHORTEST = 2;
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;
const STOP = listWords(
  "a an and are as at be by can do does for from how i if in is it my of on or that the this to was what when where which who why with",
);
/** With these one asks for an answer; no note is about them. */
const ASKS = listWords(
  "about being between cant could did differ difference doesnt done dont explain explained explaining explanation had has have isnt learn me meaning our shall should show than there they understand versus vs we were will would you your",
);
/** What makes a question of words. */
const QUESTION = listWords("can did do does how should what when where which who why");
/** These say nothing in a question, but may be what is looked for elsewhere: "how does a quote work", not "remote work". */
const ASKS_IN_QUESTION = listWords("happen happening happens mean means need needed needs use used work working works");

/** Most words and signs that are searched for: more, as of a page that was pasted, take long and name no place. */
const MOST_WORDS = 32;
const MOST_SIGNS = 300;

/** As much of what was typed, or pasted, as is searched for, without blanks around it. */
export function cutQuery(typed: string): string {
  // By whole signs: half of one cannot stand in an address.
  const signs = Array.from(typed.trim().slice(0, 2 * MOST_SIGNS))
    .slice(0, MOST_SIGNS)
    .join("");
  return signs.split(/\s+/).slice(0, MOST_WORDS).join(" ");
}

/** Reads a query: words, and phrases in quotes. Words that say nothing are left out beside others. */
export function parseQuery(typed: string): Query {
  const text = typed.replace(QUOTES, '"').replace(/\s+/g, " ").trim();
  const terms: Term[] = [];
  for (const [unit, phrase] of text.matchAll(UNIT)) {
    const words = toWords(unit);
    if (words.length > 0) terms.push({ text: unit, words, isExact: phrase !== undefined || hasUnspaced(unit) });
  }
  const all = toWords(text);
  return { text, words: all, terms: listTelling(terms, all) };
}

/** Terms that say something: without the words that ask, where others are left beside them. */
function listTelling(terms: readonly Term[], words: readonly string[]): readonly Term[] {
  const isQuestion = words.some((word) => QUESTION.has(word));
  const isSaying = (word: string) => !STOP.has(word);
  const isTelling = (word: string) => isSaying(word) && !ASKS.has(word) && !(isQuestion && ASKS_IN_QUESTION.has(word));
  const keep = (accept: (word: string) => boolean) => terms.filter((term) => term.isExact || term.words.some(accept));
  return [keep(isTelling), keep(isSaying), terms].find(({ length }) => length > 0) ?? [];
}

function listWords(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/**
 * A query whose words are parted into those they are made of, which must follow one another.
 * Undefined where none is, or a part is too short to tell anything.
 * @param part puts spaces between the parts of a word
 */
export function partQuery(query: Query, part: (word: string) => string): Query | undefined {
  const terms = query.terms.map((term) => (term.isExact ? term : { ...term, words: toWords(part(term.text)) }));
  const parted = terms.filter(({ words, isExact }) => !isExact && words.length > 1).flatMap(({ words }) => words);
  return parted.length > 0 && parted.every(({ length }) => length > SHORTEST) ? { ...query, terms } : undefined;
}

function toWords(text: string): string[] {
  return splitUnspaced(text).split(/\s+/).map(bareWord).filter(Boolean);
}

/** Finds words one after the other in folded text, whole words where the script has spaces. */
export function toPattern({ words }: Pick<Term, "words">): RegExp {
  if (words.some(hasUnspaced)) return new RegExp(words.map(loosen).join("[^\\p{L}\\p{N}_]*"), "gu");
  const phrase = words.map(loosen).join("[^\\p{L}\\p{N}_]+");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${phrase}(?![\\p{L}\\p{N}_])`, "gu");
}

/** A word as a pattern that finds it with signs in it too: "xsa108" finds "xsa-108", "us" finds "U.S." */
function loosen(word: string): string {
  return Array.from(word, (sign) => (sign === "." ? "\\." : sign)).join(`(?:(?!\\s)${SIGN.source})*`);
}

/** Whether a term is the initials of a name, as those who type them in capitals mean: "SIEM" is no beginning of "Siemens". */
export function isInitials({ text, words, isExact }: Term): boolean {
  return !isExact && words.length === 1 && /^\p{Lu}{3,5}$/u.test(text);
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
function isLetter({ words: [first = "", ...more], isExact }: Term): boolean {
  return !isExact && more.length === 0 && /^\p{L}$/u.test(first);
}

/** Whether Pagefind is asked for exactly this, also for what is too short to guess the rest of: it does not say everywhere it stands. */
export function isLiteral(term: Term): boolean {
  return term.isExact || withoutSigns(term).length <= SHORTEST;
}

/** The words of a term as Pagefind's index has them. */
function withoutSigns({ words }: Term): string {
  return words.join(" ").replace(/[.&]/g, "");
}

/**
 * The query as Pagefind is to be asked: its own exact search when all of it is one quoted phrase or one
 * word of two letters, which are too few to guess the others; without single letters beside words.
 */
export function toPagefind({ terms }: Pick<Query, "terms">): string {
  const asked = terms.some((term) => !isLetter(term)) ? terms.filter((term) => !isLetter(term)) : terms;
  const words = asked.map(withoutSigns).join(" ");
  const [first] = asked;
  return asked.length === 1 && first && isLiteral(first) ? `"${words}"` : words;
}
