const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The letter that a text stands under: "文" for Chinese, Japanese and Korean, "#" for what begins with none. */
export function firstLetter(text: string): string {
  // A capital may be two letters ("ß"), and a sign two letters or one of another width ("ﬁ", "Ａ").
  const letter = /^\p{L}/u.exec(text.toUpperCase().normalize("NFKD"))?.[0];
  if (!letter) return "#";
  // There are thousands of these, each the first of few words.
  return EAST_ASIAN.test(letter) ? "文" : letter;
}

/** A letter's part of addresses and anchors. */
export function letterSlug(letter: string): string {
  if (letter === "#") return "signs";
  if (letter === "文") return "east-asian";
  return /^[A-Z]$/.test(letter) ? letter.toLowerCase() : `u${letter.codePointAt(0)?.toString(16)}`;
}

/** A heading without the number of its section, by which nobody looks for it: "1. Risk", "2.3 Risk", "IV) Risk" are Risk. */
export function withoutNumber(text: string): string {
  return text.replace(/^(?:\d+(?:\.\d+)+\.?|(?:\d+|[IVX]+)[.)])\s+(?=\p{L})/u, "");
}
