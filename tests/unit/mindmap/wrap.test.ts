import { expect, test } from "vitest";
import { wrap } from "../../../src/mindmap/wrap.ts";
import { createRandom } from "../../fixtures/random-outline.ts";

/** Wraps a text whose letters are all one wide. */
const wrapText = (text: string, limit: number) => wrap(text, (start, end) => end - start, limit);

test.each([
  ["fits", "one two", 7, [], 7],
  ["breaks after what just fits", "one two three", 7, [8], 7],
  ["has its widest line last", "one three", 5, [4], 5],
  ["has its widest line first", "three one", 5, [6], 5],
  ["has several blanks between words", "a  b cd", 4, [5], 4],
  ["begins with blanks, which take no room", "  one", 3, [], 3],
  ["has blanks of other widths", "a\u2003b 漢\u3000字", 1, [2, 4, 6], 1],
  ["ends with blanks, which take no room", "one  ", 3, [], 3],
  ["has blanks where it breaks, which take none either", "one  two three", 5, [5, 9], 5],
  ["has tabs and ends of lines between words", "one\ttwo\r\nsix", 4, [4, 9], 3],
  ["is one word that just fits", "abcdefghij", 10, [], 10],
  ["is one word that does not", "abcdefghijk", 10, [10], 10],
  ["has a long word behind a short one", "hi abcdefghijklmno", 10, [3, 13], 10],
  ["has a short word behind a long one", "abcdefghijklmno pq", 10, [10], 10],
  ["has a long word with a sign in its second half", "abcde/ghijklmn", 10, [6], 8],
  ["has a long word with a sign in its first half", "abcd/fghijklmn", 10, [10], 10],
  ["has a sign before one that begins no line", "abcdefgh/)ijkl", 10, [10], 10],
  ["has letters of both kinds", "漢字 abc漢字", 5, [3], 5],
  ["has letters that are wider than a line", "漢字", 0.5, [1], 1],
  ["has no letters", "", 5, [], 0],
  ["would leave its last word alone", "one two three four five", 18, [14], 13],
  ["has a last line that is short", "Debug, late launch: 16 to 23", 26, [12], 16],
  ["has three lines that can be shorter", "aa bb cc dddd ee ff", 9, [6, 14], 7],
  ["has more lines than are made even", "aa ".repeat(15), 6, [6, 12, 18, 24, 30, 36, 42], 5],
])("a text that %s", (_, text, limit, breaks, width) => {
  expect(wrapText(text, limit)).toEqual({ breaks, width });
});

test.each([...",.!?:;%、。，．・：；！？｡､･‥…々〻ゝゞヽヾー〜)”」"])("no line begins with %s", (sign) => {
  expect(wrapText(`漢字漢字${sign}`, 4).breaks).toEqual([3]);
});

test.each([..."(“「"])("no line ends with %s", (sign) => {
  expect(wrapText(`漢字漢${sign}字`, 4).breaks).toEqual([3]);
});

const PARTS = ["a", "boot", "漢字", " ", " ", " ", "\u00a0", "-", "/", "(", ")", "。", "e\u0301", "x".repeat(9), "👩‍👩‍👧"];

test("whatever a text has, no line is wider than the limit, no letter is lost or cut, and lines are no longer than as many of them ask for", () => {
  const random = createRandom(1);
  const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
  for (let round = 0; round < 400; round += 1) {
    const length = Math.floor(random() * 12);
    const text = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)])
      .join("")
      .trim();
    const { breaks, width } = wrapText(text, 16);
    const ends = [...breaks, text.length];
    const lines = ends.map((end, at) => text.slice(breaks[at - 1] ?? 0, end).replace(/ +$/, ""));
    expect(Math.max(...lines.map((line) => line.length)), text).toBe(width);
    expect(width, text).toBeLessThanOrEqual(16);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    const begins = new Set([...graphemes.segment(text)].map(({ index }) => index));
    expect(
      breaks.every((offset) => begins.has(offset)),
      text,
    ).toBe(true);
    // With the next word the line before would be the widest.
    for (const [at, offset] of breaks.entries()) {
      const next = /^[^ 漢字]*(?=$| )/u.exec(text.slice(offset))?.[0];
      if (next) expect(offset + next.length - (breaks[at - 1] ?? 0), text).toBeGreaterThan(width);
    }
    // Any narrower, and there would be a line more, where no word would be cut.
    const isCut = text.split(" ").some((word) => word.length >= width);
    if (breaks.length && breaks.length < 6 && !isCut)
      expect(wrapText(text, width - 1).breaks.length, text).toBeGreaterThan(breaks.length);
  }
});
