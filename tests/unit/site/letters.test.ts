import { expect, test } from "vitest";
import { firstLetter, letterSlug, withoutNumber } from "../../../src/site/letters.ts";

test.each([
  ["boot", "B", "b"],
  ["Überblick", "U", "u"],
  ["загрузка", "З", "u417"],
  ["起動", "文", "east-asian"],
  ["부팅", "文", "east-asian"],
  ["ブート", "文", "east-asian"],
  ["ＡＷＳの設定", "A", "a"],
  ["ﬁrmware", "F", "f"],
  ["և ես", "Ե", "u535"],
  ["802.1X", "#", "signs"],
  ["“quoted”", "#", "signs"],
  ["", "#", "signs"],
])("“%s” stands under %s, at the address %s", (text, letter, slug) => {
  expect(firstLetter(text)).toBe(letter);
  expect(letterSlug(letter)).toBe(slug);
});

test.each([
  ["1. Risk", "Risk"],
  ["2.3 Risk", "Risk"],
  ["2.3.1. Risk", "Risk"],
  ["12) Risk", "Risk"],
  ["10.12.30 \u00a0Risk", "Risk"],
  ["Part 1. Risk", "Part 1. Risk"],
  [". Risk", ". Risk"],
  ["IV) Risk", "Risk"],
  ["3 risks", "3 risks"],
  ["802.1X", "802.1X"],
  ["I know", "I know"],
  ["1. 2", "1. 2"],
])("“%s” is looked for as “%s”", (text, words) => {
  expect(withoutNumber(text)).toBe(words);
});
