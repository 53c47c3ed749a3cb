import { readFileSync } from "node:fs";
import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { addAnchors, nameAnchors } from "../../../src/notes/anchors.ts";
import { headingIds } from "../../../src/notes/heading-ids.ts";
import { parseHtml, sanitize, serializeHtml } from "../../../src/notes/html.ts";
import { listHeadings, takeTitle } from "../../../src/notes/prose.ts";
import { readSections } from "../../../src/notes/sections.ts";
import { visitElements } from "../../../src/notes/visit.ts";

/** The anchors of a text, in order. */
function anchorsOf(html: string): string[] {
  const root = parseHtml(html);
  addAnchors(root);
  const ids: string[] = [];
  visitElements(root, ({ properties: { id } }) => {
    if (id !== undefined) ids.push(String(id));
    return undefined;
  });
  return ids;
}

const LONG = "one two three four five six seven eight nine ten";

describe("an address of a place, which others have written down, stays what it is:", () => {
  test.each([
    ["a heading's words", "<h2>Measured boot</h2><h3>Why?</h3>", ["measured-boot", "why"]],
    ["a heading without words", "<h2>…</h2>", ["section"]],
    [
      "a heading's letters, a picture and the end of a line being none",
      '<h2>A<br>b <img alt="c" id="i"></h2>',
      ["ab-", "i"],
    ],
    ["a heading with an empty id, as Astro gives to one without words", '<h2 id=""></h2>', ["section"]],
    ["a heading's own id", '<h2 id="given">Boot</h2><ul><li>x</li></ul>', ["given", "given--x"]],
    ["an item before the first heading", "<ul><li>x</li></ul>", ["top--x"]],
    ["an item below the nearest heading", "<h2>A</h2><h3>B</h3><ul><li>x y</li></ul>", ["a", "b", "b--x-y"]],
    ["an item without words", "<ul><li>…</li></ul>", ["top--item"]],
    [
      "an item's own words, not those of the list below it",
      "<ul><li>x<ul><li>y</li></ul></li></ul>",
      ["top--x", "top--y"],
    ],
    ["an item's first paragraph", "<ul><li><p>x</p><p>y</p></li></ul>", ["top--x"]],
    ["a picture's text among an item's words", '<ul><li>x <img id="i" alt="y"></li></ul>', ["top--x-y", "i"]],
    [
      "a long item's first forty letters, up to a word, and a digest",
      `<ul><li>${LONG}</li><li>${LONG} eleven</li></ul>`,
      ["top--one-two-three-four-five-six-seven-eight-mvs5", "top--one-two-three-four-five-six-seven-eight-6wsd"],
    ],
    ["of a word of forty letters all", `<ul><li>${"a".repeat(40)}</li></ul>`, [`top--${"a".repeat(40)}`]],
    [
      "of one very long word its first twenty letters and a digest",
      `<ul><li>${"a".repeat(60)}</li></ul>`,
      [`top--${"a".repeat(20)}-lte9`],
    ],
    [
      "a row's first cell, and with it each cell",
      "<table><thead><tr><th>k</th><th>v</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>",
      ["top--x", "top--x-x", "top--x-y"],
    ],
    [
      "a row's heading",
      "<table><tbody><tr><th>x</th><td>y</td></tr></tbody></table>",
      ["top--x", "top--x-x", "top--x-y"],
    ],
    [
      "a head's first cell, and with it each cell, of a table that is nothing but that",
      "<table><thead><tr><th>k</th><th>v</th></tr></thead><tbody><tr><td></td><td> </td></tr></tbody></table>",
      ["top--k", "top--k-k", "top--k-v", "top--item", "top--item-2", "top--item-3"],
    ],
    ["a row that is one cell", "<table><tbody><tr><td>x</td></tr></tbody></table>", ["top--x"]],
    ["a code block's first line", "<pre><code>\na b\nc</code></pre>", ["top--code-a-b"]],
    ["a code block's title", '<pre data-title="Read it"><code>a</code></pre>', ["top--read-it"]],
    ["a picture's text", '<img alt="A chip"><img>', ["top--a-chip", "top--picture"]],
    [
      "a figure's words",
      '<figure><img alt="y" src="x.png" id="i"><figcaption>A chip</figcaption></figure>',
      ["top--figure-a-chip", "i"],
    ],
    ["a term and what it means", "<dl><dt>x</dt><dd>y</dd></dl>", ["top--x", "top--y"]],
    ["the summary of details", "<details><summary>x</summary></details>", ["top--x"]],
    ["a table's caption", "<table><caption>x</caption></table>", ["top--x"]],
    [
      "doubles, with the next free number",
      '<h2>A</h2><h2>A</h2><h2 id="a-3">B</h2><h2>A</h2>',
      ["a", "a-2", "a-3", "a-4"],
    ],
    ["of two given ids that are one, the first", '<h2 id="a">A</h2><p id="a"></p>', ["a", "a-2"]],
    ["what is no part of the outline has none", "<div data-outline-ignore><h2>A</h2></div>", []],
    ["what stands in a drawing has none", '<svg><title>x</title><g id="g"></g><g id="g"></g></svg>', ["g", "g"]],
    ["a heading that is called Undefined", '<p></p><h2 id="undefined">Undefined</h2>', ["undefined"]],
  ])("%s", (_, html, ids) => expect(anchorsOf(html)).toEqual(ids));

  test.each(["ol", "dl", "table", "pre", "blockquote", "figure", "details"])("an item's words end at a %s", (tag) => {
    const inner = tag === "table" ? "<caption>y</caption>" : "y";
    expect(anchorsOf(`<ul><li>x <${tag}>${inner}</${tag}></li></ul>`)[0]).toBe("top--x");
  });

  test("a heading's id has accents as one sign with their letter, however it is written", async () => {
    const source = "## U\u0308bung\n\n- e\u0301\n";
    const { html } = await markdownToHtml(source, { hastPlugins: [headingIds, satteriHeadingIdsPlugin()] });
    const root = sanitize(parseHtml(html));
    addAnchors(root);
    expect(serializeHtml(root)).toMatch(/id="\u00fcbung".*id="\u00fcbung--\u00e9"/s);
  });

  test("a heading that is folded keeps its address and its words", async () => {
    const source = "## Weak points <!-- markmap: fold -->\n\n- e\n\n## <!-- markmap: foldAll --> Practice\n";
    const { html } = await markdownToHtml(source, { hastPlugins: [headingIds, satteriHeadingIdsPlugin()] });
    const root = sanitize(parseHtml(html));
    addAnchors(root);
    expect(listHeadings(root)).toEqual([
      { id: "weak-points", text: "Weak points", level: 2 },
      { id: "practice", text: "Practice", level: 2 },
    ]);
    expect(serializeHtml(root)).toContain('<li id="weak-points--e">');
  });

  test("footnotes are none of a heading's or an item's words, and a new one changes no address", async () => {
    const source = "## Boot[^k]\n\nFirst.[^k]\n\n- item[^k]\n\n## Boot\n\n[^k]: Note.\n";
    const { html } = await markdownToHtml(source, { hastPlugins: [headingIds, satteriHeadingIdsPlugin()] });
    const root = sanitize(parseHtml(html));
    addAnchors(root);
    expect(serializeHtml(root)).toContain('<li id="boot--item">');
    expect(listHeadings(root)).toEqual([
      { id: "boot", text: "Boot", level: 2 },
      { id: "boot-2", text: "Boot", level: 2 },
    ]);
    expect(readSections(root).boot).toEqual(["Boot", "First."]);
  });

  test("a long name ends with a whole letter", () => {
    const [id = ""] = anchorsOf(`<ul><li>x${"\u{1d400}".repeat(60)}</li></ul>`);
    expect(id.isWellFormed()).toBe(true);
  });

  test("thousands of items with the same words are numbered at once", () => {
    const ids = anchorsOf(`<ul>${"<li>Same</li>".repeat(8000)}</ul>`);
    expect(ids.at(-1)).toBe("top--same-8000");
  });
});

