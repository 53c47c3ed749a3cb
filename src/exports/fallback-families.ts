/** East Asian families by what is read in them. */
const EAST_ASIAN = { sc: "noto-sans-sc", jp: "noto-sans-jp", kr: "noto-sans-kr", tc: "noto-sans-tc" };

type EastAsian = keyof typeof EAST_ASIAN;

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const BOPOMOFO = /\p{Script=Bopomofo}/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe30-\ufe4f\uff00-\uffef]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}|\u20e3/u;

/** Scripts with a family of their own, which is named after them. */
const OWN = `Arabic Armenian Bengali Cherokee Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam
  Myanmar Oriya Sinhala Syriac Tamil Telugu Thaana Thai`
  .split(/\s+/)
  .map((name) => ({
    script: new RegExp(`\\p{Script=${name}}`, "u"),
    /** Its signs as well that other scripts use too, such as the question mark of Arabic. */
    sign: new RegExp(`\\p{Script_Extensions=${name}}`, "u"),
    family: `noto-sans-${name.toLowerCase()}`,
  }));

/** Families for everything else: Greek, Cyrillic, Devanagari, then arrows, signs and pictures. */
const GENERAL = ["noto-sans", "noto-sans-math", "noto-sans-symbols-2", "noto-sans-symbols", "noto-emoji"];

/** All families that {@link fallbackFamilies} may name and that may be missing. */
export const FAMILIES: readonly string[] = [
  ...Object.values(EAST_ASIAN),
  ...OWN.map(({ family }) => family),
  ...GENERAL,
];

/**
 * The East Asian letters a text is to be set in: the same Chinese signs look different in Japan,
 * Korea, Taiwan and China. What the language leaves open, the letters beside them tell.
 * @param lang as in BCP 47
 */
export function guessEastAsian(text: string, lang: string): EastAsian {
  if (/^ja\b/i.test(lang)) return "jp";
  if (/^ko\b/i.test(lang)) return "kr";
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(lang)) return "tc";
  if (/^zh\b/i.test(lang)) return "sc";
  if (KANA.test(text)) return "jp";
  if (HANGUL.test(text)) return "kr";
  return BOPOMOFO.test(text) ? "tc" : "sc";
}

/**
 * Font families for a letter that the label font lacks, best first. Each is a package
 * `@fontsource/<family>`, files cut by ranges of letters, so that few bytes are read of large ones.
 * @param grapheme what a reader takes for one letter
 */
export function fallbackFamilies(grapheme: string, eastAsian: EastAsian): string[] {
  if (EMOJI.test(grapheme)) return ["noto-emoji", ...GENERAL];
  if (WIDE.test(grapheme)) return [...new Set([EAST_ASIAN[eastAsian], ...Object.values(EAST_ASIAN)])];
  const own = OWN.find(({ script }) => script.test(grapheme));
  if (own) return [own.family];
  const shared = OWN.filter(({ sign }) => sign.test(grapheme)).map(({ family }) => family);
  return ["atkinson-hyperlegible-next", ...GENERAL, ...shared];
}
