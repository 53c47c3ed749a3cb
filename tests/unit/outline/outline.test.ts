import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Root } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { addAnchors } from "../../../src/notes/anchors.ts";
import { parseHtml, sanitize, serializeHtml } from "../../../src/notes/html.ts";
import { takeTitle } from "../../../src/notes/prose.ts";
import { SKIP, visitElements, visitNodes } from "../../../src/notes/visit.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { parseOutline } from "../../../src/outline/outline.ts";
import { textOf } from "../../../src/outline/walk.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

const folder = join(import.meta.dirname, "../../fixtures/outline");
const fixtures = globSync("*.{md,html}", { cwd: folder }).sort();

async function renderFixture(file: string): Promise<Root> {
  const source = readFileSync(join(folder, file), "utf8");
  const html = file.endsWith(".html")
    ? source
    : (await markdownToHtml(source, { hastPlugins: [satteriHeadingIdsPlugin()] })).html;
  const root = sanitize(parseHtml(html));
  addAnchors(root);
  return root;
}

const outlineOf = (text: Root | string) =>
  parseOutline(typeof text === "string" ? parseHtml(text) : text, { title: "Title", id: "_top" });

/** An outline as lines, each indented by its level: label, then what the payload says beside id and tag. */
function draw({ content, payload: { id: _, tag, ...rest }, children }: OutlineNode, depth = 0): string {
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  const line = `${"  ".repeat(depth)}${content || "(empty)"} <${tag}>${more}\n`;
  return line + children.map((child) => draw(child, depth + 1)).join("");
}

/** Every heading and list item of a page but for items that are nothing but another, read without the outline's code. */
function listPlaces(root: Root): { id: string; tag: string; words: string }[] {
  const places: { id: string; tag: string; words: string; above: readonly object[] }[] = [];
  visitNodes(root, (node, above) => {
    if (node.type !== "element") return undefined;
    if (node.properties.dataOutlineIgnore !== undefined) return SKIP;
    if (/^(?:h[1-6]|li)$/.test(node.tagName)) {
      const parents = [...above, node];
      places.push({ id: String(node.properties.id), tag: node.tagName, words: hastToString(node), above: parents });
    }
    return undefined;
  });
  const isAll = (one: (typeof places)[number], next: (typeof places)[number] | undefined) =>
    next?.above.includes(one.above.at(-1) ?? {}) && next.words.trim() === one.words.trim();
  return places.filter((place, at) => !isAll(place, places[at + 1]));
}

const words = (text: string) => text.replace(/[ \t\n]+/g, " ").trim();

