import { describe, expect, it, test } from "vitest";
import { type FontMetrics, labelRuns, measureOutline, pictureSize } from "../../../src/mindmap/measure.ts";
import { parseRuns, splitRuns } from "../../../src/mindmap/runs.ts";
import { DEFAULT_OPTIONS } from "../../../src/mindmap/theme.ts";
import type { NodePayload } from "../../../src/outline/node.ts";

/** Every letter is one em wide, a bold one two, so that expectations can be counted. */
const square: FontMetrics = { advance: (text, bold) => [...text].length * (bold ? 2 : 1) };
const options = { ...DEFAULT_OPTIONS, maxWidth: 14 * 10, paddingX: 0 };

/** Width and height of a label that has all the room it wants, in pixels. */
function sizeOf(content: string, payload: Partial<NodePayload> = {}, paddingX = 0) {
  const node = { content, children: [], payload: { id: "x", tag: "li", ...payload } };
  return measureOutline(node, square, { ...options, paddingX, maxWidth: 0 }).payload.size ?? [0, 0];
}

function breaksOf(content: string): number[] {
  const node = { content, children: [], payload: { id: "x", tag: "li" } };
  return measureOutline(node, square, options).payload.breaks ?? [];
}

test("a thick line keeps below its label's letters", () => {
  const node = { content: "one", children: [], payload: { id: "x", tag: "li" } };
  const heightOf = (lineWidth: [number, number, number]) =>
    measureOutline(node, square, { ...options, lineWidth }).payload.size?.[1] ?? 0;
  // Labels stand in the middle of their height, so of this a half comes beneath them, and of a line a half is above.
  expect(heightOf([4, 6, 1]) - heightOf([...DEFAULT_OPTIONS.lineWidth])).toBe(7);
  expect(heightOf([1, 0, 1])).toBe(heightOf([...DEFAULT_OPTIONS.lineWidth]));
});

describe("the size of a label", () => {
  // One more pixel than the letters take.
  it.each([
    ["plain letters", "abcd", {}, 4 * 14 + 1],
    ["bold letters", "a<strong>bc</strong>d", {}, 6 * 14 + 1],
    ["all letters of a heading", "ab", { tag: "h2" }, 4 * 16 + 1],
    ["lowered letters", "H<sub>20</sub>O", {}, Math.ceil((2 + 2 * 0.72) * 14) + 1],
    ["raised letters", "x<sup>23</sup>", {}, Math.ceil((1 + 2 * 0.72) * 14) + 1],
    ["code", "<code>0123456789</code>", {}, Math.ceil(10 * 0.603 * 0.9 * 14) + 1],
    ["what is to be typed", "<kbd>Ctrl+K</kbd>", {}, Math.ceil(6 * 0.603 * 0.9 * 14) + 1],
    ["raised code, as small as it is drawn", "<sup><code>0123456789</code></sup>", {}, Math.ceil(6.03 * 0.72 * 14) + 1],
    ["code with letters beyond ASCII", "<code>naïve</code>", {}, Math.ceil(5 * 0.603 * 0.9 * 14) + 1],
    ["code with East Asian letters", "<code>a漢字</code>", {}, Math.ceil(2.603 * 0.9 * 14) + 1],
    ["a number", "ab", { index: 12 }, 6 * 14 + 1],
    ["a task's box", "ab", { checked: false }, 2 * 14 + 1 + 18],
  ] satisfies [string, string, Partial<NodePayload>, number][])("makes room for %s", (_, content, payload, width) => {
    expect(sizeOf(content, payload)[0]).toBe(width);
  });
  it("has room on either side, and more in the root's pill", () => {
    expect(sizeOf("ab", {}, 6)[0]).toBe(2 * 14 + 1 + 2 * 6);
    expect(sizeOf("ab", { tag: "h1" }, 6)[0]).toBe(4 * 20 + 1 + 2 * 16);
  });
  it("grows by a line's height, from the least height of a node", () => {
    const heightOf = (content: string) =>
      measureOutline({ content, children: [], payload: { id: "x", tag: "li" } }, square, options).payload.size?.[1];
    expect(heightOf("one")).toBe(18);
    expect(heightOf("one two three four")).toBe(Math.round(2 * 14 * 1.3));
    expect(heightOf("漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢")).toBe(Math.round(3 * 14 * 1.3));
  });
  it("keeps a root narrower than other labels may be", () => {
    const root = { content: "a b c d e", children: [], payload: { id: "x", tag: "h1" } };
    const { breaks, size } = measureOutline(root, square, { ...options, maxWidth: 400 }).payload;
    // Four letters of two em and the blanks between them would be wider than 168 pixels.
    expect(breaks).toEqual([4, 8]);
    expect(size?.[0]).toBe(6 * 20 + 1 + 2 * 10);
  });
});

