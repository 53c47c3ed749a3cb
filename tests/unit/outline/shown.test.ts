import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../src/notes/html.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { parseOutline } from "../../../src/outline/outline.ts";

/** The outline of a text as one line: each node's label, with those below it in brackets. */
function outlineLine(html: string): string {
  const write = ({ content, payload: { fold }, children }: OutlineNode): string => {
    const below = children.length > 0 ? `(${children.map(write).join(", ")})` : "";
    return `${content}${fold ? `/${fold}` : ""}${below}`;
  };
  return parseOutline(parseHtml(html), { title: "Title", id: "_top" }).children.map(write).join(", ");
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
    [
      "words behind the paragraph of a component on one line",
      "<ul><li><section><p>Then</p>so <b>it</b> was<p>More.</p></section><ul><li>b</ul></li></ul>",
      "Then so <strong>it</strong> was(b)",
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
      "rows that one cell names together, which stands alone in its own",
      table('<tbody><tr><td rowspan="3">a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></tbody>'),
      "a(<em>V</em>: b, <em>V</em>: c), d",
    ],
    [
      "cells in their columns below one of two rows",
      table('<tbody><tr><td>a</td><td rowspan="2">b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></tbody>'),
      "a(<em>V</em>: b), c, d(<em>V</em>: e)",
    ],
    [
      "the name of a column once marked",
      "<table><thead><tr><th>K<th><em>B</em> of <em>C</em></thead><tr><td>a<td>b</table>",
      "a(<em>B of C</em>: b)",
    ],
    ["a table of nothing but its head by that", table(""), "K(V)"],
    ["the same with rows to be filled in", table("<tbody><tr><td></td><td> </td></tr></tbody>"), "K(V)"],
    [
      "a head of two rows as two",
      "<table><caption>a</caption><thead><tr><th rowspan=2>K<th>V</tr><tr><th>W</tr></thead></table>",
      "a(K(V, W))",
    ],
    [
      "a row whose first cell is empty by the next",
      "<table><thead><tr><th>K<th>V<th>W</thead><tr><td>a<td>b<td>c<tr><td><td>d<td>e<tr><td><td><td>f</table>",
      "a(<em>V</em>: b, <em>W</em>: c), <em>V</em>: d(<em>W</em>: e), <em>W</em>: f",
    ],
    [
      "rows beside one empty cell, each by its next",
      table('<tbody><tr><td rowspan="2"></td><td>a</td></tr><tr><td>b</td></tr></tbody>'),
      "<em>V</em>: a, <em>V</em>: b",
    ],
    ["a row that is nothing but a picture", table('<tbody><tr><td><img alt="a" src="b"></td></tr></tbody>'), "a"],
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
    ["nothing of a formula", '<math><annotation-xml encoding="text/html"><ul><li>a</ul></annotation-xml></math>', ""],
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
    [
      "blanks on both sides of a mark's edge as one",
      "<h2>a <b> b <i> c</i></b> d</h2>",
      "a <strong>b <em>c</em></strong> d",
    ],
    [
      "no blanks at the ends, within marks either",
      '<h2> <a href="/a b/"> <b> a c</b> </a></h2>',
      '<a href="/a b/"><strong>a c</strong></a>',
    ],
    ["no words for a picture among others that has none", '<h2>a <img src="x"></h2>', "a"],
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
    [
      "an item that folds behind its paragraphs",
      "<ul><li><p>a</p>\n<!-- markmap: fold -->\n<ul><li><p>b</p><p>c</p><!-- markmap: foldAll --><ul><li>d</ul></ul></ul>",
      "a/1(b/2(d))",
    ],
    ["no item that folds behind its list", "<ul><li><p>a</p><ul><li>b</ul><!-- markmap: fold --></ul>", "a(b)"],
    ["both lists of an item", "<ul><li><p>a</p><ul><li>b</ul><ul><li>c</ul></ul>", "a(b, c)"],
    [
      "an item whose words stand in a block with their list",
      "<ul><li><!-- markmap: fold --> <div>a<ul><li>b</ul></div></ul>",
      "a/1(b)",
    ],
    [
      "an item that is a passage by the passage's name",
      '<ul><li><section data-era="then"><p>Then 2015</p><p>b</p><ul><li>a</ul></section></ul>',
      "Then 2015(a)",
    ],
    [
      "an item without what is no part of the outline",
      "<ul><li><div data-outline-ignore>a</div><ul><li>b</li><li>c</ul></ul>",
      "(b, c)",
    ],
    [
      "an item that is a quote by the quote's words",
      "<ul><li><blockquote><p>a</p><p>b</p><ul><li>c</ul></blockquote><ul><li>d</ul></ul>",
      "a(c, d)",
    ],
    [
      "an item that is a quote of a quote",
      "<ul><li><blockquote><blockquote><p>a <b>b</b></p></blockquote><p>c</p></blockquote></ul>",
      "a <strong>b</strong>",
    ],
    ["an item with words before its quote by these", "<ul><li>a<blockquote><p>b</p></blockquote></ul>", "a"],
    ["a description that is a quote", "<dl><dt>a<dd><blockquote><p>b</p></blockquote></dl>", "a(b)"],
    ["an item that is a heading, as that", "<ul><li><h2>a</h2><p>b</p><ul><li>c</ul></ul>", "a(c)"],
    ["an item that is a quoted heading", "<ul><li><blockquote><h2>a</h2></blockquote></ul>", "a"],
    ["an item that is an item, as that", "<ul><li><ul><li><ul><li>a</ul></ul><li>b</ul>", "a, b"],
    ["an item that is several below one without words", "<ul><li><ul><li>a</li><li>b</li></ul></ul>", "(a, b)"],
    ["no item without any words", "<ul><li>a<li><!-- b --><li><li><p></p><li><img alt='' src='x'></ul>", "a"],
    ["an item by its words, not those of a block behind them", "<ul><li>a<div>b<ul><li>c</ul></div></ul>", "a(c)"],
    [
      "an item by words that are raised, marked twice or drawn",
      '<ul><li>a<sup>2</sup> <b><i>b</i> c</b> <picture><img alt="d" src="e"></picture><ul><li>f</ul></ul>',
      "a<sup>2</sup> <strong><em>b</em> c</strong> d(f)",
    ],
    ["a picture among words once", '<ul><li><p>a <img alt="b" src="c"></p><ul><li>d</ul></ul>', "a b(d)"],
    ["an item that is code, as that", "<ul><li><pre><code>a</code></pre></li></ul>", "<code>a</code>"],
    [
      "code by its first line and language",
      '<pre><code class="language-sh"> a\nb</code></pre>',
      "<code>sh: a …</code>",
    ],
    ["an item that is code with a list below it", "<ul><li><pre>a</pre><ul><li>b</ul></ul>", "<code>a</code>(b)"],
    ["code of no language", '<pre data-language="plaintext"><code>a</code></pre>', "<code>a</code>"],
    [
      "code of no language, whatever that is called",
      '<pre data-language="text">a</pre><pre><code class="language-txt">b</code></pre><pre data-language="textile">c</pre>',
      "<code>a</code>, <code>b</code>, <code>textile: c</code>",
    ],
    ["an item behind a tag that was not ended", "<ul><li>a</li><b><li>c</li></b></ul>", "a, c"],
    ["an item that stands in no list", "<p>a</p><li>c</li>", "c"],
    ["code by its title", '<pre data-title="a &amp; b">c</pre>', "<code>a &amp; b</code>"],
    ["code without words", "<pre> </pre>", "<code>code</code>"],
    ["a branch that is folded", "<h2>a<!-- markmap: fold --></h2>", "a/1"],
    ["a branch folded with all below it", "<h2>a<!-- markmap: foldAll --></h2>", "a/2"],
    ["a fold that a component asked for", '<h2>a<span data-markmap-fold="fold"></span></h2>', "a/1"],
    ["a fold of all that a component asked for", '<ul><li data-markmap-fold="foldAll">a</ul>', "a/2"],
    ["a fold beside other comments", "<h2>a<!-- markmap: fold --><!-- b --><span></span></h2>", "a/1"],
    ["a fold of all by its number", '<ul><li data-markmap-fold="2">a</ul>', "a/2"],
    ["a fold however it is spaced", "<h2>a<!--markmap:fold--></h2><h2>b<!--  markmap:  foldAll  --></h2>", "a/1, b/2"],
    ["no fold in a comment that says something else", "<h2>a<!-- markmap: folded --></h2>", "a"],
    ["no fold in a comment that speaks of one", "<h2>a<!-- write markmap: fold --></h2>", "a"],
    [
      "links, without anything else of theirs",
      '<h2><a href="/x/?a&amp;b" title="t">a</a></h2>',
      '<a href="/x/?a&amp;b">a</a>',
    ],
    [
      "marks by one name each",
      "<h2><b>a</b><i>b</i><s>c</s><samp>d</samp><var>e</var><ins>f</ins></h2>",
      "<strong>a</strong><em>b</em><del>c</del><code>d</code><em>e</em><ins>f</ins>",
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
