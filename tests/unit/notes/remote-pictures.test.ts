import { expect, test } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { linkRemotePictures } from "../../../src/notes/remote-pictures.ts";

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
