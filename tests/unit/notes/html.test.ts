import { describe, expect, test } from "vitest";
import { parseHtml, sanitize, serializeHtml } from "../../../src/notes/html.ts";

const clean = (html: string) => serializeHtml(sanitize(parseHtml(html)));

describe("a note brings nothing into a reader's page that runs, loads or restyles:", () => {
  test.each([
    ["code on a click", '<a href="/x/" onclick="a()">x</a>', '<a href="/x/">x</a>'],
    ["a style, or a new window", '<a href="/x/" style="top:0" target="_blank">x</a>', '<a href="/x/">x</a>'],
    ["a link that is code", '<a href="javascript:a()">x</a>', "<a>x</a>"],
    ["a link that is code in disguise", '<a href=" JavaScript:a()">x</a>', "<a>x</a>"],
    ["a link to a file in itself", '<a href="data:text/html,x">x</a>', "<a>x</a>"],
    ["a picture that is code", '<img src="javascript:a()" alt="x">', '<img alt="x">'],
    ["a picture in itself", '<img src="data:image/svg+xml,x" alt="x">', '<img alt="x">'],
    ["a script, with its words", "a<script>b()</script>", "a"],
    ["a style sheet, with its words", "a<style>b{}</style>", "a"],
    ["words for want of scripts", "a<noscript>b</noscript>", "a"],
    ["a frame", '<iframe src="https://e.org"></iframe>x', "x"],
    ["a form, but not its words", '<form action="https://e.org"><button>x</button></form>', "x"],
    ["a field that is no box of a task", '<input type="text" value="x">', '<input disabled type="checkbox">'],
    [
      "code in a drawing",
      '<svg onload="a()"><script>b()</script><path d="M0 0"></path></svg>',
      '<svg><path d="M0 0"></path></svg>',
    ],
    [
      "a picture from elsewhere in another size",
      '<img src="a.png" srcset="b.png 1x,https://e.org/c.png 2x">',
      '<img src="a.png">',
    ],
    [
      "hooks of the site's own scripts and index",
      "<p data-pagefind-ignore data-search-open data-copy>x</p>",
      "<p>x</p>",
    ],
    ["words in a drawing that only HTML has", "<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg></svg>"],
    ["comments", "a<!-- secret --><b>c<!-- secret --></b>", "a<b>c</b>"],
  ])("%s", (_, html, left) => expect(clean(html)).toBe(left));
});

const BREAKOUT = '<title><a title="</title><img src=x onerror=alert(1)>">x</a></title>';
const AROUND = ["<svg>", "<math>", "<svg><g>", "<math><mrow>", "<svg><desc>", "<math><mi>"];
const WITHIN = [
  "<foreignObject>",
  "<annotation-xml encoding=text/html>",
  "<ms>",
  "<desc>",
  "<title>",
  "<mtext>",
  "<foo>",
  "",
];
const ENDING = [
  "<p></p>",
  "<table></table>",
  "<br>",
  "<h2>x</h2>",
  "<img src=q>",
  "<font color=x>x</font>",
  "<i><p>",
  "x",
];

test.each(AROUND)(
  "what a browser reads of a written drawing in %s has nothing that runs, however it is ended",
  (around) => {
    for (const first of WITHIN) {
      for (const second of WITHIN) {
        for (const ending of ENDING) {
          const html = `${around}${first}${second}${ending}${endOf(second)}${endOf(first)}${BREAKOUT}`;
          expect(serializeHtml(parseHtml(clean(html))), html).not.toContain('<img src="x" onerror="');
        }
      }
    }
  },
);

function endOf(tag: string): string {
  return tag.replace(/^<(\w[\w-]*).*>$/, "</$1>");
}

describe("what carries meaning stays:", () => {
  test.each([
    ["links to mail and telephones", '<a href="mailto:a@e.org">a</a><a href="tel:+1">b</a>'],
    ["places that addresses point at", '<h2 id="main">x</h2>'],
    ["wishes to fold", "<h2>x<!-- markmap: fold --></h2>"],
    ["a list's numbers", '<ol start="3" reversed type="a"><li value="2">x</li></ol>'],
    [
      "what a table's cells span",
      '<table><tbody><tr><th colspan="2" rowspan="3" scope="row">x</th></tr></tbody></table>',
    ],
    ["a picture's text and size", '<img src="x.png" alt="y" width="1" height="2">'],
    ["details that are open", "<details open><summary>x</summary>y</details>"],
    ["language and direction", '<p lang="he" dir="rtl">x</p>'],
    ["the era of a passage", '<section data-era="then">x</section>'],
    ["formulas", '<math display="block"><mi>x</mi></math>'],
  ])("%s", (_, html) => expect(clean(html)).toBe(html));
});

test("an address may begin in capitals", () => {
  expect(clean('<a href=" HTTPS://E.org/A">x</a><a href="MailTo:A@e.org">y</a>')).toBe(
    '<a href="https://E.org/A">x</a><a href="mailto:A@e.org">y</a>',
  );
  expect(clean('<img src="HTTPS://E.org/A.png"><q cite="HTTPS://E.org/A">x</q>')).toBe(
    '<img src="https://E.org/A.png"><q cite="https://E.org/A">x</q>',
  );
});

test.each([
  ["as its column is set", '<td style="text-align: right">1</td>', '<td align="right">1</td>'],
  ["as nothing else", '<td style="text-align: right; top: 0">1</td>', "<td>1</td>"],
])("a cell stands %s", (_, cell, left) => {
  const inTable = (row: string) => `<table><tbody><tr>${row}</tr></tbody></table>`;
  expect(clean(inTable(cell))).toBe(inTable(left));
});

test.each(['<section data-footnotes="">x</section>', '<section class="footnotes">x</section>'])(
  "footnotes are no part of a note's outline: %s",
  (html) => {
    expect(clean(html)).toBe(html.replace(">x", ' data-outline-ignore="">x'));
  },
);
