import { hasUnspaced, splitUnspaced } from "./unspaced.ts";
import { fold } from "./words.ts";

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

/** The query as Pagefind is to be asked: its own exact search only when all of it is one quoted phrase. */
export function toPagefind({ terms }: Query): string {
  const words = terms.flatMap((term) => term.words).join(" ");
  return terms.length === 1 && terms[0]?.isExact ? `"${words}"` : words;
}
