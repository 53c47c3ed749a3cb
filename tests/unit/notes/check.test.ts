import { markdownToMdast, mdxToJs, mdxToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { checkEndings, checkNotes, type NoteFile } from "../../../src/notes/check.ts";
import { checkGlossary } from "../../../src/notes/check-glossary.ts";
import type { MarkupNode } from "../../../src/notes/check-markup.ts";
import { formatProblems } from "../../../src/notes/problems.ts";

const mdx = { compile: mdxToJs, parse: mdxToMdast, components: ["Figure", "Now", "Then"] };
const complete = `---
title: Title
description: What it tells.
tags: [cloud]
published: 2015
reviewed: 2026-11-23
---
`;

function file(source: string | Uint8Array, path = "note.md"): NoteFile {
  return { path, bytes: typeof source === "string" ? new TextEncoder().encode(source) : source };
}

/** The message for other people's notes, without its first lines. */
function check(source: string | Uint8Array, path?: string): string {
  return tell([file(source, path)], false);
}

function tell(files: NoteFile[], required: boolean): string {
  const problems = checkNotes(files, { required, mdx });
  return problems.length ? formatProblems(problems).split("\n").slice(2).join("\n") : "";
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
    "---\nlayout: post\ntitle: 2024-01-05\ntags:\nsource: https://example.org\naliases: [x]\n---\n",
    "Rule:\n\n---\n\nText.\n\n---\n",
    `# ${"h".repeat(500)}`,
    Array.from({ length: 100 }, (_, level) => `${"  ".repeat(level)}- item`).join("\n"),
    "<script>alert(1)</script>\n\n# <img src=x onerror=alert(1)>",
    "- item\n\n".repeat(1000),
  ])("are taken as they are: %#", (source) => expect(check(source)).toBe(""));
});

