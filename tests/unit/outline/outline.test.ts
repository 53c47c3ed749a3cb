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
import { SKIP, visitElements } from "../../../src/notes/visit.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { parseOutline } from "../../../src/outline/outline.ts";
import { textOf, walkOutline } from "../../../src/outline/walk.ts";

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

/** Every heading and list item of a page, read without the outline's code. */
function listPlaces(root: Root): { id: string; tag: string; words: string }[] {
  const places: { id: string; tag: string; words: string }[] = [];
  visitElements(root, (node) => {
    if (node.properties.dataOutlineIgnore !== undefined) return SKIP;
    if (/^(?:h[1-6]|li)$/.test(node.tagName)) {
      places.push({ id: String(node.properties.id), tag: node.tagName, words: hastToString(node) });
    }
    return undefined;
  });
  return places;
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

/** The outline of a text as one line: each node's label, with those below it in brackets. */
function outlineLine(html: string): string {
  const write = ({ content, payload: { fold }, children }: OutlineNode): string => {
    const below = children.length > 0 ? `(${children.map(write).join(", ")})` : "";
    return `${content}${fold ? `/${fold}` : ""}${below}`;
  };
  return outlineOf(html).children.map(write).join(", ");
}

const table = (rows: string) => `<table><thead><tr><th>K</th><th>V</th></tr></thead>${rows}</table>`;

describe("the map shows what the text does:", () => {
  test.each([
    [
      "the foot of a table, last",
      table("<tfoot><tr><td>c</td></tr></tfoot><tbody><tr><td>a</td></tr></tbody>"),
      "a, c",
    ],
    [
      "a list in a first cell",
      table("<tbody><tr><td>a<ul><li>b</ul></td><td>c</td></tr></tbody>"),
      "a(b, <em>V</em>: c)",
    ],
    [
      "a list in another cell",
      table("<tbody><tr><td>a</td><td>b<ul><li>c</ul></td></tr></tbody>"),
      "a(<em>V</em>: b(c))",
    ],
    ["no empty cells and rows", table("<tbody><tr><td>a</td><td></td></tr><tr><td></td><td></td></tr></tbody>"), "a"],
    [
      "a picture in a cell",
      table('<tbody><tr><td>a</td><td><img alt="b" src="c"></td></tr></tbody>'),
      "a(<em>V</em>(b))",
    ],
    [
      "a row by the picture that its first cell is",
      table('<tbody><tr><td><img alt="a" src="c"></td><td>b</td></tr></tbody>'),
      "a(<em>V</em>: b)",
    ],
    [
      "a row of one cell, not as a group",
      table("<tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody>"),
      "a, b(<em>V</em>: c)",
    ],
    [
      "a group's heading with cells beside it, as a row",
      table('<tbody><tr><th scope="rowgroup">a</th><td>b</td></tr><tr><td>c</td></tr></tbody>'),
      "a(<em>V</em>: b), c",
    ],
    ["cells below columns without names", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a(b)"],
    [
      "lists in rows that one cell names together",
      table('<tbody><tr><td rowspan="2">a</td><td>b<ul><li>c</ul></td></tr><tr><td>d</td></tr></tbody>'),
      "a(<em>V</em>: b(c), <em>V</em>: d)",
    ],
    [
      "such rows without a name of their own",
      table('<tbody><tr><td rowspan="2">a</td><td></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody>'),
      "a(b, <em>V</em>: c(d))",
    ],
    ["a list that stands in another, beside its items", "<ul><li>a</li><ul><li>b</ul></ul>", "a, b"],
    ["what follows an aside, beside its headings", "<aside><h2>a</h2></aside><ul><li>b</ul>", "a, b"],
    [
      "headings in a cell below it",
      table("<tbody><tr><td>a<h2>b</h2></td><td>c</td></tr></tbody>"),
      "a(b, <em>V</em>: c)",
    ],
    ["nothing of a drawing", "<svg><foreignObject><ul><li>a</ul></foreignObject></svg>", ""],
    ["a heading that folds details", "<details><summary><h3>a</h3></summary><ul><li>b</ul></details><p>", "a(b)"],
    [
      "what follows such details, beside them",
      "<details><summary><h3>a</h3></summary></details><ul><li>b</ul>",
      "a, b",
    ],
    ["details without a summary", "<details><ul><li>a</ul></details>", "a"],
    ["words on two lines, as two words", "<h2>a<br>b<wbr>c</h2>", "a bc"],
    ["blanks as one", "<h2> a \n <b>b </b> </h2>", "a <strong>b</strong>"],
    ["signs of the words as signs", '<h2>a &lt;b&gt; &amp; "c"</h2>', "a &lt;b&gt; &amp; &quot;c&quot;"],
    ["a picture's text, as words", '<img src="x" alt="a <b> &amp; c">', "a &lt;b&gt; &amp; c"],
    ["a figure's picture by its text, as words", '<figure><img src="x" alt="a <b>"></figure>', "a &lt;b&gt;"],
    [
      "a figure by its caption",
      '<figure><img src="x" alt="a"><figcaption>b <em>c</em></figcaption></figure>',
      "b <em>c</em>",
    ],
    ["what stands in a figure of nothing", '<figure><img src="x" alt=""><ul><li>a</ul></figure>', "a"],
    ["code that a figure titles", "<figure><figcaption>a</figcaption><pre>b</pre></figure>", "<code>b</code>"],
    ["a drawing by its label", '<figure><svg role="img" aria-label="a"></svg></figure>', "a"],
    ["a picture without text by its file", '<img src="/x/a.png?b">', "a.png?b"],
    ["no picture that adds nothing", '<img src="x" alt="">', ""],
    ["an item that is a picture, as that", '<ul><li><img src="x" alt="a"></li></ul>', "a"],
    ["an item that folds before its paragraph", "<ul><li><!-- markmap: fold --><p>a</p><ul><li>b</ul></ul>", "a/1(b)"],
    ["both lists of an item", "<ul><li><p>a</p><ul><li>b</ul><ul><li>c</ul></ul>", "a(b, c)"],
    [
      "an item whose words stand in a block with their list",
      "<ul><li><!-- markmap: fold --> <div>a<ul><li>b</ul></div></ul>",
      "a/1(b)",
    ],
    ["an item by its words, not those of a block behind them", "<ul><li>a<div>b<ul><li>c</ul></div></ul>", "a(c)"],
    ["an item that is code, as that", "<ul><li><pre><code>a</code></pre></li></ul>", "<code>a</code>"],
    [
      "code by its first line and language",
      '<pre><code class="language-sh"> a\nb</code></pre>',
      "<code>sh: a …</code>",
    ],
    ["an item that is code with a list below it", "<ul><li><pre>a</pre><ul><li>b</ul></ul>", "<code>a</code>(b)"],
    ["code of no language", '<pre data-language="plaintext"><code>a</code></pre>', "<code>a</code>"],
    ["code by its title", '<pre data-title="a &amp; b">c</pre>', "<code>a &amp; b</code>"],
    ["code without words", "<pre> </pre>", "<code>code</code>"],
    ["a branch that is folded", "<h2>a<!-- markmap: fold --></h2>", "a/1"],
    ["a branch folded with all below it", "<h2>a<!-- markmap: foldAll --></h2>", "a/2"],
    ["a fold that a component asked for", '<h2>a<span data-markmap-fold="fold"></span></h2>', "a/1"],
    ["a fold of all that a component asked for", '<ul><li data-markmap-fold="foldAll">a</ul>', "a/2"],
    ["a fold beside other comments", "<h2>a<!-- markmap: fold --><!-- b --><span></span></h2>", "a/1"],
    ["a fold of all by its number", '<ul><li data-markmap-fold="2">a</ul>', "a/2"],
    ["no fold in a comment that says something else", "<h2>a<!-- markmap: folded --></h2>", "a"],
    [
      "links, without anything else of theirs",
      '<h2><a href="/x/?a&amp;b" title="t">a</a></h2>',
      '<a href="/x/?a&amp;b">a</a>',
    ],
    [
      "marks by one name each",
      "<h2><b>a</b><i>b</i><s>c</s><samp>d</samp></h2>",
      "<strong>a</strong><em>b</em><del>c</del><code>d</code>",
    ],
    ["an anchor that leads nowhere", "<h2><a>a</a></h2>", "<a>a</a>"],
    ["words of other elements", "<h2>a<span>b</span>c</h2>", "abc"],
    ["paragraphs apart", '<figure><img src="x" alt="c"><figcaption><p>a</p><p>b</p></figcaption></figure>', "a b"],
    ["a formula once", "<h2><math><mi>x</mi><annotation>x</annotation></math></h2>", "x"],
    ["no words of drawings and styles", "<h2>a<svg><text>b</text></svg><style>c</style></h2>", "a"],
    ["no mark without words", "<h2>a<b> </b>b</h2>", "a b"],
    ["no permalink", '<h2>a<a data-permalink href="#a">#</a></h2>', "a"],
  ])("%s", (_, html, line) => expect(outlineLine(html)).toBe(line));
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
    const outline = parseOutline(root, { heading: takeTitle(root), title: "Its <file>", id: "_top" });
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

  test.each(['<img src="a.png" alt="logo">', '<p>\n<img src="a.png" alt="logo"> </p><p>b</p>'])(
    "shows the picture of an item that is nothing else: %s",
    (item) => {
      const [node] = outlineOf(`<ul><li>${item}</li></ul>`).children;
      expect(node).toMatchObject({ content: "logo", payload: { image: { src: "a.png" } }, children: [] });
    },
  );

  test("keeps the words beside a picture in a cell", () => {
    const table =
      '<table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>A</td><td><img src="a.png" alt="logo"> <code>B</code></td></tr></tbody></table>';
    expect(outlineOf(table).children[0]?.children.map(({ content }) => content)).toEqual([
      "<em>What</em>: logo <code>B</code>",
    ]);
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
