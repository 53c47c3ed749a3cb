import { describe, expect, test } from "vitest";
import { escapeBeginning, escapeMarkdown } from "../../../src/notes/escape-markdown.ts";
import type { MarkupNode } from "../../../src/notes/markup.ts";
import { parseMarkdown } from "../../../src/notes/parse-markdown.ts";

function textOf({ children, value }: MarkupNode): string {
  return children ? children.map(textOf).join("") : String(value ?? "");
}

/** Types of all that is in a tree, in order. */
function typesOf({ type, children = [] }: MarkupNode): string[] {
  return [type, ...children.flatMap(typesOf)];
}

const TITLES = [
  "Why __init__ matters",
  "_a_ b_ _c",
  "The <iframe> element, </p>, <!-- and <?php",
  "Learning C #",
  "# ## C#",
  "N | __x__",
  "AT&amp;T &#35; & R&D",
  "2 * 3 *4* ~5~ ~~6~~",
  "C:\\Users \\*a\\_b\\",
  "[x](y) ![z](w) [[v]] `code`",
  "<tel:5>",
];

describe.each(TITLES)("the words %j are read back as they are", (title) => {
  const words = escapeMarkdown(title);

  test.each([
    ["a heading", `# ${words}`, ["root", "heading", "text"]],
    ["a list item", `1. ${words}`, ["root", "list", "listItem", "paragraph", "text"]],
    ["a link", `- [${words}](https://e.org/)`, ["root", "list", "listItem", "paragraph", "link", "text"]],
  ])("in %s", (_, markdown, types) => {
    const root = parseMarkdown(markdown);
    expect(textOf(root)).toBe(title);
    // Text may come in parts.
    expect([...new Set(typesOf(root))]).toEqual([...new Set(types)]);
  });

  test("in a table", () => {
    const root = parseMarkdown(`| a | b |\n| - | - |\n| [${words}](x) | d |\n`);
    expect(textOf(root)).toBe(`ab${title}d`);
    expect(typesOf(root).filter((type) => type === "tableCell")).toHaveLength(4);
  });
});

test.each([
  "snake_case and a__b",
  "C# & F#, R&D",
  "a < b > c, x -> y",
  "C:\\Users",
  "Stop! (it’s {that}) – 5 + 3 = 8.",
])("words that no Markdown could be seen in stay as they are: %j", (words) => {
  expect(escapeMarkdown(words)).toBe(words);
});

test.each(["1. a", "12) b", "- c", "+ d", "--", "> e", ">f"])("a line that begins as %j is words", (line) => {
  const root = parseMarkdown(escapeBeginning(line));
  expect(textOf(root)).toBe(line);
  expect(typesOf(root)[1]).toBe("paragraph");
});

test.each(["1.5 a", "-5 b", "+6"])("a line that begins as %j stays as it is", (line) => {
  expect(escapeBeginning(line)).toBe(line);
});

test("a row of signs so long that reading on from each to its end would take minutes is written", () => {
  const length = 1_000_000;
  const row = `a${"_".repeat(length)}b ${"&".repeat(length)}${"#".repeat(length)}`;
  // Told apart here: an assertion that fails would print them.
  expect(escapeMarkdown(row) === row).toBe(true);
});