describe("front matter", () => {
  test("with wrong values", () => {
    const source = `---
titel: Slip
tags: [Cloud Security, iam]
published: 2015/3/4
reviewed: 2015
order: "1"
sources:
  - publisher: IETF
    url: www.rfc-editor.org
  - RFC 1
markmap:
  maxwidth: 3
  color: url(x)
  extraJs: [https://example.org/x.js]
---
`;
    expect(check(source)).toMatchInlineSnapshot(`
      "note.md:2  titel  found a field that is not known, expected title → rename it
      note.md:4  published  found "2015/3/4", expected a date as YYYY, YYYY-MM or YYYY-MM-DD, or two years as YYYY/YYYY → write published: 2015-03-04
      note.md:5  reviewed  found 2015, expected a day as YYYY-MM-DD → write reviewed: 2026-11-23
      note.md:6  order  found "1", expected a number → write order: 1
      note.md:8  sources[0].title  found nothing, expected the title of the source → add title: RFC 9334
      note.md:9  sources[0].url  found "www.rfc-editor.org", expected an address that begins with https:// or http:// → write url: https://www.rfc-editor.org
      note.md:10  sources[1]  found "RFC 1", expected a source with its title → write - title: RFC 9334
      note.md:12  markmap.maxwidth  found a field that is not known, expected maxWidth → rename it
      note.md:13  markmap.color  found "url(x)", expected a colour or a list of them → write color: ["#2f6fab", teal]
      note.md:14  markmap.extraJs  found a list, expected nothing: a map takes no script or style from a note, so that no note can bring in foreign code → remove it"
    `);
  });

  test("that is no YAML", () => {
    expect(check("---\ntitle: Cloud: the basics\n---\n")).toMatchInlineSnapshot(
      `"note.md:2  title  found YAML that cannot be read (Nested mappings are not allowed in compact mappings), expected one field a line, as name: value → put a value that contains ": " in quotation marks, or indent fields of the same level alike"`,
    );
    expect(check('\n---\ntitle: "Cloud\n---\n')).toMatchInlineSnapshot(
      `"note.md:3  title  found YAML that cannot be read (Missing closing "quote), expected one field a line, as name: value → close the quotation mark or bracket"`,
    );
    expect(check('---\ntitle: x\ndescription: "open\ntags: [a]\norder: 1\n---\n')).toMatchInlineSnapshot(
      `"note.md:3  description  found YAML that cannot be read (Missing closing "quote), expected one field a line, as name: value → close the quotation mark or bracket"`,
    );
    expect(check("---\ntitle: x\ntags: [a, b\norder: 1\n---\n")).toMatchInlineSnapshot(
      `"note.md:3  tags  found YAML that cannot be read (Flow sequence in block collection must be sufficiently indented and end with a ]), expected one field a line, as name: value → close the quotation mark or bracket"`,
    );
    expect(check("---\ntitle: A\norder: 1\ntitle: B\n---\n")).toMatchInlineSnapshot(
      `"note.md:4  title  found YAML that cannot be read (Map keys must be unique), expected one field a line, as name: value → keep one of the two"`,
    );
    expect(check("---\ntags:\n\t- a\n---\n")).toMatchInlineSnapshot(
      `"note.md:3  found YAML that cannot be read (Tabs are not allowed as indentation), expected one field a line, as name: value → indent with spaces"`,
    );
  });

  test("tells one mistake once", () => {
    expect(check("---\ndescription: A: note: for\n---\n").split("\n")).toHaveLength(1);
    expect(check("---\nlang: xx_YY\n---\n").split("\n")).toHaveLength(1);
  });

  test("that is text between two rules", () => {
    const whole = (text: string) => `---\n\n${text}\n\n---\n\nMore.\n`;
    expect(check(whole("# Title"))).toMatchInlineSnapshot(
      `"note.md:1  found "# Title" between two lines of ---, which is read as fields and not shown, expected fields alone → write *** for a --- that is meant as a rule"`,
    );
    expect(check(whole("A plain Text: with a colon"))).toMatchInlineSnapshot(
      `"note.md:1  found "A plain Text: with a colon" between two lines of ---, which is read as fields and not shown, expected fields alone → write *** for a --- that is meant as a rule"`,
    );
    expect(check(whole("Text: with: colons"))).toMatchInlineSnapshot(
      `"note.md:1  found "Text: with: colons" between two lines of ---, which is read as fields and not shown, expected fields alone → write *** for a --- that is meant as a rule"`,
    );
    expect(check(whole("Text."))).toMatchInlineSnapshot(
      `"note.md:1  found "Text." between two lines of ---, expected fields such as title: … → write fields, or write *** for a --- that is meant as a rule"`,
    );
    expect(check(whole("layout: post"))).toBe("");
    expect(check("---\n# A comment\nLayout: post\n---\n")).toBe("");
  });

  test("whose values say no, or name a host", () => {
    const mendOf = (source: string) => check(`---\n${source}\n---\n`).replace(/.* → /, "");
    expect(mendOf("draft: no")).toBe("write draft: false");
    expect(mendOf("draft: perhaps")).toBe("write draft: true");
    expect(mendOf("sources: [{ title: x, url: www.example.org/a }]")).toBe("write url: https://www.example.org/a");
  });

  test("that is no front matter", () => {
    expect(check("---\ntitle: Open\n\nText.\n")).toMatchInlineSnapshot(
      `"note.md:1  found front matter without an end, expected a line of --- after its last field → add the line, or write *** for a --- that is meant as a rule"`,
    );
    expect(check("---\nText.\n---\n")).toMatchInlineSnapshot(
      `"note.md:1  found "Text." between two lines of ---, expected fields such as title: … → write fields, or write *** for a --- that is meant as a rule"`,
    );
    expect(check("+++\ntitle = 1\n+++\n")).toMatchInlineSnapshot(
      `"note.md:1  found front matter in TOML, between +++, expected YAML, between --- → write its fields as YAML"`,
    );
  });
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

  test("that is too large stops at once", () => {
    expect(check("- item\n".repeat(750_000))).toMatchInlineSnapshot(
      `"note.md:1  found a note of 5.0 MB, expected at most 2 MB → split it into several notes"`,
    );
  });

  test("with lists too deep", () => {
    expect(check("- ".repeat(3000))).toMatchInlineSnapshot(
      `"note.md:1  found a list more than 200 levels deep, expected at most 200 levels → break the list up, with headings or into notes"`,
    );
    const deep = Array.from({ length: 201 }, (_, level) => `${"   ".repeat(level)}1. item`).join("\n");
    expect(checkNotes([file(deep)], { required: false }).map(({ line }) => line)).toEqual([201]);
    expect(check(`\`\`\`\n${"- ".repeat(3000)}\n\`\`\`\n`)).toBe("");
  });
});