test("an anchor written as a name is an id, where nothing else has it", () => {
  const root = sanitize(parseHtml('<a name="x"></a><a name="y"></a><h2 id="y">Y</h2><a name="x" href="#y">z</a>'));
  nameAnchors(root);
  expect(serializeHtml(root)).toBe('<a id="x"></a><a></a><h2 id="y">Y</h2><a href="#y">z</a>');
});

describe("the ids of the page are not a note's:", () => {
  const pageIds = ["layouts/Note", "components/NoteList", "components/NoteFooter"].flatMap((name) =>
    [...readFileSync(`src/${name}.astro`, "utf8").matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id),
  );

  test.each([...pageIds, "_top"])("a heading called %s has another", (id) => {
    expect(anchorsOf(`<h2 id="${id}">x</h2><ul><li>y</li></ul>`)).toEqual([`${id}-2`, `${id}-2--y`]);
  });

  test("nor is that of its title", () => {
    const root = parseHtml('<h1 id="map">Map</h1><h2 id="map">Map</h2><p id="map"></p>');
    const title = takeTitle(root, "");
    addAnchors(root, title);
    expect(title?.properties.id).toBe("map-2");
    expect(serializeHtml(root)).toBe('<h2 id="map-3">Map</h2><p id="map-4"></p>');
  });

  test("a heading that is called as the title is has another address than it", () => {
    const root = parseHtml('<h1 id="boot">Boot</h1><h2>Boot</h2>');
    addAnchors(root, takeTitle(root, ""));
    expect(serializeHtml(root)).toBe('<h2 id="boot-2">Boot</h2>');
  });
});
