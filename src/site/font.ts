import type { Font } from "fontkit";
import { openFont } from "../exports/fonts.node.ts";
import { hasLetters } from "../exports/label-font.ts";
import { fallbackAdvance } from "../mindmap/fallback.ts";
import type { FontMetrics } from "../mindmap/measure.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Measures with the shipped font file itself: exact for its own letters, ample for all others. */
export function loadMetrics(): FontMetrics {
  const fonts = ([400, 700] as const).map(openFont);
  const tables = fonts.map((font) => new PairTable(font));
  const known = fonts.map(() => new Map<string, number>());
  return {
    advance(text, bold) {
      const index = bold ? 1 : 0;
      const latin = (tables[index] as PairTable).advance(text);
      if (latin !== undefined) return latin;
      const cache = known[index] as Map<string, number>;
      let advance = cache.get(text);
      if (advance === undefined) {
        advance = measure(fonts[index] as Font, text);
        cache.set(text, advance);
      }
      return advance;
    },
  };
}

/** Letters that show, and blanks. */
const SHOWN = /[^\p{Cc}\p{Cf}]/u;

/** One more than the last of the letters that a table holds: those of Latin Extended-A, which are in one piece each. */
const LETTERS = 0x180;

/**
 * Widths of pairs of Latin letters. The label font moves a letter by the one beside it alone (its GPOS table
 * has kerning of pairs and places of marks, and none of these letters is a mark), so that a text is as wide
 * as its pairs tell; setting each text in full takes ten times as long.
 */
class PairTable {
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #singles = new Float64Array(LETTERS).fill(Number.NaN);
  readonly #pairs = new Float64Array(LETTERS * LETTERS).fill(Number.NaN);

  constructor(font: Font) {
    this.#font = font;
    this.#unitsPerEm = font.unitsPerEm;
  }

  /** Width in em of a text; undefined when there is a letter in it that the table, or the font, has not. */
  advance(text: string): number | undefined {
    let width = 0;
    let before = -1;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter >= LETTERS) return undefined;
      const single = this.#single(letter);
      if (single === undefined) return undefined;
      width += before < 0 ? single : this.#pair(before, letter);
      before = letter;
    }
    return width / this.#unitsPerEm;
  }

  #single(letter: number): number | undefined {
    let advance = this.#singles[letter] as number;
    if (Number.isNaN(advance)) {
      const has = SHOWN.test(String.fromCharCode(letter)) && this.#font.hasGlyphForCodePoint(letter);
      advance = has ? this.#font.layout(String.fromCharCode(letter)).advanceWidth : Number.POSITIVE_INFINITY;
      this.#singles[letter] = advance;
    }
    return advance === Number.POSITIVE_INFINITY ? undefined : advance;
  }

  /** What a letter adds behind another. */
  #pair(before: number, letter: number): number {
    const at = before * LETTERS + letter;
    let advance = this.#pairs[at] as number;
    if (Number.isNaN(advance)) {
      const both = this.#font.layout(String.fromCharCode(before, letter)).advanceWidth;
      advance = both - (this.#singles[before] as number);
      this.#pairs[at] = advance;
    }
    return advance;
  }
}

function measure(font: Font, text: string): number {
  let own = "";
  let advance = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (hasLetters(font, segment)) own += segment;
    else advance += fallbackAdvance(segment);
  }
  return own ? advance + font.layout(own).advanceWidth / font.unitsPerEm : advance;
}
