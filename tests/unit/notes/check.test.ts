import { describe, expect, test } from "vitest";
import { checkEndings, checkNotes } from "../../../src/notes/check.ts";
import { formatProblems } from "../../../src/notes/problems.ts";
import { check, file, tell } from "./told.ts";

const complete = `---
title: Title
description: What it tells.
tags: [cloud]
published: 2015
reviewed: 2026-11-23
---
`;

/** A list in which each item stands in the one before. */
function deepen(levels: number, indentation: string, item: string, before = ""): string {
  return Array.from({ length: levels }, (_, level) => before + indentation.repeat(level) + item).join("\n");
}

describe("the project's own notes", () => {
  test("that are complete are fine", () => expect(tell([file(complete)], true)).toBe(""));

  test("must have their fields", () => {
    expect(tell([file("---\ntitle:\ntags: [a]\nfoo: 1\n---\n")], true)).toMatchInlineSnapshot(`
      "note.md:1  description  found nothing, expected one sentence on what the note tells → add description: How a TPM measures a boot.
      note.md:1  published  found nothing, expected a date as YYYY, YYYY-MM or YYYY-MM-DD, or two years as YYYY/YYYY → add published: 2015-03
      note.md:1  reviewed  found nothing, expected a day as YYYY-MM-DD → add reviewed: 2026-11-23
      note.md:2  title  found nothing, expected the note's title → write title: Trusted Platform Module
      note.md:4  foo  found a field that is not known, expected one of title, description, tags, aliases, published, reviewed, order, folder, lang, dir, draft, sources, markmap → remove it"
    `);
  });

  test("must have them when they are empty, too", () => {
    expect(checkNotes([file("")], { required: true }).map(({ field }) => field)).toEqual([
      "title",
      "description",
      "tags",
      "published",
      "reviewed",
    ]);
  });
});

describe("other people's notes", () => {
  test.each([
    "",
    "\uFEFF# Mark\r\n\r\nText.\r\n",
    "---\n---\n",
    "---\nlayout: post\ntitle: 2024-01-05\ntags:\nsource: https://example.org\npublish: true\naliases: [x]\n---\n",
    "Rule:\n\n---\n\nText.\n\n---\n",
    `# ${"h".repeat(500)}`,
    deepen(100, "  ", "- item"),
    deepen(200, "\t", "- item"),
    "<script>alert(1)</script>\n\n# <img src=x onerror=alert(1)>",
    "- item\n\n".repeat(1000),
  ])("are taken as they are: %#", (source) => expect(check(source)).toBe(""));
});

describe("text", () => {
  test("that is not UTF-8", () => {
    const latin = Uint8Array.from("# Notes\n\nA café\n", (letter) => letter.charCodeAt(0));
    expect(check(latin)).toMatchInlineSnapshot(
      `"note.md:3  found the byte 0xE9, which is no letter, after "A caf", expected UTF-8 → save the file again with the encoding UTF-8"`,
    );
    expect(check(Uint8Array.of(0xff, 0xfe, 0x23, 0))).toMatchInlineSnapshot(
      `"note.md:1  found the byte 0xFF, which is no letter, expected UTF-8 → save the file again with the encoding UTF-8"`,
    );
  });

  test("with characters that no map or feed can hold", () => {
    const source = "---\ntitle: A\u001b[1m\n---\n\n# \ttab\u000c\n\nWords\ufffe\uffff\n\n\u0007\n\n\u000b\n";
    expect(check(source)).toMatchInlineSnapshot(`
      "note.md:2:9  found the character U+001B, which YAML cannot hold, expected characters that can be seen → take it out
      note.md:5:7  found the character U+000C, in whose place maps and the feed show �, expected characters that can be seen → take it out
      note.md:7:6  found the character U+FFFE, in whose place maps and the feed show �, expected characters that can be seen → take it out"
    `);
    expect(checkNotes([file(source)], { required: false }).map(({ isHarmless }) => isHarmless)).toEqual([
      undefined,
      true,
      true,
    ]);
    // Astro's parser of YAML refuses these, too; in the text no reader is harmed.
    expect(check("---\ntitle: A\u0092s\n---\n\nB\u0092s\n")).toMatch(/^note.md:2:9 {2}found the character U\+0092.*$/);
  });

  test("that is too large stops at once", () => {
    expect(check("- item\n".repeat(750_000))).toMatchInlineSnapshot(
      `"note.md:1  found a note of 5.0 MB, expected at most 2 MB → split it into several notes"`,
    );
  });

  test("with lists too deep", () => {
    expect(check("- ".repeat(3000))).toMatchInlineSnapshot(
      `"note.md:1  found a list more than 200 levels deep, expected at most 200 levels → break the list up, with headings or into notes"`,
    );
    const deep = deepen(201, "   ", "1. item");
    expect(checkNotes([file(deep)], { required: false }).map(({ line }) => line)).toEqual([201]);
    expect(check(`\`\`\`\n${"- ".repeat(3000)}\n\`\`\`\n`)).toBe("");
    expect(check(deepen(201, "\t", "-\titem"))).toMatch(/^note.md:201 /);
    expect(check(deepen(201, "  ", "- item", "> "))).toMatch(/^note.md:200 /);
  });

  test.each([
    ["in a list's item", "- ```sh\n  ls\n  ```\n", true],
    ["that ends with its item", "- ```sh\n  ls\n\nText.\n\n", true],
    ["that ends with its quotation", "> ```sh\n> ls\n\n", true],
    ["in an item, with another sign in it", "1. ~~~\n   ```\n   ~~~\n", true],
    ["between tabs", "-\t```\n\tls\n\t```\n\n", true],
    ["that is within a line", "```ls``` lists\n\n", true],
    ["that a longer mark ends", "```\nls\n`````\n", true],
    ["that no mark with words ends", "```\nls\n```sh\n", false],
    ["that no shorter mark ends", "````\nls\n```\n", false],
    ["that is not ended", "- - ~~~\n    ls\n\n", false, "    "],
  ])("with lists too deep behind code %s", (_, code, isTold, before = "") => {
    expect(check(`${code}${before}${"- ".repeat(3000)}\n`) !== "").toBe(isTold);
  });
});

