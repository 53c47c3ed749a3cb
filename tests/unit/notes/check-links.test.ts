import { markdownToMdast } from "satteri";
import { expect, test } from "vitest";
import { checkLink } from "../../../src/notes/check-links.ts";
import { checkMarkup } from "../../../src/notes/check-markup.ts";
import type { MarkupNode } from "../../../src/notes/markup.ts";

const tell = (url: string) => checkLink(url, "a.md", () => "missing");

test.each([
  "https://e.org",
  "HTTPS://e.org",
  "Mailto:a@e.org",
  "tel:1.2",
  "//e.org",
  "/a:b",
  "./10:30",
  "#a:b",
  "?a:b",
])("of %s pages have the address", (url) => {
  expect(tell(url)).toBeUndefined();
});

test.each([
  ["ssh://e.org", "write the address as text, or take the link out"],
  ["obsidian://open?vault=a", "write the address as text, or take the link out"],
  ["JavaScript:alert(1)", "write the address as text, or take the link out"],
  ["localhost:8080", "write https://localhost:8080"],
  ["e.example:8443/x", "write https://e.example:8443/x"],
  ["10:30 notes.md", "write ./10:30 notes.md"],
])("of %s they have none, which is told with its mend", (url, mend) => {
  expect(tell(url)).toEqual({
    found: `a link to ${url}, whose address pages leave out`,
    expected: "an address that begins with http:, https:, mailto:, tel:",
    mend,
    isHarmless: true,
  });
});

test("such a link is told of with its line, if there is nothing else to tell of the note", () => {
  const surroundings = {
    parse: (source: string) => markdownToMdast(source) as MarkupNode,
    lookAt: () => "missing" as const,
    hasPackage: () => true,
    findPicture: () => undefined,
    drawings: [],
    isLanguage: () => true,
  };
  const look = (note: string) => checkMarkup(note, "a.md", surroundings, false);
  expect(look("---\ntitle: A\n---\n\nSee [x](ssh://e.org).\n")).toMatchObject([{ line: 5, column: 5 }]);
  expect(look("See [x](HTTPS://e.org).\n")).toEqual([]);
});
