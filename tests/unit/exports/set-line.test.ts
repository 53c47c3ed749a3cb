import { expect, it } from "vitest";
import { setLine } from "../../../src/exports/set-line.ts";

/** Sets a line of one style; capitals are letters of another font. */
function set(text: string, isRightToLeft = false) {
  const spans = setLine([{ text, style: "plain" }], isRightToLeft, (grapheme) => /^[A-Z]/.test(grapheme));
  return spans.map((span) => (span.isRightToLeft ? `<${span.text}` : span.text));
}

it("leaves a line of one font and direction whole", () => {
  expect(set("plain words, 12")).toEqual(["plain words, 12"]);
});
it("cuts where the font changes", () => {
  expect(set("aBCd")).toEqual(["a", "BC", "d"]);
});
it("puts words from right to left into their order, numbers within from left to right", () => {
  expect(set("abc שלום 12 עולם def")).toEqual(["abc ", "< עולם", "12", "<שלום ", " def"]);
  expect(set("שלום abc", true)).toEqual(["abc", "<שלום "]);
});
it("turns brackets", () => {
  expect(set("(שלום)", true)).toEqual(["<)שלום("]);
});
it("obeys overrides and draws none of the marks", () => {
  expect(set("\u202egnirts\u202c and\u00ad")).toEqual(["<string", " and"]);
});
it("keeps what a reader takes for one letter together", () => {
  expect(set("e\u0301👨‍👩‍👧")).toEqual(["e\u0301👨‍👩‍👧"]);
});
it("cuts where the style changes", () => {
  const runs = [
    { text: "one ", style: 1 },
    { text: "two", style: 2 },
  ];
  expect(setLine(runs, false, () => 0).map(({ text, style }) => [text, style])).toEqual([
    ["one ", 1],
    ["two", 2],
  ]);
});
