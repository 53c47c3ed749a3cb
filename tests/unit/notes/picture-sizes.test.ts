import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { pictureSizes } from "../../../src/notes/picture-sizes.ts";

test.each([
  ["![A dot|300](a.png)", '<img src="a.png" alt="A dot" width="300">'],
  ["![A dot | 300x20](a.png)", '<img src="a.png" alt="A dot" width="300" height="20">'],
  ["![|300](a.png)", '<img src="a.png" alt="" width="300">'],
  ["![A | dot](a.png)", '<img src="a.png" alt="A | dot">'],
  ["![300](a.png)", '<img src="a.png" alt="300">'],
])("%s", (markdown, html) => {
  expect(markdownToHtml(markdown, { hastPlugins: [pictureSizes] }).html).toBe(`<p>${html}</p>\n`);
});
