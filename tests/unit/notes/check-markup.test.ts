import { markdownToMdast, mdxToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { checkNotes } from "../../../src/notes/check.ts";
import type { MarkupNode } from "../../../src/notes/markup.ts";
import { file, mdx } from "./told.ts";

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
    hasPackage: (name: string) => name === "astro",
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

  test("a component of the note's own is one that it defines, and not one that a path or a text names", () => {
    const figure = '\n\n<Figure src="nope.svg" alt="x"/>\n';
    expect(look(`export const Figure = () => null${figure}`, "a.mdx")).toEqual([]);
    expect(look(`export const kind = 'Fig\\'s' + "Figure" + \`Figure\`${figure}`, "a.mdx")).toHaveLength(1);
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

  test("in links and pictures that stay text", () => {
    expect(
      look(
        "[a][b] and [c][], `x [e][f]`, a[0][1], \\[g][h], [see](it now). [[x]] ![i](<my pic.png>)\n\n[b]: x.md\n[c]: y.md\n",
      ),
    ).toEqual([expect.stringContaining("my pic.png")]);
    const source = `![a](my pic.png) and
[y](My Folder/my note.md#x), ([missing][nope],
[Ab][abd]), ![p][].

[abc]: https://example.org/
`;
    for (const name of ["a.md", "a.mdx"]) {
      expect(look(source, name).join("\n")).toMatchInlineSnapshot(`
        "1:1 ![a](my pic.png), which stays text → write ![a](<my pic.png>) (harmless)
        2:1 [y](My Folder/my note.md#x), which stays text → write [y](<My Folder/my note.md#x>) (harmless)
        2:31 [missing][nope], which stays text → add the line, or write \\[missing][nope] where it is text (harmless)
        3:1 [Ab][abd], which stays text → write [Ab][abc] (harmless)
        3:13 ![p][], which stays text → add the line, or write \\![p][] where it is text (harmless)"
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

  test("behind comments, which are not looked into", () => {
    const source = "A %%secret%% line ![x](nope.png)\n";
    expect(look(source)).toMatchInlineSnapshot(`
      [
        "1:19 ![x](nope.png), where there is no such file → put the picture at nope.png, as seen from the note, or mend its name",
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

  test("in marks of the other kind of notes", () => {
    expect(look("One %%hidden%% word.\n\n`%%code%%` 5%%, 6%%\n", "a.mdx")).toMatchInlineSnapshot(`
      [
        "1:5 %%…%% in MDX, where it is text that readers see → write {/* … */} (harmless)",
      ]
    `);
    expect(look("## Fold {/* markmap: fold */}\n\n`{/* markmap: fold */}` %%hidden%%\n")).toMatchInlineSnapshot(`
      [
        "1:9 a comment of MDX in Markdown, where it is text that readers see → write <!-- markmap: … --> (harmless)",
      ]
    `);
    expect(look("## Fold {/* markmap: fold */}\n", "a.mdx")).toEqual([]);
  });

  test("in marks of other programs", () => {
    const boxes = '!!! note "Title"\n    Text.\n\n??? tip\n    Text.\n\n:::tip[Title]\nText.\n:::\n\n- ::: warning\n';
    expect(look(boxes)).toMatchInlineSnapshot(`
      [
        "1:1 a box as other programs write it, which readers see as text → write > [!note] Title, and > before each line (harmless)",
        "4:1 a box as other programs write it, which readers see as text → write > [!note] Title, and > before each line (harmless)",
        "7:1 a box as other programs write it, which readers see as text → write > [!note] Title, and > before each line (harmless)",
        "11:3 a box as other programs write it, which readers see as text → write > [!note] Title, and > before each line (harmless)",
      ]
    `);
    expect(look("One ==two three== four, a==b and c==d, `==x==` \\==y==, a == b == c\n", "a.mdx"))
      .toMatchInlineSnapshot(`
      [
        "1:5 ==…==, where readers see the marks → write **…** (harmless)",
      ]
    `);
    expect(look("{{< youtube x >}} and {% include y.html %}, 5 {%} `{% z %}`\n")).toMatchInlineSnapshot(`
      [
        "1:1 a shortcode of another program, which readers see as text → write what it stands for, or \`…\` around it where it is meant to be seen (harmless)",
        "1:23 a shortcode of another program, which readers see as text → write what it stands for, or \`…\` around it where it is meant to be seen (harmless)",
      ]
    `);
    expect(look("Why:::not !!! ???\n\n!!!\n\n:::\n\n===\n")).toEqual([]);
  });

  test("in anchors that several headings were given", () => {
    const headings = "# A {#x}\n\n## B {: .y #x}\n\n## C {#z}\n\nText {#z}\n\n### `D` {#x}\n";
    expect(look(headings)).toMatchInlineSnapshot(`
      [
        "3:1 {#x} again → give it another (harmless)",
        "9:1 {#x} again → give it another (harmless)",
      ]
    `);
    expect(look("## A \\{#x}\n\n## B \\{#x}\n", "a.mdx")).toHaveLength(1);
  });

  test("in what MDX imports", () => {
    expect(look('import { a } from "./fine.png?url"\nimport "astro"\n\n{a}\n', "notes/a.mdx")).toEqual([]);
    expect(look("Text.\n\nimport X, {\n  y\n} from './nope.js'\n\n{X}\n", "notes/a.mdx")).toMatchInlineSnapshot(`
      [
        "3:1 an import of ./nope.js, where there is no such file → mend it, or take the import out",
      ]
    `);
  });

  test("in so many pieces of HTML that seeking each end in all that follows would take minutes", () => {
    const piece = `${"<iframe name=x>".repeat(20)}\n\n`;
    expect(look(piece.repeat(6000))).toHaveLength(120_000);
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
