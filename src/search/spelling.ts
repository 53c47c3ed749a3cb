/** Two spellings of a stretch of words: what is British, and what is American, each with what the other has for it. */
interface Pair {
  british: RegExp;
  american: RegExp;
  toAmerican: string;
  toBritish: string;
}

/** Before "-ise": words that every country writes with an s, or "-ize" with a z. */
const NEVER_Z =
  "adv|comprom|compr|conc|dev|disgu|enterpr|exc|exerc|expert|franch|improv|likew|merchand|otherw|parad|prec|prem|prom|rev|superv|surpr|telev";
const NEVER_S = "downs|overs|res|unders";
const VERB = "(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)";
const stems = (list: string, ending: string, after = "") => new RegExp(`^(${list})${ending}${after}`, "u");
const DOUBLED = "cancel|label|level|model|signal|travel|tunnel";
const OUR = "arm|behavi|col|endeav|fav|hon|lab|neighb|rum";
const TRE = "cent|fib|lit|met|theat";
const PAIRS: readonly Pair[] = [
  {
    british: new RegExp(`(?<=\\p{L}{3})(?<!^(?:${NEVER_Z}))is${VERB}`, "u"),
    american: new RegExp(`(?<=\\p{L}{3})(?<!^(?:${NEVER_S}))iz${VERB}`, "u"),
    toAmerican: "iz",
    toBritish: "is",
  },
  {
    british: /(?<=anal|paral|catal)ys(?=e|ing$)/u,
    american: /(?<=anal|paral|catal)yz(?=e|ing$)/u,
    toAmerican: "yz",
    toBritish: "ys",
  },
  { british: stems(OUR, "our"), american: stems(OUR, "or"), toAmerican: "$1or", toBritish: "$1our" },
  {
    british: stems(TRE, "re", "(?=s?$)"),
    american: stems(TRE, "er", "(?=s?$)"),
    toAmerican: "$1er",
    toBritish: "$1re",
  },
  {
    british: stems("defen|licen|offen", "ce"),
    american: stems("defen|licen|offen", "se"),
    toAmerican: "$1se",
    toBritish: "$1ce",
  },
  {
    british: stems("catal|dial", "ogue"),
    american: stems("catal|dial", "og", "(?=s?$|ed$|ing$)"),
    toAmerican: "$1og",
    toBritish: "$1ogue",
  },
  {
    british: stems("program", "me", "(?=s?$)"),
    american: stems("program", "", "(?=s?$)"),
    toAmerican: "$1",
    toBritish: "$1me",
  },
  {
    british: stems(DOUBLED, "l", "(?=ed$|ing$|er)"),
    american: stems(DOUBLED, "", "(?=ed$|ing$|er)"),
    toAmerican: "$1",
    toBritish: "$1l",
  },
];

/** What every text has in which one of the words above stands; most texts have none of it. */
const SIGN = /* @__PURE__ */ new RegExp(
  `i[sz](?:e|ing|ation)|(?:anal|paral|catal)y|(?:${OUR})o|(?:${TRE})(?:re|er)|(?:defen|licen|offen)[cs]e|(?:catal|dial)og|program|${DOUBLED}`,
  "i",
);

/** Other spellings of words that were asked for; "" for words that have none. */
const known = new Map<string, string>();

/** A folded word as the other side of the Atlantic spells it; undefined where both spell it alike. */
export function respell(word: string): string | undefined {
  let other = known.get(word);
  if (other === undefined) {
    other = findOther(word) ?? "";
    known.set(word, other);
  }
  return other || undefined;
}

function findOther(word: string): string | undefined {
  for (const { british, american, toAmerican, toBritish } of PAIRS) {
    if (british.test(word)) return word.replace(british, toAmerican);
    if (american.test(word)) return word.replace(american, toBritish);
  }
  return undefined;
}

/**
 * Puts the other spelling behind every word that has one, with a hyphen: Pagefind counts "centre-center"
 * as one word and finds it by either half, so counts, filters and order hold for both.
 */
export function doubleSpellings(text: string): string {
  if (!SIGN.test(text)) return text;
  return text.replace(/\p{L}+/gu, (word) => {
    const other = respell(word.toLowerCase());
    return other ? `${word}-${other}` : word;
  });
}

/** Undoes {@link doubleSpellings} for showing. */
export function singleSpellings(text: string): string {
  return text.replace(/(?<=(\p{L}+))-(\p{L}+)/gu, (both, word: string, other: string) =>
    respell(word.toLowerCase()) === other ? "" : both,
  );
}
