import { expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { leaveOutBadges, linkRemotePictures } from "../../../src/notes/remote-pictures.ts";

test.each([
  [
    "from elsewhere is a link to it that says its words",
    '<p>a <img src="https://example.org/b.svg" alt="b" id="c" width="9" srcset="d 2x"></p>',
    '<p>a <a id="c" href="https://example.org/b.svg">b</a></p>',
  ],
  ["without words is called a picture", '<img src="//example.org/b.svg">', '<a href="//example.org/b.svg">Picture</a>'],
  [
    "in a link is the link's words",
    '<a href="/c"><em><img src="http://example.org/b.svg" alt="b"></em></a>',
    '<a href="/c"><em><span>b</span></em></a>',
  ],
  ["of the site itself stays", '<img src="/_astro/b.svg" alt="b"><img src="b.png" alt="">', undefined],
])("a picture %s", (_, written, expected = written) => {
  const root = parseHtml(written);
  linkRemotePictures(root);
  expect(serializeHtml(root)).toBe(expected);
});

test.each([
  [
    "a logo above it",
    '<h1><img src="https://example.org/l.svg" alt="B"><br>\n  B <em>c</em>\n</h1>',
    "<h1>\n  B <em>c</em></h1>",
  ],
  ["badges in links", '<h1>B <a href="/c"><img src="//example.org/c.svg"></a></h1>', "<h1>B </h1>"],
  ["but a picture alone stays", '<h1><img src="https://example.org/l.svg" alt="B"></h1>', undefined],
  ["but one of the site stays", '<h1><img src="/_astro/l.svg" alt="">B</h1>', undefined],
])("a title is told without what is from elsewhere: %s", (_, written, expected = written) => {
  const root = parseHtml(written);
  for (const node of root.children) if (node.type === "element") leaveOutBadges(node);
  expect(serializeHtml(root)).toBe(expected);
});
