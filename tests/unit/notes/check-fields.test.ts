import { describe, expect, test } from "vitest";
import { check, file, tell } from "./told.ts";

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
      note.md:5  reviewed  found 2015, expected a day as YYYY-MM-DD → write reviewed: 2015-01-01
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

  test("whose values begin or end with signs of YAML's own", () => {
    const mendOf = (source: string) => check(`---\n${source}\n---\n`).replace(/, expected .* → /, " → ");
    expect(mendOf("title: !important words")).toMatchInlineSnapshot(
      `"note.md:2  title  found YAML that cannot be read (Unresolved tag: !important) → put the value in quotation marks"`,
    );
    expect(mendOf("tags:\n  - !todo")).toMatchInlineSnapshot(
      `"note.md:3  found YAML that cannot be read (Unresolved tag: !todo) → put the value in quotation marks"`,
    );
    expect(mendOf("title: *Star*\norder: 1")).toMatchInlineSnapshot(
      `"note.md:2  title  found YAML that cannot be read (Unresolved alias: *Star*) → put the value in quotation marks"`,
    );
    expect(mendOf("order: 1\ntitle: *")).toMatchInlineSnapshot(
      `"note.md:3  title  found YAML that cannot be read (Alias cannot be an empty string) → put the value in quotation marks"`,
    );
    expect(mendOf('title: "Zero Trust" explained')).toMatchInlineSnapshot(
      `"note.md:2  title  found YAML that cannot be read (Unexpected scalar at node end) → put the whole value in quotation marks, of the kind that it does not hold"`,
    );
    expect(mendOf("title: 'it's'")).toMatchInlineSnapshot(
      `"note.md:2  title  found YAML that cannot be read (Unexpected scalar at node end) → put the whole value in quotation marks, of the kind that it does not hold"`,
    );
    for (const right of ["title: !!str 3", "title: &a x\ndescription: *a"]) expect(mendOf(right)).toBe("");
  });

  test("with aliases beyond all measure", () => {
    const levels = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [at, name] of [..."bcdefghi"].entries())
      levels.push(`${name}: &${name} [${"*".concat("abcdefgh"[at] ?? "", ", ").repeat(9)}]`);
    expect(check(`---\n${levels.join("\n")}\n---\n`)).toContain('note.md:1  found "aliases without end"');
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
    expect(check(whole("kanban-plugin: basic"))).toBe("");
    expect(check("---\n# A comment\nLayout: post\n---\n")).toBe("");
  });

  test("whose lists hold what is no text", () => {
    expect(check("---\naliases: [true, [x]]\n---\n")).toMatchInlineSnapshot(`
      "note.md:2  aliases[0]  found true, expected another name → write "true"
      note.md:2  aliases[1]  found a list, expected another name → write TPM chip"
    `);
  });

  test("whose words YAML reads as other numbers", () => {
    const source = `title: 1.10
aliases: [007, 8, "9.0", 1e3]
tags: [2.0, go]
order: 1.0
published: 2015
sources:
  - title: PCI DSS
    identifier: 4.0
    year: 02015
  - title: "1.0"
    identifier: 800
weight: 1.0`;
    expect(check(`---\n${source}\n---\n`)).toMatchInlineSnapshot(`
      "note.md:2  title  found 1.10, which YAML reads as the number 1.1, expected words → write "1.10", in quotation marks
      note.md:3  aliases[0]  found 007, which YAML reads as the number 7, expected words → write "007", in quotation marks
      note.md:3  aliases[3]  found 1e3, which YAML reads as the number 1000, expected words → write "1e3", in quotation marks
      note.md:4  tags[0]  found 2.0, which YAML reads as the number 2, expected words → write "2.0", in quotation marks
      note.md:9  sources[0].identifier  found 4.0, which YAML reads as the number 4, expected words → write "4.0", in quotation marks"
    `);
  });

  test("whose names Astro cannot store", () => {
    expect(check("---\n__proto__: x\nconstructor: y\ncssclasses:\n  - __proto__: z\n---\n")).toMatchInlineSnapshot(`
      "note.md:2  __proto__  found a name that no field can have, expected another name → rename it
      note.md:5  cssclasses[0].__proto__  found a name that no field can have, expected another name → rename it"
    `);
    expect(check("---\nmarkmap: { constructor: 1 }\n---\n")).toContain(
      "markmap.constructor  found a field that is not known",
    );
    expect(check("---\ncssclasses: &a [*a]\n---\n")).toBe("");
  });

  test("whose values say no, or name a host", () => {
    const mendOf = (source: string) => check(`---\n${source}\n---\n`).replace(/.* → /, "");
    expect(mendOf("draft: no")).toBe("write draft: false");
    expect(mendOf("draft: perhaps")).toBe("write draft: true");
    expect(check("---\nDraft: true\npublished: false\n---\n")).toBe("");
    expect(mendOf("sources: [{ title: x, url: www.example.org/a }]")).toBe("write url: https://www.example.org/a");
  });

  test("as one word or in quotation marks, which are named as they are meant", () => {
    const mendOf = (source: string) => /write (.*)/.exec(tell([file(`---\n${source}\n---\n`)], true))?.[1];
    expect(mendOf("tags: hardware")).toBe("tags: [hardware]");
    expect(mendOf("tags: Secure Boot, TPM")).toBe("tags: [secure, boot, tpm]");
    expect(mendOf("aliases: New alias")).toBe('aliases: ["New alias"]');
    expect(mendOf('order: "7"')).toBe("order: 7");
    expect(mendOf('markmap: { maxWidth: "240" }')).toBe("maxWidth: 240");
    expect(mendOf('markmap: { maxWidth: "-1" }')).toBe("maxWidth: 300");
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