test("files that other programs take for Markdown are told when they are passed over", () => {
  const problems = checkEndings(["a.md", "b.mdx", "sub/c.markdown", "sub.d/d.e.MD", "f.Mdx"]);
  expect(problems.map(({ file, found, mend }) => `${file} ${found} → ${mend}`)).toEqual([
    "sub/c.markdown a file that ends in .markdown, which is passed over → rename it to c.md",
    "sub.d/d.e.MD a file that ends in .MD, which is passed over → rename it to d.e.md",
    "f.Mdx a file that ends in .Mdx, which is passed over → rename it to f.mdx",
  ]);
});

describe("addresses", () => {
  test("are had by one note alone", () => {
    const files = ["a/Some Note.md", "a/some-note.mdx", "b/index.md", "b.md", "c.md", "c/map.md"];
    // Told apart by no eye, and by few file systems.
    const accents = tell([file("", "\u00fc.md"), file("", "u\u0308.md")], false);
    expect(accents).toContain("found the address /notes/\u00fc/, which u\u0308.md has too");
    expect(
      tell(
        files.map((path) => file("", path)),
        false,
      ),
    ).toMatchInlineSnapshot(`
      "a/some-note.mdx:1  found the address /notes/a/some-note/, which a/Some Note.md has too, expected an address of its own → rename one of the two files

      b/index.md:1  found the address /notes/b/, which b.md has too, expected an address of its own → rename one of the two files

      c/map.md:1  found the address /notes/c/map/, which the map of c.md has too, expected an address of its own → rename one of the two files"
    `);
  });

  test("need letters", () => {
    expect(check("", "notes/C#.md")).toMatchInlineSnapshot(
      `"notes/C#.md:1  found # in the file's name, expected a name of letters, digits and hyphens → rename the file"`,
    );
    expect(check("", "!!!/a.md")).toMatchInlineSnapshot(
      `"!!!/a.md:1  found a file or folder without a letter in its name, expected a name of letters, digits and hyphens → rename the file"`,
    );
  });
});

test("signs of addresses are told in the path of notes with pictures or code", () => {
  const files = [file("# Plain\n", "50%/a.md"), file("![x](x.png)\n", "50%/b.md"), file("", "c.mdx"), file("", "d.md")];
  const told = (folder: string) =>
    checkNotes(files, { required: false, folder }).map(({ file, found, mend }) => `${file} ${found} → ${mend}`);
  const found = "in the path of a note with pictures or code, which are not found there";
  expect(told("/home/notes")).toEqual([`50%/b.md % ${found} → rename the file or folder`]);
  expect(told("/home/C# notes")).toEqual([`50%/b.md # ${found} → rename /home/C# notes`]);
  expect(checkNotes(files.slice(3), { required: false, folder: "/home/what?" })).toEqual([]);
});

test("a message begins with what there is to do", () => {
  const problems = checkNotes([file("---\norder: x\n---\n", "a/b.md")], { required: false });
  expect(formatProblems(problems, "content/")).toMatchInlineSnapshot(`
    "1 problem in 1 file:

    content/a/b.md:2  order  found "x", expected a number → write order: 1"
  `);
});
