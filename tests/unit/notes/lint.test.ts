import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { toString as hastToString } from "hast-util-to-string";
import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { counted } from "../../../src/notes/counted.ts";
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
  return { path: `${id}.md`, id, source, root: readNode(outline), sources: 1, aliases: [] };
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
  ["[[Note 2]] [[note-1#some-thing|x]] [x](sub/note-3.md) [x](/notes/note-4/#y)", 4],
  ["|a|b|\n|-|-|\n|See [[note-1\\|one]]|and [[The alias]]|", 2],
  ["[[note-1]] [[note-1#some-thing]] [[note-0]] [[#own]] [x](#own) [[nowhere]] https://example.org/note-2", 1],
  ["~~~md\n[[note-1]]\n~~~\n\n- ```md\n  [x](note-1.md)\n  ```", 0],
])("of %j, %i other notes are led to", async (source, count) => {
  const ids = ["note-0", "note-1", "deep/note-2", "sub/note-3", "note-4"];
  const notes = await Promise.all(ids.map((id, at) => makeNote(id, at === 0 ? source : "## Some *thing*")));
  const [, , named] = notes;
  Object.assign(named ?? {}, { aliases: ["The alias"], root: { ...named?.root, label: "Note 2" } });
  const [found = "links to 4 other notes"] = lintNotes(notes, KNOWN).flatMap(({ file, found: what }) =>
    file === "note-0.md" && what.startsWith("links to") ? what : [],
  );
  expect(found).toBe(count < 3 ? `links to ${counted(count, "other note")}` : "links to 4 other notes");
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
