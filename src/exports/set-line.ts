import bidiFactory from "bidi-js";

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Letters of one style. */
interface StyledText<Style> {
  text: string;
  style: Style;
  /** What the letters stand in for, where they were written in place of others. */
  words?: string;
}

/** A stretch of a line with one style, one font and one direction. */
export interface Span<Style, Font> {
  /** As it is to be shaped: brackets turned where they are read from right to left. */
  text: string;
  /** As it was written. */
  words: string;
  style: Style;
  font: Font;
  isRightToLeft: boolean;
  /** Its place among the line's stretches as they were written. */
  rank: number;
}

/** Letters that make a line's order differ from its writing. */
const TURNING =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Letters each of which stands for itself, whatever stands beside it. */
const SINGLE = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026]*$/;
/** Scripts that shaping itself writes from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Samaritan}]/u;
/** Marks of direction and possible breaks: obeyed or ignored, never drawn. */
const UNDRAWN = /[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Sets a line: cuts it into stretches of one font and one direction and puts them into the order in
 * which they stand from left to right (Unicode Standard Annex 9).
 * @param isRightToLeft whether the line as a whole reads from right to left
 * @param pick the font of what a reader takes for one letter
 */
export function setLine<Style, Font>(
  runs: readonly StyledText<Style>[],
  isRightToLeft: boolean,
  pick: (grapheme: string, style: Style) => Font,
): Span<Style, Font>[] {
  const line = runs.map(({ text }) => text).join("");
  const turns = isRightToLeft || TURNING.test(line);
  const levels = turns ? bidi.getEmbeddingLevels(line, isRightToLeft ? "rtl" : "ltr").levels : undefined;
  const parts: { text: string; words: string; style: Style; font: Font; level: number; rank: number }[] = [];
  let offset = 0;
  for (const { text, style, words: written } of runs) {
    let index = 0;
    for (const grapheme of splitGraphemes(text)) {
      const level = levels?.[offset + index] ?? 0;
      const last = parts.at(-1);
      const letters = grapheme.replace(UNDRAWN, "");
      const words = index > 0 && written !== undefined ? "" : (written ?? letters);
      index += grapheme.length;
      if (!letters) continue;
      const font = pick(letters, style);
      if (last?.style === style && last.font === font && last.level === level) {
        last.text += letters;
        last.words += words;
      } else parts.push({ text: letters, words, style, font, level, rank: parts.length });
    }
    offset += text.length;
  }
  return reorder(parts).map(({ text, words, style, font, level, rank }) => {
    return { text: level % 2 ? turn(text) : text, words, style, font, isRightToLeft: level % 2 === 1, rank };
  });
}

/** What a reader takes for letters. */
export function splitGraphemes(text: string): Iterable<string> {
  if (SINGLE.test(text)) return text;
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Rule L2: from the highest level down, each stretch of that level or a higher one is turned round. */
function reorder<Part extends { level: number }>(parts: readonly Part[]): readonly Part[] {
  const ordered = [...parts];
  for (let level = Math.max(0, ...parts.map((part) => part.level)); level > 0; level -= 1) {
    let start = 0;
    for (let at = 0; at <= ordered.length; at += 1) {
      if ((ordered[at]?.level ?? 0) >= level) continue;
      ordered.splice(start, at - start, ...ordered.slice(start, at).reverse());
      start = at + 1;
    }
  }
  return ordered;
}

/** Turns brackets, and where shaping will not do it, the order of the letters. */
function turn(words: string): string {
  const turned = Array.from(words, (letter) => bidi.getMirroredCharacter(letter) ?? letter).join("");
  if (RIGHT_TO_LEFT.test(words)) return turned;
  return Array.from(graphemes.segment(turned), ({ segment }) => segment)
    .reverse()
    .join("");
}
