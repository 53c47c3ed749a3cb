const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const NO_WIDTH = /^[\p{M}\p{Cf}]+$/u;

/**
 * Advances in em that stand in for letters which the label font lacks, whatever font a reader's
 * system takes for them: East Asian letters are one em by construction, the others are ample.
 */
const FALLBACK = { wide: 1, emoji: 1.4, other: 0.8 };

/**
 * Letters of scripts that are much narrower than `other`: what is ample for a word in DejaVu Sans, of the widest of
 * common fonts. The last are signs that are wider, by themselves and as those that stand in for them: for one are
 * several. The first that fits counts.
 */
const OTHER_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[سشصضطظ]/u, 1],
  [/[بتثحخفقك]/u, 0.8],
  [/\p{Script=Arabic}/u, 0.62],
  [/[אחמםפשת]/u, 0.76],
  [/\p{Script=Hebrew}/u, 0.62],
  [/[ЖМФШЩЫЮЪ]/u, 1.15],
  [/[жмфшщыюъ]/u, 0.95],
  [/[ΜΩΨ]/u, 0.95],
  [/[ωψ]/u, 0.86],
  [/(?=\p{Lu})[\p{Script=Cyrillic}\p{Script=Greek}]/u, 0.8],
  [/[\p{Script=Cyrillic}\p{Script=Greek}]/u, 0.68],
  [/[‰‱]/u, 2.6],
  [/[\u2150-\u215f\u2189]/u, 1.8],
  [/[\u2100\u2103\u2105\u2106\u2109\ufb00-\ufb06]/u, 1.3],
];

/**
 * Width to reckon with for a letter that the label font lacks.
 * @param grapheme what a reader takes for one letter
 * @returns em
 */
export function fallbackAdvance(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return FALLBACK.emoji;
  if (WIDE.test(grapheme)) return FALLBACK.wide;
  return OTHER_WIDTHS.find(([letters]) => letters.test(grapheme))?.[1] ?? FALLBACK.other;
}
