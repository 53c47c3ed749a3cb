import { describe, expect, test } from "vitest";
import { check } from "./told.ts";

describe("MDX", () => {
  test.each([
    "<Now>\n\nText with {frontmatter.title}.\n\n</Now>\n",
    "import X from './x.js'\n\n<X a={1}/> {X}\n",
    "<X /> {answer}\n\nimport X from './x.js'\n\nexport const answer = 42\n",
    "export const Note = () => <p>Don't</p>\nexport const Warn = () => <p>It isn't</p>\n\n<Note /> <Warn />\n",
    "export const total = 4 // this year's\nexport const sum = 5, Rest = 'a', last = 'b' // next year's\n\n{total + sum + last} <Rest />\n",
    "import A, { B as C } from './x.js'\nimport * as E from './y.js'\nexport * as F from './z.js'\n\n<A /> <C /> <E.G /> <F.G />\n",
    "export const {\n  a: { b },\n  c = {},\n} = data, [\n  d,\n  ...e\n] = data\nexport function* F() {}\nexport class G {}\n\n{b + c + d + e} <F /> <G />\n",
    "{Math.PI} {import.meta.url} {Infinity}\n",
    "{frontmatter.title} {props.a} {undefined} {null} {true} {false} {NaN}\n",
  ])("that is right is fine: %#", (source) => expect(check(source, "note.mdx")).toBe(""));

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
