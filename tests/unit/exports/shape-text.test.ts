import { describe, expect, test } from "vitest";
import { getLabelFont } from "../../../src/exports/fonts.node.ts";
import { shapeText } from "../../../src/exports/shape-text.ts";

const LABELS = [
  "Trusted Platform Module",
  "Year 2016, AWS To Go: “fi fl ffi” … T. V. Type A – Yes",
  "SOC 1, 2 and 3 (SSAE 18)",
  "École « à côté » naïve",
  "two  blanks, and one at the end ",
  "AV AT TA",
  "e\u0301tat d’affaires",
];

describe.each([400, 700] as const)("weight %i", (weight) => {
  const { font } = getLabelFont(weight);

  // Twice: from the font, and from memory.
  test.each([...LABELS, ...LABELS])("a text remembered by words stands as the font itself sets it: %s", (text) => {
    const whole = font.layout(text);
    const shaped = shapeText(font, text);
    expect(shaped.glyphs.map(({ id }) => id)).toEqual(whole.glyphs.map(({ id }) => id));
    expect(shaped.positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset])).toEqual(
      whole.positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset]),
    );
    expect(shaped.advanceWidth).toBe(whole.advanceWidth);
  });
});