describe.each(fixtures)("%s", (file) => {
  test("makes every heading and list item exactly one node, in order, with its words", async () => {
    const root = await renderFixture(file);
    const places = listPlaces(root);
    const nodes = [...walkOutline(outlineOf(root))]
      .map(({ node }) => node)
      .filter(({ payload }, index) => index > 0 && /^(?:h[1-6]|li)$/.test(payload.tag));
    expect(nodes.map(({ payload }) => payload.id)).toEqual(places.map(({ id }) => id));
    for (const [index, { content, payload }] of nodes.entries()) {
      const place = places[index] as (typeof places)[number];
      // Pictures and code stand in a label by other words than the page's text.
      if (!payload.image && !content.startsWith("<code>")) {
        const label = textOf(content).replace("with a picture ", "");
        expect(words(place.words).startsWith(words(label).slice(0, 40)), `${label} in ${place.words}`).toBe(true);
      }
    }
  });

  test("gives every node an anchor of the page, each once", async () => {
    const root = await renderFixture(file);
    const anchors: string[] = [];
    visitElements(root, ({ properties: { id } }) => {
      if (id !== undefined) anchors.push(String(id));
    });
    const ids = [...walkOutline(outlineOf(root))].slice(1).map(({ node }) => node.payload.id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  test("is drawn as expected", async () => {
    const expected = readFileSync(join(folder, `${basename(file).replace(/\.\w+$/, "")}.txt`), "utf8");
    expect(draw(outlineOf(await renderFixture(file)))).toBe(expected);
  });
});

describe("an outline", () => {
  test("is the same when its text was written and read again", async () => {
    const root = await renderFixture("rich-text.md");
    expect(outlineOf(serializeHtml(root))).toEqual(outlineOf(root));
  });

  test("of a list of 100 levels is 100 levels deep", () => {
    const html = `${"<ul><li>x".repeat(100)}${"</li></ul>".repeat(100)}`;
    const depths = [...walkOutline(outlineOf(html))].map(({ above }) => above.length);
    expect(Math.max(...depths)).toBe(100);
  });

  test("that is deeper than any reader goes is refused, with the words where it is", () => {
    const html = `${"<ul><li>way down".repeat(501)}${"</li></ul>".repeat(501)}`;
    expect(() => outlineOf(html.slice(2 * "<ul><li>way down".length))).not.toThrow();
    expect(() => outlineOf(html)).toThrow(/more than 500 levels deep at “way down”/);
  });

  test("keeps a heading of 500 characters whole", () => {
    const heading = "word ".repeat(100).trim();
    expect(outlineOf(`<h2 id="x">${heading}</h2>`).children[0]?.content).toBe(heading);
  });

  test.each([
    ["# Risk & <audit>\n", "Risk &amp; &lt;audit&gt;"],
    ["# **Risk** & audit <!-- markmap: fold -->\n", "<strong>Risk</strong> &amp; audit"],
    ["Text.\n", "Its &lt;file&gt;"],
  ])("is rooted in the title that %j has", (markdown, content) => {
    const root = sanitize(parseHtml(markdownToHtml(markdown.replace("<audit>", "\\<audit>")).html));
    const outline = parseOutline(root, { heading: takeTitle(root, ""), title: "Its <file>", id: "_top" });
    expect(outline.content).toBe(content);
    expect(outline.payload.fold).toBe(markdown.includes("fold") ? 1 : undefined);
    expect(textOf(outline.content)).not.toMatch(/&\w+;/);
  });

  test.each([
    ['<li><img src="a.png" alt="logo"> <strong>Amazon</strong></li>', "logo <strong>Amazon</strong>"],
    ['<li><img src="a.png" alt=""> <a href="/p/">paper</a></li>', '<a href="/p/">paper</a>'],
    ['<li><strong>First</strong> <img src="a.png" alt="logo"></li>', "<strong>First</strong> logo"],
    ['<li><img src="a.png" alt="logo"></li>', "logo"],
  ])("keeps the words beside a picture: %s", (item, content) => {
    const [node] = outlineOf(`<ul>${item}</ul>`).children;
    expect(node).toMatchObject({ content, children: [] });
  });

  test.each([
    ['<img src="a.png" alt="logo">', 0],
    ['<p>\n<img src="a.png" alt="logo"> </p><p>b</p>', 0],
    ['<img src="a.png" alt="logo">\n<ul><li>b</li></ul>', 1],
  ])("shows the picture of an item that has no other words: %s", (item, below) => {
    const [node] = outlineOf(`<ul><li>${item}</li></ul>`).children;
    expect(node).toMatchObject({ content: "logo", payload: { image: { src: "a.png" } } });
    expect(node?.children).toHaveLength(below);
  });

  test("keeps the words beside a picture in a cell", () => {
    const table =
      '<table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>A</td><td><img src="a.png" alt="logo"> <code>B</code></td></tr></tbody></table>';
    expect(outlineOf(table).children[0]?.children.map(({ content }) => content)).toEqual([
      "<em>What</em>: logo <code>B</code>",
    ]);
  });

  test("ends, however many columns a cell says it spans", () => {
    const table =
      '<table><thead><tr><th colspan="1000000000">Who</th></tr></thead><tbody><tr><td>A</td><td>B</td></tr></tbody></table>';
    expect(outlineOf(table).children[0]?.children.map(({ content }) => content)).toEqual(["<em>Who</em>: B"]);
  });

  test("has of an item that is nothing but another the anchor of words, and what is said of either", () => {
    const [heading, item] = outlineOf(
      '<ol start="3"><li id="a"><h2 id="b">B</h2></li><li id="c"><input type="checkbox" checked><ul><li id="d">D</li></ul></li></ol>',
    ).children;
    expect(heading).toMatchObject({ content: "B", payload: { id: "b", tag: "h2", index: 3 } });
    expect(item).toMatchObject({ content: "D", payload: { id: "d", tag: "li", index: 4, checked: true } });
  });

  test("tells which items are done, also where their words are the label of the box", () => {
    const boxes = ['<label><input type="checkbox" checked> a</label>', '<input type="checkbox"> b', "<input> c"];
    const { children } = outlineOf(`<ul><li>${boxes.join("<li>")}</ul>`);
    expect(children.map(({ content, payload }) => [content, payload.checked])).toEqual([
      ["a", true],
      ["b", false],
      ["c", undefined],
    ]);
  });

  test.each([
    [
      'width="8" height="4" data-picture="data:image/png;base64,AA"',
      { width: 8, height: 4, data: "data:image/png;base64,AA" },
    ],
    ['width="8"', {}],
    ['height="4"', {}],
    ['width="8" height="0"', {}],
  ])("has of a picture with %s what a map can draw", (attributes, drawn) => {
    const [node] = outlineOf(`<img src="a.png" alt="a" ${attributes}>`).children;
    expect(node?.payload.image).toEqual({ src: "a.png", ...drawn });
  });

  test.each([
    [1444, "MCDXLIV"],
    [1999, "MCMXCIX"],
    [3888, "MMMDCCCLXXXVIII"],
    [3999, "MMMCMXCIX"],
    [4000, undefined],
    [-1, undefined],
  ])("numbers an item %i in Roman numerals as %s", (index, marker) => {
    const [node] = outlineOf(`<ol type="I" start="${index}"><li>a</ol>`).children;
    expect(node?.payload).toMatchObject({ index });
    expect(node?.payload.marker).toBe(marker);
  });

  test("takes no bytes of a picture from the note itself", () => {
    const item = '<ul><li><img src="a.png" alt="a" width="9" height="9" data-picture="';
    for (const address of ["/etc/secret.png", "https://tracker.example/t.png", "data:image/svg+xml;base64,AA"]) {
      const [written] = outlineOf(`${item}${address}"></li></ul>`).children;
      expect(written?.payload.image?.data, address).toBeUndefined();
    }
    const root = sanitize(parseHtml(`${item}data:image/png;base64,AA"></li></ul>`));
    expect(serializeHtml(root)).not.toContain("data-picture");
  });

  test("holds nothing that could run", () => {
    const evil = `<h2 id="x" onclick="a()"><img src=x onerror="b()" alt="pic"><a href="https://e.org" onmouseover="c()">go</a><script>d()</script></h2>`;
    expect(outlineOf(evil).children[0]?.content).toBe('pic<a href="https://e.org">go</a>');
  });
});