describe("a picture in a map", () => {
  const picture = (width: number, height: number) => ({ image: { src: "", data: "data:,", width, height } });
  const shownAt = (payload: Partial<NodePayload>) =>
    pictureSize({ content: "", children: [], payload: { id: "x", tag: "li", ...payload } });
  it("stands as large as it is, or as there is room for", () => {
    expect(shownAt(picture(100, 50))).toEqual([100, 50]);
    expect(shownAt(picture(240, 72))).toEqual([120, 36]);
    expect(shownAt(picture(120, 144))).toEqual([60, 72]);
  });
  it("needs its bytes and both its sizes", () => {
    expect(shownAt({})).toBeUndefined();
    expect(shownAt(picture(0, 50))).toBeUndefined();
    expect(shownAt(picture(50, 0))).toBeUndefined();
  });
  it("stands above its label", () => {
    expect(sizeOf("a", picture(100, 50))).toEqual([100, 18 + 50 + 4]);
    expect(sizeOf("abcdefghij", picture(100, 50))).toEqual([10 * 14 + 1, 18 + 50 + 4]);
  });
});

describe("wrapping", () => {
  it("keeps a short label on one line", () => {
    expect(breaksOf("ten lettrs")).toEqual([]);
  });
  it("breaks before the word that does not fit", () => {
    expect(breaksOf("one two three four")).toEqual([8]);
  });
  it("keeps words together that a no-break blank joins", () => {
    expect(breaksOf("at least 48\u00a0V")).toEqual([9]);
    expect(breaksOf("one two\u202fthree")).toEqual([4]);
  });
  it("breaks between East Asian letters", () => {
    expect(breaksOf("漢字漢字漢字漢字漢字漢字")).toEqual([6]);
  });
  it("cuts a word that is wider than a line, after a sign if it has one", () => {
    expect(breaksOf("abcdefghijklmno")).toEqual([10]);
    expect(breaksOf("arn:aws:iam::123")).toEqual([8]);
  });
  it("never cuts through a letter with its marks", () => {
    const label = "e\u0301".repeat(25);
    for (const offset of breaksOf(label)) expect(label.charCodeAt(offset)).not.toBe(0x301);
  });
  // The second line is full, so that no earlier break would make the lines more even.
  it.each([
    ["a stop", "漢字漢字漢字漢字漢字。漢字漢字漢字漢字", [9]],
    ["a closing bracket and a stop", "漢字漢字漢字漢字漢」。漢字漢字漢字漢", [8]],
    ["a stop after a word", "漢字漢字漢字漢TPM。漢字", [7]],
    ["a Western sign", "漢字漢字漢字漢字漢字, and漢字漢字", [9]],
    ["the mark of a long vowel", "カカカカカカカカカカーカカカカカカカカ", [9]],
    ["the second half of a long word's end", "abcdefghij。", [9]],
    ["nothing else than signs, where there is no other way", "。".repeat(12), [10]],
  ])("begins no line with %s", (_, label, breaks) => expect(breaksOf(label)).toEqual(breaks));
  it.each([
    ["an opening bracket", "漢字漢字漢字漢字漢「漢字漢字漢字漢字漢", [9]],
    ["a bracket before a word", "漢字漢字漢字漢（TPM）漢字漢字漢", [7]],
    ["a Western bracket", "漢字漢字漢字漢字漢(漢字)漢字漢字漢字", [9]],
  ])("ends no line with %s", (_, label, breaks) => expect(breaksOf(label)).toEqual(breaks));
  it("cuts no syllable that is written in several letters", () => {
    const syllables = "한글".normalize("NFD");
    expect(breaksOf(syllables.repeat(4))).toEqual([9, 18]);
    const variant = "葛\u{e0100}";
    for (const offset of breaksOf(variant.repeat(8))) expect(offset % variant.length).toBe(0);
  });
  it("has no limit at maxWidth 0", () => {
    const node = { content: "word ".repeat(50), children: [], payload: { id: "x", tag: "li" } };
    expect(measureOutline(node, square, { ...options, maxWidth: 0 }).payload.breaks).toBeUndefined();
  });
});

