import { expect, test } from "vitest";
import { squeeze } from "../../../src/exports/typeset.ts";

const SPAN = {
  words: "",
  font: undefined,
  isRightToLeft: false,
  rank: 0,
  style: {
    fontSize: 10,
    weight: 400,
    mono: true,
    italic: false,
    underline: false,
    struck: false,
    rise: 0,
    paint: {},
  },
} as const;

test.each([
  ["letters wider than those of code are made as narrow", "ЖЖ", 24, 0.5],
  ["East Asian letters, which have their own room, are not", "漢字", 20, 1],
  ["nor are signs of several units", "🔒", 14, 1],
])("%s", (_, text, width, share) => {
  expect(squeeze({ ...SPAN, text }, width)).toBeCloseTo(share, 1);
});

test("words that are no code keep their width", () => {
  expect(squeeze({ ...SPAN, text: "ЖЖ", style: { ...SPAN.style, mono: false } }, 24)).toBe(1);
});
