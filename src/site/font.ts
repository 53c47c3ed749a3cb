import type { Font } from "fontkit";
import { openFont } from "../exports/fonts.node.ts";
import { hasLetters } from "../exports/label-font.ts";
import { fallbackAdvance } from "../mindmap/fallback.ts";
import type { FontMetrics } from "../mindmap/measure.ts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Measures with the shipped font file itself: exact for its own letters, ample for all others. */
export function loadMetrics(): FontMetrics {
  const fonts = ([400, 700] as const).map(openFont);
  const known = fonts.map(() => new Map<string, number>());
  return {
    advance(text, bold) {
      const index = bold ? 1 : 0;
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

function measure(font: Font, text: string): number {
  let own = "";
  let advance = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (hasLetters(font, segment)) own += segment;
    else advance += fallbackAdvance(segment);
  }
  return own ? advance + font.layout(own).advanceWidth / font.unitsPerEm : advance;
}