test.each([
  [{}, "x"],
  [{ index: 3 }, "3. x"],
  [{ index: 0 }, "0. x"],
  [{ index: 4, marker: "iv" }, "iv. x"],
])("an item is numbered as its list in the text is: %j", (payload, label) => {
  const runs = labelRuns({ content: "x", children: [], payload: { id: "x", tag: "li", ...payload } });
  expect(runs.map(({ text }) => text).join("")).toBe(label);
});

describe("parseRuns", () => {
  it("keeps marks, links and text", () => {
    expect(parseRuns('a <strong>b <em>c</em></strong> <a href="/x?a=1&amp;b=2">d</a> &lt;e&gt;')).toEqual([
      { text: "a ", marks: [] },
      { text: "b ", marks: ["strong"] },
      { text: "c", marks: ["em", "strong"] },
      { text: " ", marks: [] },
      { text: "d", marks: ["a"], href: "/x?a=1&b=2" },
      { text: " <e>", marks: [] },
    ]);
  });
  it("has a mark for all that a label can hold", () => {
    const runs = parseRuns("<del>a</del><ins>b</ins><kbd>c</kbd><mark>d</mark><sub>e</sub><sup>f</sup><code>g</code>");
    expect(runs.map(({ marks }) => marks.join())).toEqual(["del", "mark", "kbd", "mark", "sub", "sup", "code"]);
  });
  it("keeps neighbours apart that differ, also in where they lead, and joins those that do not", () => {
    expect(parseRuns('<a href="/x">a</a><a href="/y">b</a><a href="/y">c</a> &quot;&amp;lt;&quot;')).toEqual([
      { text: "a", marks: ["a"], href: "/x" },
      { text: "bc", marks: ["a"], href: "/y" },
      { text: ' "&lt;"', marks: [] },
    ]);
    expect(parseRuns("")).toEqual([]);
  });
  it("reads through elements it does not know", () => {
    expect(parseRuns('<span class="x">a</span><br>b')).toEqual([{ text: "ab", marks: [] }]);
  });
});

describe("splitRuns", () => {
  it("gives each line its runs, without the blanks at the cut", () => {
    expect(splitRuns(parseRuns("one <strong>two three</strong>"), [8])).toEqual([
      [
        { text: "one ", marks: [] },
        { text: "two", marks: ["strong"] },
      ],
      [{ text: "three", marks: ["strong"] }],
    ]);
  });
  it("cuts between runs, and one run several times", () => {
    const linesOf = (content: string, breaks: number[]) =>
      splitRuns(parseRuns(content), breaks).map((line) => line.map(({ text }) => text));
    expect(linesOf("one <strong>two</strong>", [4])).toEqual([["one"], ["two"]]);
    expect(linesOf("<em>a</em> one two six <em>b</em>", [2, 6, 10])).toEqual([["a"], ["one"], ["two"], ["six ", "b"]]);
    expect(linesOf("one", [])).toEqual([["one"]]);
  });
});
