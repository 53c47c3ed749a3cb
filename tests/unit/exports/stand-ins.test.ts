import { describe, expect, it } from "vitest";
import { fallbackFamilies } from "../../../src/exports/fallback-families.ts";
import { findFonts, getLabelFont } from "../../../src/exports/fonts.node.ts";
import { canWrite } from "../../../src/exports/label-font.ts";
import { writingOf } from "../../../src/exports/label.ts";
import { standInsFor } from "../../../src/exports/stand-ins.ts";
import { toOutlinedSvg } from "../../../src/exports/svg-outlines.ts";
import { typeset } from "../../../src/exports/typeset.ts";
import { shape } from "../../../src/mindmap/shape.ts";
import { loadMetrics } from "../../../src/site/font.ts";
import { context, mapOf, node } from "../../fixtures/export-map.ts";

/** Sets words in a font that has ASCII alone: what is written, in which size and how far above the line, and for what. */
function set(words: string, isAble?: (font: boolean) => boolean) {
  const text = shape("text", { x: 0, y: 0, "font-size": 100 }, [words]);
  const pick = (grapheme: string) => /^[ -~⁄]*$/.test(grapheme);
  const spans = typeset(text, { pick, measure: () => 0, ...(isAble && { isAble }) });
  return spans.map((span) => [span.text, span.words, span.style.fontSize, 0 - span.y]);
}

describe("in place of letters that no font has", () => {
  it("powers and indices are raised and lowered, not other numbers", () => {
    expect(set("2⁶⁴ CO₂", (font) => font)).toEqual([
      ["2", "2", 100, 0],
      ["64", "⁶⁴", 72, 35],
      [" CO", " CO", 100, 0],
      ["2", "₂", 72, -15],
    ]);
  });
  it("a fraction is none of the number before it", () => {
    expect(set("2⅓", (font) => font)).toEqual([
      ["2", "2", 100, 0],
      ["1", "⅓", 72, 35],
      ["⁄", "", 100, 0],
      ["3", "", 72, -15],
    ]);
  });
  it("others stay where nothing says the same, or where that cannot be written either", () => {
    expect(set("a※ ½ é", (font) => font).map(([text]) => text)).toEqual(["a", "※", " ", "1", "⁄", "2", " ", "é"]);
    expect(set("ⅷ２ㄱ", (font) => font).map(([text]) => text)).toEqual(["viii2", "ㄱ"]);
  });
  it("nothing stands where whoever sets the words does not ask for it", () => {
    expect(set("2⁶⁴")).toEqual([
      ["2", "2", 100, 0],
      ["⁶⁴", "⁶⁴", 100, 0],
    ]);
  });
});

it.each([
  ["ﬁ", [{ text: "fi" }]],
  ["‑", [{ text: "‐" }]],
  ["\u3000", [{ text: " " }]],
  ["℃", [{ text: "°C" }]],
  ["漢", undefined],
])("for %s stands %j", (letter, standIns) => {
  expect(standInsFor(letter, () => true)).toEqual(standIns);
});

it("letters that others stand in for are neither boxes nor told of", () => {
  const map = mapOf([node("CO₂, 2⁶⁴, 10⁻⁹, ⅓, 5‰, 20℃, ﬁle, non‑breaking, a\u3000b, <code>x₁</code>")]);
  const fonts = findFonts(writingOf(map), context);
  const drawn = toOutlinedSvg(map, context, fonts, true);
  expect(drawn).not.toMatch(/<rect x="[\d.]+"[^>]* fill="none"/);
  expect(drawn).toContain('aria-label="CO₂, 2⁶⁴, 10⁻⁹, ⅓, 5‰');
});

it.each([..."⁶⁻ⁿ₂⅓⅞⅒↉‰‱℃℉ﬁﬃ‑‒‣", "\u3000"])("what stands for %s has room in its label", (letter) => {
  const text = shape("text", { x: 0, y: 0, "font-size": 1 }, [letter]);
  for (const weight of [400, 700] as const) {
    const { font } = getLabelFont(weight);
    const measure = (span: { text: string; style: { fontSize: number } }) =>
      (font.layout(span.text).advanceWidth / font.unitsPerEm) * span.style.fontSize;
    const pick = (grapheme: string) => canWrite(font, grapheme);
    const spans = typeset(text, { pick, isAble: (font) => font, measure });
    const width = spans.reduce((sum, span) => sum + span.width, 0);
    expect(loadMetrics().advance(letter, weight === 700)).toBeGreaterThanOrEqual(width);
  }
});

it.each(["؟", "،", "ـ", "٣"])("%s, which several scripts use, is looked for in the fonts of these", (sign) => {
  expect(fallbackFamilies(sign, "sc")).toContain("noto-sans-arabic");
});
