import type { Font, Glyph, GlyphPosition } from "fontkit";

/** A text as a font writes it: its glyphs in order, and in the font's units where each stands and how far it moves on. */
export interface ShapedText {
  glyphs: readonly Glyph[];
  positions: readonly GlyphPosition[];
  advanceWidth: number;
}

/** Words that no script's rules tie to their neighbours beyond the blank between them. */
const PARTED =
  /^[\u0021-\u007e\u00a1-\u024f\u2010-\u2026\u2190-\u2193]+(?: [\u0021-\u007e\u00a1-\u024f\u2010-\u2026\u2190-\u2193]+)*$/;
/** Most texts that are remembered of a font: more than a site's words, and not all that ever was written. */
const MOST_KNOWN = 50_000;
const known = new WeakMap<Font, Map<string, ShapedText>>();

/**
 * Shapes a text, as `font.layout` does but remembering words: those of a site's maps come again and
 * again. A word is shaped with the blank behind it and a blank with the letter behind it, since fonts
 * bring these nearer to each other too.
 */
export function shapeText(font: Font, text: string): ShapedText {
  const words = PARTED.test(text) ? text.split(" ") : [text];
  if (words.length === 1) return shapeKnown(font, text);
  const glyphs: Glyph[] = [];
  const positions: GlyphPosition[] = [];
  const take = (shaped: ShapedText, end: number) => {
    for (let at = 0; at < end; at += 1) {
      glyphs.push(shaped.glyphs[at] as Glyph);
      positions.push(shaped.positions[at] as GlyphPosition);
    }
  };
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next === undefined) {
      const last = shapeKnown(font, word);
      take(last, last.glyphs.length);
      continue;
    }
    const before = shapeKnown(font, `${word} `);
    take(before, before.glyphs.length - 1);
    take(shapeKnown(font, ` ${next[0]}`), 1);
  }
  return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) };
}

function shapeKnown(font: Font, text: string): ShapedText {
  const texts = known.get(font) ?? new Map<string, ShapedText>();
  known.set(font, texts);
  let shaped = texts.get(text);
  if (!shaped) {
    if (texts.size >= MOST_KNOWN) texts.clear();
    const { glyphs, positions, advanceWidth } = font.layout(text);
    shaped = { glyphs, positions, advanceWidth };
    texts.set(text, shaped);
  }
  return shaped;
}
