import { type Lexicon, listNumbers } from "./lexicon.ts";
import { costOf, isNear, isSwapped, single, slipsBetween } from "./slips.ts";
import { split } from "./split.ts";
import { bareWord, matchWord } from "./words.ts";

/** Most slips in a long word. */
const MOST_SLIPS = 3;
/** Shorter words that are nearly another one are mostly words of their own: "faked" is no "fared". */
const LONG = 7;
/** Letters of a name so short that a slip in it is known only where two of them changed places. */
const SHORT_NAME = 3;
/** Fewer letters are no word with an ending, nor one that has another number nearby. */
const SHORTEST_FORM = 5;
/** How well a word answers another one with the same stem, at least. */
const KIN = 0.8;
/** Abbreviations are what they are: one letter more makes each of them another. */
const ABBREVIATION = /^[\p{Lu}\p{N}.&-]+s?$/u;
/** "don't", "they're": words that are nowhere, but right. */
const CONTRACTION = /['’](?:t|re|ve|ll|d|m)$/iu;

/**
 * The known word, or words, that a word which is nowhere was probably meant for.
 * @param isBeside whether it stands beside other words, which say what is looked for without this one
 */
export function mendWord(lexicon: Lexicon, typed: string, isBeside: boolean): string | undefined {
  const { words, ranked, ranks } = lexicon;
  const word = bareWord(typed);
  // A known word is missing only as part of a phrase: what is mended is the quotes.
  if (ranks.has(word)) return words.get(word);
  const parts = split(lexicon, typed);
  const isAbbreviation = ABBREVIATION.test(typed);
  if (word.length === SHORT_NAME && !(isAbbreviation && isBeside)) return parts ?? swapName(lexicon, word);
  if (isAbbreviation || CONTRACTION.test(typed)) return parts;
  const kin = findStem(lexicon, word);
  if (kin) return kin;
  let best = parts ? { text: parts, cost: 0.8 } : undefined;
  // Beside other words a slip is a small one: "depth" beside "defense" is no "debt".
  const most = isBeside ? 1 : MOST_SLIPS;
  for (const known of ranked) {
    const rank = 0.5 * ((ranks.get(known) ?? 0) / ranked.length);
    for (const form of formsNear(known, word, most)) {
      const cost = form === known ? costOf(word, known, most) : costOfNumber(word, form);
      if (cost === undefined || (isBeside && !isLikely(lexicon, word, form))) continue;
      if (!best || cost + rank < best.cost) best = { text: words.get(known) ?? known, cost: cost + rank };
    }
  }
  return best?.text;
}

/** The most frequent known word with the stem of one that is nowhere: of "cryptographer", "cryptography". */
function findStem({ words, ranked }: Lexicon, word: string): string | undefined {
  if (word.length < SHORTEST_FORM) return undefined;
  const kin = ranked.find((known) => matchWord(known, word) >= KIN);
  return kin && words.get(kin);
}

/** The most frequent known word that is near to one, though not so near that it was surely meant. */
export function guessWord({ words, ranked }: Lexicon, typed: string): string | undefined {
  const word = bareWord(typed);
  if (word.length < SHORTEST_FORM || words.has(word) || CONTRACTION.test(typed)) return undefined;
  const near = ranked.find((known) => known.length >= SHORTEST_FORM && isNear(word, known));
  return near && words.get(near);
}

/** A known word, and its other number where what was typed is about as long: "pasword" is near to "passwords" by it. */
function formsNear(known: string, typed: string, most: number): string[] {
  return Math.abs(known.length - typed.length) <= most + 2 ? listNumbers(known) : [known];
}

/** The number that the notes have comes first, however rare it is there; another letter makes another word. */
function costOfNumber(typed: string, form: string): number | undefined {
  if (form.length < SHORTEST_FORM || (form.length === typed.length && !isSwapped(typed, form))) return undefined;
  const slips = slipsBetween(typed, form, 1);
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

/** "tmp": a name of three letters, of which the last two changed places. */
function swapName({ words, ranked, related }: Lexicon, word: string): string | undefined {
  const name = ranked.find((known) => related.has(known) && known[0] === word[0] && isSwapped(word, known));
  return name && words.get(name);
}
