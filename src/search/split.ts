import type { Lexicon } from "./lexicon.ts";
import { bareWord, fold } from "./words.ts";

const SHORTEST_PART = 3;

/** Words written as one, parted: "secureboot", and "pcr7" with its number. */
export function split(lexicon: Lexicon, typed: string): string | undefined {
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
