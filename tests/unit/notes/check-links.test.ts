import { markdownToMdast } from "satteri";
import { expect, test } from "vitest";
import { checkImports, checkLink } from "../../../src/notes/check-links.ts";
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

test.each([
  ["docs.my-host.example.com/a", "write https://docs.my-host.example.com/a"],
  ["me@my-host.example.org", "write mailto:me@my-host.example.org"],
])("%s leads nowhere without what it begins with, which is told", (url, mend) => {
  expect(tell(url)).toMatchObject({ found: `a link to ${url}, which leads nowhere`, mend });
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

test("of what a note's code brings in or passes on, files that are not there are told", () => {
  const tell = (code: string) => checkImports(code, "a.mdx", { lookAt: () => "missing", hasPackage: () => true });
  for (const code of ['import { X } from "./x.js"', 'export { X } from "./x.js"', 'import "./x.js"'])
    expect(tell(`${code}\n`)).toMatchObject([{ found: "an import of ./x.js, where there is no such file" }]);
});

test("of what a note's code brings in, packages that are not installed are told, too", () => {
  const hasPackage = (name: string) => /^(?:astro|@a\/b)$/.test(name);
  const tell = (code: string) => checkImports(code, "a.mdx", { lookAt: () => "missing", hasPackage });
  const fine =
    'import "astro/x"\nimport { a } from "@a/b/c.js"\nimport b from "astro:content"\nexport * from "node:fs"\n';
  expect(tell(fine)).toEqual([]);
  const [tabs, ...others] = tell("import Tabs from '@theme/Tabs'\nimport { x } from \"d3/src\"\n");
  expect(tabs).toEqual({
    found: "an import of @theme/Tabs, which is not installed",
    expected: "an installed package, or the path of a file, as seen from the note",
    mend: "install it, or take the import out, and what it brings",
  });
  expect(others.map(({ found }) => found)).toEqual(["an import of d3, which is not installed"]);
});
