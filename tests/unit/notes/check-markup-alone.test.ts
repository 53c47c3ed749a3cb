import { markdownToMdast, mdxToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { checkMarkup } from "../../../src/notes/check-markup.ts";
import type { MarkupNode } from "../../../src/notes/markup.ts";

/** What is told of a note. */
const tell = (note: string, path = "a.md") => {
  const surroundings = {
    parse: (source: string, isMdx: boolean) => (isMdx ? mdxToMdast(source) : markdownToMdast(source)) as MarkupNode,
    lookAt: () => "missing" as const,
    hasPackage: () => false,
    findPicture: () => undefined,
    drawings: [],
    isLanguage: () => false,
  };
  return checkMarkup(note, path, surroundings, false).map(({ found }) => found);
};

describe("of a note in which one thing alone is wrong that is told:", () => {
  test.each([
    ["![x](nope.png)", "![x](nope.png), where there is no such file"],
    ["[^a]", "[^a], a footnote that is not defined"],
    ["```klingon\n```", "code of the language “klingon”"],
    ["> ```klingon\n> ```", "code of the language “klingon”"],
    ["~~~klingon\n~~~", "code of the language “klingon”"],
    ["<iframe>", "<iframe> without its end, which hides all below it"],
    ["<!-- x", "<!-- without its end, which hides all below it"],
    ["[x](nope.pdf)", "a link to nope.pdf, where there is no such file"],
    ["[x](/my file.pdf)", "[x](/my file.pdf), which stays text"],
    ["[x]\n\n[x]: nope.pdf", "a link to nope.pdf, where there is no such file"],
    ["[x][y]", "[x][y], which stays text"],
    ["{/* markmap: fold */}", "a comment of MDX in Markdown, where it is text that readers see"],
  ])("%j", (note, found) => expect(tell(`Text.\n\n${note}\n`)).toEqual([found]));

  test.each([
    ["import './x.js'", "an import of ./x.js, where there is no such file"],
    ["export * from 'd3'", "an import of d3, which is not installed"],
    ["One %%hidden%% word.", "%%…%% in MDX, where it is text that readers see"],
    ['<img src="nope.png" />', '<img src="nope.png">, where there is no such file'],
    ['<a href="nope.pdf">x</a>', "a link to nope.pdf, where there is no such file"],
  ])("%j in MDX", (note, found) => expect(tell(`${note}\n`, "a.mdx")).toEqual([found]));
});

test("what components are given is their own, also where it is called as the address of a link or a picture is", () => {
  const note = 'export const Card = () => null\n\n<Card href="nope.pdf" src="nope.png" />\n';
  expect(tell(note, "a.mdx")).toEqual([]);
});