describe("MDX", () => {
  test.each(["<Now>\n\nText with {frontmatter.title}.\n\n</Now>\n", "import X from './x.js'\n\n<X a={1}/> {X}\n"])(
    "that is right is fine: %#",
    (source) => expect(check(source, "note.mdx")).toBe(""),
  );

  test("that cannot be read", () => {
    expect(check("---\ntitle: A\n---\n\n<Then>\n\nText.\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:5:1  found MDX that cannot be read (Expected a closing tag for \`<Then>\`), expected Markdown, components and {values} → close the component, with an empty line before its end, or write &lt; for a < that is text"`,
    );
    expect(check("Text {open\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:1:6  found MDX that cannot be read (Unexpected end of file in expression, expected a corresponding closing brace for \`{\`), expected Markdown, components and {values} → close the brace, or write \\{ for a brace that is text"`,
    );
    expect(check("<!-- comment -->\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:1:1  found MDX that cannot be read (Unexpected character \`!\` (U+0021) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\`), expected Markdown, components and {values} → write a comment as {/* … */}"`,
    );
    expect(check("See <https://example.org>.\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:1:5  found MDX that cannot be read (Unexpected character after \`<\`, expected a valid JSX tag), expected Markdown, components and {values} → write &lt; for a < that is text, and links as [text](address)"`,
    );
    expect(check("One<br>two\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:1:4  found MDX that cannot be read (Expected a closing tag for \`<br>\` before the end of \`paragraph\`), expected Markdown, components and {values} → end it in />, as in <br />"`,
    );
    expect(check("import x from\n", "note.mdx")).toMatchInlineSnapshot(
      `"note.mdx:1:14  found MDX that cannot be read (Could not parse esm with oxc: Unexpected token), expected Markdown, components and {values} → mend the import or export, or begin the line with another word"`,
    );
  });

  test("that names what is not there", () => {
    expect(check("<Noww>\n\nText {name}.\n\n</Noww>\n\n<Tabs/>\n", "note.mdx")).toMatchInlineSnapshot(`
      "note.mdx:1:1  found <Noww>, expected one of Figure, Now, Then → write <Now>
      note.mdx:3:6  found {name}, expected a value that the note defines → write \\{name} for braces that are text
      note.mdx:7:1  found <Tabs>, expected one of Figure, Now, Then → use one of these, or import it at the top of the note"
    `);
  });
});

describe("pictures, links and components", () => {
  const markup = {
    parse: (source: string, isMdx: boolean) => (isMdx ? mdxToMdast(source) : markdownToMdast(source)) as MarkupNode,
    lookAt: (path: string) =>
      path === "notes/fine.png" || path === "notes/fi ne.png" || path === "own/map.svg"
        ? "fine"
        : path.endsWith("sub")
          ? "folder"
          : path.endsWith("bad.png")
            ? "unreadable"
            : "missing",
    findPicture: (name: string) => (/^(?:fine|bad)\.png$/.test(name) ? `notes/${name}` : undefined),
    drawings: ["failover.svg"],
    isLanguage: (name: string) => name === "sh",
  } as const;
  const look = (source: string, path = "notes/note.md") =>
    checkNotes([file(source, path)], { required: false, mdx, markup }).map(
      ({ line, column, found, mend, isHarmless }) =>
        `${line}:${column} ${found} → ${mend}${isHarmless ? " (harmless)" : ""}`,
    );

  test("that are right are fine", () => {
    expect(
      look("---\ntitle: A\n---\n\n![x](fine.png) ![](../notes/fine.png) [y](b%20c.md#x) 50%\n\n```sh\n```\n"),
    ).toEqual([]);
    expect(look('<Figure src="failover.svg" alt="x"/>\n\n<Then date="2015">\n\nx\n\n</Then>\n', "a.mdx")).toEqual([]);
  });

  test("in Markdown", () => {
    const source = `---
title: A
---

- ![sale](50%off.png)
- ![x](nope.png) ![b](bad.png)
- ![r](https://example.org/x.png)
- <img src="sub"> <img src="fine.png">
- [y](%zz.md#x)

\`\`\`klingon
\`\`\`
`;
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "5:3 a % that begins no letter's code in ![sale](50%off.png) → write 50%25off.png",
        "6:3 ![x](nope.png), where there is no such file → put the picture at nope.png, as seen from the note, or mend its name",
        "6:18 ![b](bad.png), a file that is no picture → put a picture there, or mend the name",
        "7:3 a picture from elsewhere, ![r](https://example.org/x.png), which pages may not load → keep the file beside the note and write its name (harmless)",
        "8:3 <img src="sub">, which is a folder → put a picture there, or mend the name",
        "8:19 <img src="fine.png"> → write ![what it shows](fine.png) (harmless)",
        "9:3 a % that begins no letter's code in the link %zz.md#x → write %25zz.md#x",
        "11:1 code of the language “klingon” → write another, or text for code without colours (harmless)",
      ]
    `);
  });

  test("in links to files that do not come to the site", () => {
    const fine = `[map](map.svg) [that](../other/map.html#x) [note](b.md) [page](../tpm/) [v](v1.2) [a](/x.pdf) [q](?a.b)

[feed](../../../rss.xml) [m](mailto:a@b.org) [t](tel:1.2) [h](//example.org/a.pdf) [p](#a.b)

[unused]: foo.txt
`;
    expect(look(fine)).toEqual([]);
    const source = `See [paper](nope.pdf#page=2), [picture](fine.png) and [site](example.org?a#b).

<a href="../fine.png">x</a> [folder](v2.sub) [me](me@example.org) [blank](fi%20ne.png)
[www](www.museum.example/a)

> [ref]

> [ref]: notes.docx
`;
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "1:5 a link to nope.pdf#page=2, where there is no such file → mend its name, or take the link out (harmless)",
        "1:31 a link to fine.png, whose file does not come to the site → put the file into public/ and write /fine.png (harmless)",
        "1:55 a link to example.org?a#b, which leads nowhere → write https://example.org?a#b (harmless)",
        "3:1 a link to ../fine.png, where there is no such file → mend its name, or take the link out (harmless)",
        "3:29 a link to v2.sub, which is a folder → write v2.sub/ (harmless)",
        "3:46 a link to me@example.org, which leads nowhere → write mailto:me@example.org (harmless)",
        "3:67 a link to fi%20ne.png, whose file does not come to the site → put the file into public/ and write /fi%20ne.png (harmless)",
        "4:1 a link to www.museum.example/a, which leads nowhere → write https://www.museum.example/a (harmless)",
        "8:3 a link to notes.docx, where there is no such file → mend its name, or take the link out (harmless)",
      ]
    `);
    expect(look('<a href="nope.pdf">x</a>\n', "a.mdx")).toMatchInlineSnapshot(`
      [
        "1:1 a link to nope.pdf, where there is no such file → mend its name, or take the link out (harmless)",
      ]
    `);
    // A file of the note's own is not what the site has by its name.
    expect(look("[x](map.svg)\n", "own/note.md")).toHaveLength(1);
  });

  test("in HTML that pages leave out", () => {
    const source = `<details><summary>Fine</summary><b>x</b> <!-- <iframe> --></details>

\`Vec<T>\` and Vec<T>

<iframe src="https://example.org/"></iframe>

<Then date="2015">

- <video controls src="a.mp4"></video>

<style>
p { color: red }
</style>

<script>
alert(1)

Text that nobody sees.
`;
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "3:17 <T>, which pages leave out → write it as Markdown, or write &lt; for a < that is text (harmless)",
        "5:1 <iframe>, which pages leave out → link to it, as [what it shows](address) (harmless)",
        "7:1 <Then>, which pages leave out → end the file's name in .mdx if it is a component, or write &lt; for a < that is text (harmless)",
        "9:3 <video>, which pages leave out → link to it, as [what it shows](address) (harmless)",
        "11:1 <style>, which pages leave out → take it out: nothing in a note runs, or changes how a page looks (harmless)",
        "15:1 <script> without its end, which hides all below it → close it, or write &lt;script> where it is text (harmless)",
      ]
    `);
    expect(look("Shown. <!-- aside -->\n\n<!-->\n\n<!-- never closed\n\n## Hidden\n")).toMatchInlineSnapshot(`
      [
        "5:1 <!-- without its end, which hides all below it → close it, or write &lt;!-- where it is text (harmless)",
      ]
    `);
    expect(look('<video src="a.mp4" />\n\nA <kbd>key</kbd>, <font>old</font>.\n', "a.mdx")).toMatchInlineSnapshot(`
      [
        "1:1 <video>, which pages leave out → link to it, as [what it shows](address) (harmless)",
        "3:19 <font>, which pages leave out → write it as Markdown, or write &lt; for a < that is text (harmless)",
      ]
    `);
  });

  test("in footnotes that no page would show", () => {
    const fine = "---\ntitle: x\n---\n\nA[^a] and \\[^a-z] and `[^b-z]`, B[^A].\n\n[^a]: One.\n";
    expect(look(fine)).toEqual([]);
    const source = `---
title: A
---

One[^a], two,
three [^tw], four [^z]: and [^My Note].

[^a]: First.
[^a]: Second.
[^two]: Never referred to.

[^My Note]: Words
`;
    for (const name of ["a.md", "a.mdx"]) {
      expect(look(source, name).join("\n")).toMatchInlineSnapshot(`
        "6:7 [^tw], a footnote that is not defined → write [^two] (harmless)
        6:19 [^z], a footnote that is not defined → add the line, or write \\[^z] where it is text (harmless)
        6:29 [^My Note], a footnote that is not defined → write [^my-note] (harmless)
        9:1 a second footnote [^a], which pages leave out; the first is on line 8 → rename it, or join the two (harmless)
        10:1 the footnote [^two], to which nothing refers, and which pages leave out → refer to it, or take it out (harmless)
        12:1 the footnote [^My Note], which pages do not show → write [^my-note], here and where it is referred to (harmless)"
      `);
    }
  });

  test("in HTML that does not end", () => {
    const fine = "<details><summary>x</summary>\n\nText <b>bold</b>, <p>one<p>two<br>\n\n</details>\n";
    expect(look(fine)).toEqual([]);
    const source = `Text.

<div>

<details>
<summary>More</summary>

Hidden. <!-- </details> --> <DETAILS>Inner</DETAILS>

- an <em>item

</div>
`;
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "5:1 <details> without its end, which folds away all below it → close it, or write &lt;details> where it is text (harmless)",
        "10:6 <em> without its end, which holds all below it → close it, or write &lt;em> where it is text (harmless)",
      ]
    `);
  });

  test("in embeds", () => {
    const fine =
      "![[fine.png]] ![[fine.png|300]] ![[other note#part|words]] `![[x.png]]` %% ![](nope.png) ![[x.png]] %%\n";
    expect(look(fine)).toEqual([]);
    const source = "---\ntitle: A\n---\n\nOne ![[nope.png|300]] and\n![[bad.png]], ![[v1.2 paper.pdf#page=2]].\n";
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "5:5 ![[nope.png|300]], where there is no such file → put a picture nope.png into it, or mend its name (harmless)",
        "6:1 ![[bad.png]], a file that is no picture → put a picture there, or mend the name",
        "6:15 ![[v1.2 paper.pdf#page=2]], which pages do not show → link to it, as [what it shows](address) (harmless)",
      ]
    `);
    expect(look("![[fine.png]] ![[note]]\n", "a.mdx")).toMatchInlineSnapshot(`
      [
        "1:1 ![[fine.png]] in MDX, where it is text → write ![what it shows](path/to/fine.png) (harmless)",
        "1:15 ![[note]] in MDX, where it is text → write [[note]] (harmless)",
      ]
    `);
  });

  test("in what MDX imports", () => {
    expect(look('import { a } from "./fine.png?url"\nimport "astro"\n\n{a}\n', "notes/a.mdx")).toEqual([]);
    expect(look("Text.\n\nimport X, {\n  y\n} from './nope.js'\n\n{X}\n", "notes/a.mdx")).toMatchInlineSnapshot(`
      [
        "3:1 an import of ./nope.js, where there is no such file → mend it, or take the import out",
      ]
    `);
  });

  test("in MDX", () => {
    const source =
      '<Figure src="failovr.svg" alt="x"/>\n\n<Figure src="failover.svg"/>\n\n<Then date="2015-13">\n\nx\n\n</Then>\n\n<Then>\n\nx\n\n</Then>\n';
    expect(look(source, "a.mdx")).toMatchInlineSnapshot(`
      [
        "1:1 <Figure src="failovr.svg"> → write src="failover.svg"",
        "3:1 <Figure> without alt → add alt="…"",
        "5:1 <Then date="2015-13"> → write <Then date="2015-03">",
        "11:1 <Then> without date → write <Then date="2015-03">",
      ]
    `);
  });
});

describe("the glossary", () => {
  const tellGlossary = (text: string) =>
    formatProblems(checkGlossary(text, "glossary.yaml")).split("\n").slice(2).join("\n");

  test("that is right is fine", () => {
    expect(checkGlossary("# Terms\n- term: TPM\n  definition: Chip.\n  synonyms: [a, 2]\n", "glossary.yaml")).toEqual(
      [],
    );
  });

  test("that cannot be read, is no list or has wrong fields", () => {
    expect(tellGlossary("- term: ZZ\n  definition: x: y: z\n")).toMatchInlineSnapshot(
      `"glossary.yaml:2:15  definition  found YAML that cannot be read (Nested mappings are not allowed in compact mappings), expected a list of terms, one field a line, as name: value → put a value that contains ": " in quotation marks, or indent fields of the same level alike"`,
    );
    expect(tellGlossary("- term: ZZ\n definition: x\n")).toMatchInlineSnapshot(
      `"glossary.yaml:2:1  definition  found YAML that cannot be read (Sequence item without - indicator), expected a list of terms, one field a line, as name: value → indent it as far as the field above it"`,
    );
    expect(tellGlossary("")).toMatchInlineSnapshot(
      `"glossary.yaml:1:1  found nothing in the whole file, expected a list of terms → begin each term with - term: …, or remove the file"`,
    );
    expect(tellGlossary("term: ZZ\n")).toMatchInlineSnapshot(
      `"glossary.yaml:1:1  found a group of fields in the whole file, expected a list of terms → begin each term with - term: …, or remove the file"`,
    );
    expect(tellGlossary("- term: A\n  definition: a\n- term: ZZ\n  defintion: x\n")).toMatchInlineSnapshot(`
      "glossary.yaml:3  “ZZ” definition  found nothing, expected one plain sentence → add definition: Chip that keeps keys.
      glossary.yaml:4  “ZZ” defintion  found a field that is not known, expected definition → rename it"
    `);
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
