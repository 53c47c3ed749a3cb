import { mdxToMdast } from "satteri";
import { expect, test } from "vitest";
import { LIMITS, lintNotes, type MarkdownNode } from "../../../src/notes/lint.ts";
import { formatProblems } from "../../../src/notes/problems.ts";

function lint(source: string, others: string[] = []) {
  const note = (path: string, text: string) => ({
    path: `${path}.mdx`,
    id: path,
    root: mdxToMdast(text) as MarkdownNode,
    sources: 1,
  });
  const notes = [note("note", source), ...others.map((text, index) => note(`other-${index}`, text))];
  return formatProblems(
    lintNotes(notes).filter(({ file, found }) => file === "note.mdx" && !/^\d+ headings|^links to/.test(found)),
    ".",
  );
}

test.each([
  ["## Two\n\n#### Four", "a heading of level 4 below one of level 2"],
  ["# One", "a second title"],
  ["- one two three four five six seven eight nine", "a label of 9 words"],
  ["## Same\n\n- Item\n- item", "“item” twice side by side"],
  [`## Wide\n\n${"abcdefgh".replace(/./g, "- $&\n")}`, "8 branches below “Wide”"],
  ["See [[nowhere|there]].", "[[nowhere|there]]"],
  ["See [[other-0#nothing|there]].", "[[other-0#nothing|there]]"],
])("finds fault with %j", (source, fault) => {
  expect(lint(source, ["## Something"])).toContain(fault);
});

test("finds none in what is right", () => {
  const source =
    "## Two\n\nProse of any length that goes on and on and on.\n\n- [[other-0#some-thing|one]]\n  - two\n\n### Three\n\n- two";
  expect(lint(source, ["## Some *thing*"])).toBe(formatProblems([], "."));
});

test("counts nodes and links", () => {
  const root = mdxToMdast("## One") as MarkdownNode;
  const found = lintNotes([{ path: "a.md", id: "a", root, sources: 0 }]).map(({ found: what }) => what);
  expect(found).toEqual(
    ["links to 0 other notes", "no source", "1 headings and items"].toSorted(
      (a, b) => found.indexOf(a) - found.indexOf(b),
    ),
  );
  expect(LIMITS.most).toBeGreaterThan(LIMITS.fewest);
});
