import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";
import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../../src/exports/markdown.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { context, mapOf, node } from "../../fixtures/export-map.ts";

const markdownOf = (...children: OutlineNode[]) => toMarkdown(mapOf(children), { ...context, url: undefined });

describe("Markdown", () => {
  const read = async (markdown: string) => (await createSatteriMarkdownProcessor({})).render(markdown);

  it("keeps lists apart whose numbers do not go on", async () => {
    const numbers = [1, 2, 1, 2, 7].map((index) => node(`item ${index}`, [], { index }));
    const { code } = await read(markdownOf(...numbers));
    expect([...code.matchAll(/<ol(?: start="(\d+)")?>/g)].map(([, start]) => start)).toEqual([
      undefined,
      undefined,
      "7",
    ]);
  });

  it.each([[0, 1, 2], [3, 4], [1, 2], [-1, 0], [5_000_000_000]])(
    "keeps each item below its parent, whatever its number: %j",
    async (...indices) => {
      const items = indices.map((index) => node(`item ${index}`, [], { index }));
      const { code } = await read(markdownOf(node("parent", items), node("last")));
      expect(code.match(/<li>/g)).toHaveLength(items.length + 2);
      expect(code.match(/<[uo]l/g)?.length).toBeGreaterThan(1);
    },
  );

  it("leaves out the mark of a footnote where no page has it", () => {
    const noted = node('A fact<sup><a href="#user-content-fn-1">1</a></sup>.');
    expect(markdownOf(noted)).toContain("- A fact.\n");
    expect(toMarkdown(mapOf([noted]), context)).toContain("(<https://example.org/note/#user-content-fn-1>)");
  });

  it("keeps a label that would be a rule, a list, or nothing at all", async () => {
    const { code } = await read(
      markdownOf(node("--"), node("- a"), node("1. b"), node("Matrix", [node("", [node("cell")])])),
    );
    expect(code).not.toMatch(/<hr|<h2/);
    expect(code.replace(/<[^>]*>|\s+/g, " ").replace(/ +/g, " ")).toContain("-- - a 1. b Matrix");
    expect(code).toMatch(/Matrix\s*<ul>\s*<li>[\s\S]*?<ul>\s*<li>cell/);
  });

  it.each([
    "<strong>d:</strong>beta",
    "alpha<em>(x)</em>",
    "a<strong><code>b</code></strong>c",
    "<em>“q”</em> and <strong>r.</strong>",
    "x<strong>y</strong>z",
  ])("keeps emphasis beside signs and letters: %s", async (content) => {
    const { code } = await read(markdownOf(node(content)));
    expect(/<li>(.*?)<\/li>/s.exec(code)?.[1]).toBe(content);
  });

  it("writes marks, code with ticks, tasks and links with their whole address", () => {
    const lines = markdownOf(
      node("<strong>a </strong><em>b</em> <code>c`d</code>"),
      node("*raw* [x] &lt;b&gt;"),
      node("done", [], { checked: true }),
      node("to do", [], { checked: false }),
      node('<a href="/x y/">link</a>'),
    ).split("\n");
    expect(lines.slice(2, 7)).toEqual([
      "- **a** *b* `` c`d ``",
      "- \\*raw\\* \\[x\\] \\<b>",
      "- [x] done",
      "- [ ] to do",
      "- [link](</x y/>)",
    ]);
  });

  it.each([
    ['see!<a href="/x">this</a>', "see\\![this](</x>)"],
    ["Stop!", "Stop!"],
    ["x<strong>y</strong>z", "x**y**z"],
    ["a_b <em>_c</em>", "a_b *\\_c*"],
    ["&gt; quoted", "\\> quoted"],
    ["&lt;\u0000b&gt; \u202a# c", "\\<b> \\# c"],
  ])("keeps %j the words they are, with no more strokes than that takes", (content, line) => {
    expect(markdownOf(node(content)).split("\n")[2]).toBe(`- ${line}`);
  });

  it.each(["https://example.org/?a=1&amp;amp;b=2", "..\\_notes\\a&amp;#35;b.md"])(
    "leads to %s as it is written",
    async (href) => {
      const { code } = await read(markdownOf(node(`<a href="${href}">there</a>`)));
      const [, led = ""] = /<a href="([^"]*)"/.exec(code) ?? [];
      expect(decodeURI(led)).toBe(href);
    },
  );

  it("links a label as a whole where its node leads elsewhere", () => {
    const [, , line] = markdownOf(node("<strong>A</strong> note", [], { href: "/notes/a/" })).split("\n");
    expect(line).toBe("- [**A** note](</notes/a/>)");
  });
});
