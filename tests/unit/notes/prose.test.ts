import { describe, expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { countWords, furnish, listHeadings, takeTitle } from "../../../src/notes/prose.ts";

describe("the page shows a title once:", () => {
  test.each([
    ["a leading one is taken out of the text", "\n<h1>A</h1><p>b</p>", "\n<p>b</p>", "A"],
    ["of two both stay, since neither is the note's", "<h1>A</h1><h1>B</h1>", "<h1>A</h1><h1>B</h1>", undefined],
    ["of two the one that says it goes", "<h1>The <b>note</b></h1><h1>B</h1>", "<h1>B</h1>", "The <b>note</b>"],
    ["of two one beside a badge", '<h1>The note <img alt="b"></h1><h1>B</h1>', "<h1>B</h1>", 'The note <img alt="b">'],
    ["of two one that is a picture", '<h1><img alt="The note"></h1><h1>B</h1>', "<h1>B</h1>", '<img alt="The note">'],
    ["of two one on two lines", "<h1>The <br>note</h1><h1>B</h1>", "<h1>B</h1>", "The <br>note"],
    ["one within what follows counts", "<h1>A</h1><div><h1>B</h1></div>", "<h1>A</h1><div><h1>B</h1></div>", undefined],
    ["one that does not lead stays", "<p>b</p><h1>A</h1>", "<p>b</p><h1>A</h1>", undefined],
    ["one behind a line of links goes", "<p>b</p><h1>The note</h1><h2>A</h2>", "<p>b</p><h2>A</h2>", "The note"],
    ["one behind another heading stays", "<h2>A</h2><h1>The note</h1>", "<h2>A</h2><h1>The note</h1>", undefined],
    ["where there is none, nothing is taken", "<h2>A</h2>", "<h2>A</h2>", undefined],
    ["nor from an empty text", "", "", undefined],
  ])("%s", (_, html, left, title) => {
    const root = parseHtml(html);
    const taken = takeTitle(root, "The note");
    expect(serializeHtml(root)).toBe(left);
    expect(taken && serializeHtml({ type: "root", children: taken.children })).toBe(title);
  });
});

test("headings of all levels are listed, none from what is no part of the note", () => {
  const html = [1, 2, 6].map((level) => `<h${level} id="h${level}">A <em>${level}</em></h${level}>`).join("");
  expect(listHeadings(parseHtml(`${html}<aside data-outline-ignore><h2 id="x">X</h2></aside>`))).toEqual([
    { id: "h1", text: "A 1", level: 1 },
    { id: "h2", text: "A 2", level: 2 },
    { id: "h6", text: "A 6", level: 6 },
  ]);
});

test.each([
  ["Use x<br>second line", "Use x second line"],
  ['<img alt="Logo" src="l.png">', "Logo"],
  ['A <sup><a data-footnote-ref="" href="#k">1</a></sup><img src="l.png"> b<!-- c -->', "A  b"],
])("a heading's words are those that readers have: %s", (heading, text) => {
  expect(listHeadings(parseHtml(`<h2 id="a">${heading}</h2>`))).toEqual([{ id: "a", text, level: 2 }]);
});

test.each([
  ["one two, three", 3],
  ["don’t re-read it", 3],
  ["漢字かな", 2],
  ["TPM 2.0", 3],
  ["TPM測定 boot", 3],
])("the time to read %j is that of %i words", (text, count) => {
  expect(countWords(parseHtml(`<p>${text}</p>`))).toBe(count);
});

function furnished(html: string): string {
  const root = parseHtml(html);
  furnish(root);
  return serializeHtml(root);
}

describe("a table that scrolls is told apart by its name:", () => {
  const table = "<table><thead><tr><th>Key </th><th>Use</th></tr></thead></table>";
  test.each([
    ["its caption", "<h2>A</h2><table><caption>Keys</caption></table>", ["Keys"]],
    ["its section and columns", `<h2 id="a">A</h2>${table}`, ["Table in “A”: Key, Use"]],
    ["its columns", table, ["Table: Key, Use"]],
    ["its section", '<h2 id="a">A</h2><table></table>', ["Table in “A”"]],
    ["its words on two lines", "<table><caption>Keys<br>and <img alt='use'></caption></table>", ["Keys and use"]],
    [
      "a number, where two are alike",
      table + table + table,
      ["Table: Key, Use", "Table: Key, Use (2)", "Table: Key, Use (3)"],
    ],
  ])("by %s", (_, html, names) => {
    const found = [...furnished(html).matchAll(/tabindex="0" role="region" aria-label="([^"]*)"><table>/g)];
    expect(found.map(([, name]) => name)).toEqual(names);
  });
});

test.each([
  ["<h1 id='a'>A</h1>", 1],
  ["<h2 id='a'>A</h2>", 1],
  ["<h4 id='a'>A</h4>", 1],
  ["<h5 id='a'>A</h5>", 0],
  ["<h2>A</h2>", 0],
])("%s can be linked to by its permalink: %i", (html, count) => {
  expect(furnished(html).split('href="#a" data-permalink').length - 1).toBe(count);
});

test("what stands in a table is furnished as all else is", () => {
  const html = furnished(
    '<table><tr><td><h3 id="a">A</h3><img src="a.png" data-picture="x"><pre>b</pre></td></tr></table>',
  );
  expect(html).toContain('href="#a" data-permalink');
  expect(html).toContain("<figure");
  expect(html).not.toContain("data-picture");
});

test("code can be copied, under its title where it has one", () => {
  expect(furnished('<pre data-title="Read"><code>a</code></pre>')).toBe(
    '<figure class="code-block"><figcaption>Read</figcaption><copy-code></copy-code><pre><code>a</code></pre></figure>',
  );
  expect(furnished("<pre>a</pre>")).toBe('<figure class="code-block"><copy-code></copy-code><pre>a</pre></figure>');
});

test("a heading's words are the link to it", () => {
  expect(furnished('<h2 id="a">One <em>word</em></h2>')).toBe(
    '<h2 id="a"><a href="#a" data-permalink="">One <em>word</em></a></h2>',
  );
});

test("where there is a link among a heading's words, its own stands behind them", () => {
  expect(furnished('<h3 id="a">See <em><a href="/b/">b</a></em></h3>')).toBe(
    '<h3 id="a">See <em><a href="/b/">b</a></em><a href="#a" data-permalink="" aria-label="Link"></a></h3>',
  );
});
