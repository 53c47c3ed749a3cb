import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { fontFile } from "../exports/fonts.node.ts";
import type { FontMetrics } from "../mindmap/measure.ts";

const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const NO_WIDTH = /^[\p{M}\p{Cf}]+$/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Advances in em that stand in for letters which the label font lacks, whatever font a reader's
 * system takes for them: East Asian letters are one em by construction, the others are ample.
 */
const FALLBACK = { wide: 1, emoji: 1.4, other: 0.8 };

/** Measures with the shipped font file itself: exact for its own letters, ample for all others. */
export function loadMetrics(): FontMetrics {
  const fonts = ([400, 700] as const).map((weight) => open(fontFile(weight)));
  const known = fonts.map(() => new Map<string, number>());
  return {
    advance(text, bold) {
      const index = bold ? 1 : 0;
      const cache = known[index] as Map<string, number>;
      let advance = cache.get(text);
      if (advance === undefined) {
        advance = measure(fonts[index] as fontkit.Font, text);
        cache.set(text, advance);
      }
      return advance;
    },
  };
}

function open(file: string): fontkit.Font {
  const font = fontkit.create(readFileSync(file) as Buffer);
  if (!("layout" in font)) throw new Error(`${file} holds several fonts; name a file with one.`);
  return font;
}

function measure(font: fontkit.Font, text: string): number {
  let own = "";
  let advance = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (has(font, segment)) own += segment;
    else advance += fallbackAdvance(segment);
  }
  return own ? advance + font.layout(own).advanceWidth / font.unitsPerEm : advance;
}

function has(font: fontkit.Font, grapheme: string): boolean {
  return [...grapheme].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) as number));
}

function fallbackAdvance(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return FALLBACK.emoji;
  return WIDE.test(grapheme) ? FALLBACK.wide : FALLBACK.other;
}
