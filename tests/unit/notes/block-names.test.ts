import { expect, test } from "vitest";
import { nameBlocks } from "../../../src/notes/block-names.ts";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";

test.each([
  ["a paragraph", "<p>Words <b>here</b>. ^Key-1</p>", '<p id="key-1">Words <b>here</b>.</p>'],
  [
    "an item above its list",
    "<ul><li>a ^one\n<ul><li>b</li></ul></li></ul>",
    '<ul><li id="one">a<ul><li>b</li></ul></li></ul>',
  ],
  [
    "an item by its first paragraph",
    "<ul><li>\n<p>a ^one</p><p>b ^two</p></li></ul>",
    '<ul><li id="one">\n<p>a</p><p id="two">b</p></li></ul>',
  ],
  ["the block above", "<table></table>\n<p>^one</p>\n<p>b</p>", '<table id="one"></table>\n\n<p>b</p>'],
  ["none that has a name", '<p id="own">a</p><p>^one</p>', '<p id="own">a</p>'],
  ["none by a power", "<p>2 ^10</p><p>x ^n</p><p>a^bc</p><p>a ^bc d</p>", undefined],
  ["none by code", "<p>a <code>^one</code></p>", undefined],
])("a name is taken from %s", (_, written, expected = written) => {
  const root = parseHtml(written);
  nameBlocks(root);
  expect(serializeHtml(root)).toBe(expected);
});
