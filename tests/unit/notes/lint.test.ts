import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { toString as hastToString } from "hast-util-to-string";
import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { parseHtml } from "../../../src/notes/html.ts";
import { LIMITS, lintNotes, type LintNote, type BuiltNode } from "../../../src/notes/lint.ts";
import { formatProblems, type Problem } from "../../../src/notes/problems.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { parseOutline } from "../../../src/outline/outline.ts";

const KNOWN = new Set(["TPM"]);

async function makeNote(id: string, source: string): Promise<LintNote> {
  const { html } = await markdownToHtml(source, { hastPlugins: [satteriHeadingIdsPlugin()] });
  const root = parseHtml(html);
  addAnchors(root);
  const outline = parseOutline(root, { title: "Note", id: "_top" });
  return { path: `${id}.md`, id, source, root: readNode(outline), sources: 1 };
}

function readNode({ content, payload: { id, tag }, children }: OutlineNode): BuiltNode {
  return { label: hastToString(parseHtml(content)), id, tag, children: children.map(readNode) };
}

/** What is wrong with a note beside its size, which those of a test never have. */
async function lint(source: string, others: string[] = []): Promise<Problem[]> {
  const notes = await Promise.all([source, ...others].map((text, index) => makeNote(`note-${index}`, text)));
  return lintNotes(notes, KNOWN).filter(
    ({ file, found }) => file === "note-0.md" && !/^a map of|^links to/.test(found),
  );
}

test.each([
  ["## Two\n\n#### Four", 3, "a heading of level 4 below one of level 2"],
  ["## Two\n\n# One", 3, "a second title"],
  ["- one\n- one two three four five six seven eight nine", 2, "a label of 9 words"],
  ["## Same\n\n- Item\n- item", 3, "“item” twice"],
  [`## Wide\n\n${"abcdefgh".replace(/./g, "- $&\n")}`, 1, "8 branches below “Wide”"],
  ["abcdefgh".replace(/./g, "## $&\n\n"), 1, "8 branches below “Note”"],
  [`## Rows\n\n|a|b|\n|-|-|\n${"12345678".replace(/./g, "|$&|x|\n")}`, 1, "8 branches below “Rows”"],
  ["|Row|A column's name|\n|-|-|\n|1|one two three four five six|", 3, "a label of 9 words"],
  ["```\none two three four five six seven eight nine\n```", 2, "a label of 9 words"],
  ["|a|b|\n|-|-|\n|x|See [[nowhere\\|there]]|", 3, "[[nowhere\\|there]]"],
  ["Some text.\n\nSee [[nowhere|there]].", 3, "[[nowhere|there]]"],
  ["See [[note-1#nothing|there]].", 1, "[[note-1#nothing|there]]"],
  ["See [there](#nothing).", 1, "[there](#nothing)"],
  ["See [there](missing.md).", 1, "[there](missing.md)"],
  ["See [there](/notes/missing/).", 1, "[there](/notes/missing/)"],
  ["See [there](../missing).", 1, "[there](../missing)"],
  ["See [there](note-1/#nothing).", 1, "[there](note-1/#nothing)"],
  ["See [there](note-1.md#nothing).", 1, "[there](note-1.md#nothing)"],
  ["## One\n\nThe XYZ and the TPMs.", 3, "XYZ, which is explained nowhere"],
])("finds fault with %j", async (source, line, fault) => {
  const found = await lint(source, ["## Something"]);
  expect(found).toMatchObject([{ line, found: expect.stringContaining(fault) as string }]);
});

test("finds none in what is right", async () => {
  const source =
    "---\ntitle: ABC\n---\n\n## Two\n\nProse of any length, with a `DEF`, that goes on and on.\n\n" +
    "- [[note-1#some-thing|one]]\n  - two\n- [two](#two)\n- [one](note-1.md#some-thing)\n- [one](/notes/note-1/#some-thing), its [map](/notes/note-1/map.svg)\n\n### Three\n\n- two\n\n```sh\necho GHI\n```";
  expect(formatProblems(await lint(source, ["## Some *thing*"]))).toBe(formatProblems([]));
});

test.each([
  "|a|b|\n|-|-|\n|See [[note-1\\|one]]|and [[note-1#some-thing\\|a part]]|",
  "~~~md\n[[nowhere]]\n~~~",
  "  ```md\n  [[nowhere]]\n  ```",
  "- ```md\n  [there](missing.md)\n  ```",
])("finds none in %j, whose links lead somewhere or are code", async (source) => {
  expect(formatProblems(await lint(source, ["## Some *thing*"]))).toBe(formatProblems([]));
});

test("counts nodes, the title among them, links and sources", async () => {
  const note = { ...(await makeNote("a", "## One")), sources: 0 };
  const found = lintNotes([note], KNOWN).map(({ found: what }) => what);
  expect(found).toEqual(["a map of 2 nodes", "no source", "links to 0 other notes"]);
  const leaf = (index: number): BuiltNode => ({ label: `${index}`, id: `${index}`, tag: "li", children: [] });
  const full = (count: number) => ({
    ...note,
    root: { ...note.root, children: Array.from({ length: count - 1 }, (_, index) => leaf(index)) },
  });
  const sizes = (count: number) =>
    lintNotes([full(count)], KNOWN).filter(({ found: what }) => what.startsWith("a map of")).length;
  expect([LIMITS.fewest - 1, LIMITS.fewest, LIMITS.most, LIMITS.most + 1].map(sizes)).toEqual([1, 0, 0, 1]);
});
