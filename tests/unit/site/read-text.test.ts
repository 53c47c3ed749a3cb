import { expect, test } from "vitest";
import { readText, surroundingsOf } from "../../../src/site/read-text.ts";

const note = { id: "a", title: "In a list", path: "a.md", url: "/notes/a/" };
const other = { id: "b", title: "B", path: "b.md", url: "/notes/b/" };
const site = surroundingsOf({ targets: [note, other], terms: [], glossaryUrl: "/glossary/", base: "", folder: "." });
const read = (html: string) => readText(html, note, site);

test("a note's own title is on its page as it is written, and the map's root says the same", () => {
  const { titleHtml, html, outline, links } = read(
    '<h1 id="t">Of <em>b</em>, [[b]] and [[nope]]<sup><a id="f" href="#g" data-footnote-ref>1</a></sup></h1><p id="g">c</p>',
  );
  expect(titleHtml).toBe(
    'Of <em>b</em>, <a href="/notes/b/">B</a> and nope<sup><a id="f" href="#g" data-footnote-ref="">1</a></sup>',
  );
  expect(outline.content).toContain('Of <em>b</em>, <a href="/notes/b/">B</a> and nope');
  expect(html).toBe('<p id="g">c</p>');
  // What leads nowhere is told of with the others.
  expect(links.map(({ to, text, sentence }) => [to, text, sentence])).toEqual([
    ["b", "B", "Of b, B and nope"],
    [undefined, "nope", "Of b, B and nope"],
  ]);
});

test("a title that is a picture alone, whose id is empty, has the place of one without an id", () => {
  const { titleAnchor, outline } = read('<h1 id=""><img alt="In a list" src="https://example.org/l.png"></h1><p>c</p>');
  expect([titleAnchor, outline.payload.id]).toEqual(["_top", "_top"]);
});

test("a heading has the anchor that its author gave it, which links lead to and no reader sees", () => {
  const { titleHtml, headings, outline, html } = read(
    '<h1 id="in-a-list-top">In a list {#top}</h1><h2 id="b-b">B <em>c</em> {#b}</h2><h2 id="d">D {#b} <code>{#e}</code></h2>' +
      '<h2 id="f-f-x">F {: .x #f y=“z” }</h2><h2 id="g">G {h #g}</h2>',
  );
  expect(titleHtml).toBe("In a list");
  expect(outline.payload.id).toBe("top");
  expect(headings.map(({ id, text }) => [id, text])).toEqual([
    ["b", "B c"],
    ["d", "D {#b} {#e}"],
    ["f", "F"],
    ["g", "G {h #g}"],
  ]);
  expect(html).toContain('<a href="#b" data-permalink="">B <em>c</em></a>');
});

test("a picture from elsewhere is a link in the text, and in the map a picture by its words at the same place", () => {
  const { html, outline } = read('<h2 id="h">H</h2><p><img src="https://example.org/b.svg" alt="Build passing"></p>');
  const [picture] = outline.children[0]?.children ?? [];
  expect([picture?.content, picture?.payload.tag]).toEqual(["Build passing", "img"]);
  expect(html).toContain(`<a id="${picture?.payload.id}" href="https://example.org/b.svg">Build passing</a>`);
});

test("a block that Obsidian names is one that links lead to, and its item says the name nowhere", () => {
  const { outline, anchors, links } = read("<p>See [[a#^key-one]].</p><ul><li>b ^key-one</li></ul>");
  expect(outline.children.map(({ content, payload }) => [content, payload.id])).toEqual([["b", "key-one"]]);
  expect(anchors).toContain("key-one");
  expect(links.map(({ anchor }) => anchor)).toEqual(["key-one"]);
});

test("cells of a table of HTML without a head are told by its first row", () => {
  const { outline } = read("<table><tr><th>Port</th><th>Use</th></tr><tr><td>22</td><td>SSH</td></tr></table>");
  const [row, ...others] = outline.children;
  expect(others).toEqual([]);
  expect([row, ...(row?.children ?? [])].map((node) => node?.content)).toEqual(["22", "<em>Use</em>: SSH"]);
});

test("a place in a title is one that links lead to", () => {
  expect(read('<h1>A<sup><a id="f" href="#g">1</a></sup></h1><p><a href="#f">back</a></p>').anchors).toContain("f");
});

test("a note without a title of its own has none but the page's", () => {
  expect(read("<p>c</p>").titleHtml).toBeUndefined();
});
