import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFont } from "../../../src/exports/fonts.node.ts";
import { loadMetrics } from "../../../src/site/font.ts";

const LETTERS = Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at));

/** Width as the font's own layout has it, in em. */
function setInFull(text: string, bold: boolean): number {
  const font = openFont(bold ? 700 : 400);
  return font.layout(text).advanceWidth / font.unitsPerEm;
}

test("every word of the notes is as wide as the font sets it, in both weights", () => {
  const metrics = loadMetrics();
  const words = new Set(globSync("content/**/*.{md,mdx}").flatMap((file) => readFileSync(file, "utf8").split(/\s+/)));
  const written = [...words].filter((word) => [...word].every((letter) => LETTERS.includes(letter)));
  expect(written.length).toBeGreaterThan(3000);
  for (const bold of [false, true]) {
    const wrong = written.filter((word) => metrics.advance(word, bold) !== setInFull(word, bold));
    expect(wrong).toEqual([]);
  }
});

test("three letters in a row are as wide as their pairs tell, whichever they are", () => {
  const metrics = loadMetrics();
  const has = LETTERS.filter((letter) => openFont(400).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  const texts = has.flatMap((a, at) =>
    has
      .filter((_, index) => index % 7 === at % 7)
      .map((b, index) => a + b + (has[(at * 31 + index * 17) % has.length] ?? "")),
  );
  expect(texts.length).toBeGreaterThan(4000);
  expect(
    texts.filter((text) => !text.includes("\u00ad") && metrics.advance(text, false) !== setInFull(text, false)),
  ).toEqual([]);
});

test("letters that the font lacks get a width of their own, beside those that it has", () => {
  const metrics = loadMetrics();
  expect(metrics.advance("安全", false)).toBe(2);
  expect(metrics.advance("TPM 安", false)).toBeCloseTo(setInFull("TPM ", false) + 1);
  expect(metrics.advance("e\u0301", false)).toBe(setInFull("e\u0301", false));
});
