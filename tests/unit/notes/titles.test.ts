import { describe, expect, test } from "vitest";
import { describeNote, titleNote } from "../../../src/notes/titles.ts";

describe("the title", () => {
  test("comes from the front matter before all", () => {
    expect(titleNote({ title: "Mine" }, "# Other", "file.md")).toBe("Mine");
  });

  test("is as a heading that says the same shows it", () => {
    expect(titleNote({ title: 'The "one"' }, '# Other\n\n# The "one"', "file.md")).toBe("The “one”");
    expect(titleNote({ title: 'The "one"' }, "# Other", "file.md")).toBe('The "one"');
  });

  test("says nothing of a script in MDX either", () => {
    expect(titleNote({}, "# <script>alert(1)</script> head", "file.mdx")).toBe("head");
  });

  test.each([
    ["# The `code` of **bold** [links](x.md) #", "The code of bold links"],
    ["Text.\n\n## Deep _first_\n\n# Later", "Later"],
    ["Deep\n---\n\n<h2>x</h2>\n\nLater\n==", "Later"],
    ["Under\nlined\n======", "Under lined"],
    ['<h1 align="center">In <em>HTML</em></h1>', "In HTML"],
    ['<h1 align="center">\n  <img src="l.png" alt="Logo"><br>\n  Over <em>lines</em>\n</h1>\n\n# Later', "Over lines"],
    ["<h1>\nWith an empty line\n\n# Later", "Later"],
    ['<p align="center"><img src="l.png"></p>\n<h1>\nBehind a picture\n</h1>', "Behind a picture"],
    ["<h2\n>\nx\n</h2>\n# Later", "Later"],
    ["```sh\n# no heading\n```\n\n# Heading", "Heading"],
    ["<!-- # no heading -->\n\n# [[tpm#pcr|The PCRs]] &amp; more", "The PCRs & more"],
    ["import X from './x'\n\n# After the import", "After the import"],
    ["# snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"],
    ["Words.\n\nA -> B\n===", "A -> B"],
    ["<!-- to do\n\n# Old\n-->\n\n# Public", "Public"],
    ["{/* to do\n\n# Old\n*/}\n\n# Public", "Public"],
    ["Words\n<!-- a\n\n# Old -->\n<pre>\n\n# Old\n</pre>\n# Public", "Public"],
    ["- item\n\n  # In the item\n\n> # Quoted\n\n# Real", "Real"],
    ["```inline``` code begins this line.\n\n# Real", "Real"],
    [
      "# The \\_\\_init\\_\\_ and \\*args\\*, \\<b\\> and `a\\_b` \\`c\\`",
      "The __init__ and *args*, <b> and a\\_b `c`",
    ],
    ["#\n# Second", "Second"],
    ["# 1. First of all", "1. First of all"],
    ["# With an anchor {#given}", "With an anchor"],
    ["# Foo<br>bar", "Foo bar"],
    ['# Spaces & "quotes" -- it\'s `"code"`...', 'Spaces & “quotes” – it’s "code"…'],
    ["# <script>alert(1)</script> head <b>of <style>b{}</style>all</b>", "head of all"],
    ["# ![The logo|300](l.png)", "The logo"],
    ["# Tool [![build](b.svg)](x) ![docs][d]\n\n[d]: d.svg", "Tool"],
    [
      "# [Lambda](https://e.org/Lambda_(service)) and [Keep a Changelog]\n\n[keep a changelog]: x",
      "Lambda and Keep a Changelog",
    ],
    [`# ${"long ".repeat(100)}`, "long ".repeat(100).trim()],
  ])("else from the first heading of level 1: %j", (body, title) => {
    expect(titleNote({}, body, "file.md")).toBe(title);
    expect(titleNote({}, body.replaceAll("\n", "\r\n"), "file.md")).toBe(title);
  });

  test("of several first headings below another none is the whole's", () => {
    const releases = "## 2.0.1\n\n- Mended\n\n# 2.0.0\n\n- Added\n\n# 1.0.0\n";
    expect(titleNote({}, releases, "change-log.md")).toBe("Change log");
    expect(titleNote({}, releases.replace(/^##.*/, "Words."), "change-log.md")).toBe("2.0.0");
  });

  test.each([
    ["risk-and_audit.md", "Risk and audit"],
    ["ciso/index.mdx", "Ciso"],
    ["index.md", "Index"],
    ["aws.d/Index.md", "Aws.d"],
    ["aws.d/-risk.v2.md", "Risk.v2"],
    ["_.md", "_"],
    ["notes/AWS IAM.md", "AWS IAM"],
    ["incident-response.md", "Incident response"],
    ["2024-01-05.md", "2024-01-05"],
    ["sha-256_sums.md", "Sha 256 sums"],
    ["01-introduction.md", "01 introduction"],
    ["COVID-19 notes.md", "COVID-19 notes"],
    ["Zero-Trust.md", "Zero Trust"],
    ["iPhone.md", "iPhone"],
    ["Q&A IAM/index.md", "Q&A IAM"],
  ])("else from the file's name: %s", (path, title) => {
    expect(titleNote({}, "#\n\nText.", path)).toBe(title);
    expect(titleNote({}, "## A part\n\n- item\n\n## Another\n\nUnder\n---\n", path)).toBe(title);
  });
});

describe("the description", () => {
  test.each([
    ["# Title\n\nFirst *sentence*, e.g. this one. Second.", "First sentence, e.g. this one."],
    ["The U.S. Army and Dr. Smith, vs. Others. Second.", "The U.S. Army and Dr. Smith, vs. Others."],
    ["[![badge](b.svg)](x)\n\n![picture](p.png)\n\nWords\nover two lines! More.", "Words over two lines!"],
    ["> Quoted.\n\n- item\n  more\n\n1. one\n\n| a | b |\n|---|---|\n\n    code\n\nAt last.", "At last."],
    ["<Then>\n\nWhat was.\n\n</Then>", "What was."],
    ["Title\n---\n\nUse `a * b` and **c**.", "Use a * b and c."],
    ["First has <https://e.org> in it. Second.", "First has https://e.org in it."],
    ["- item\n\n  Its own words.\n\n  > Quoted.\n\nAt last.", "At last."],
    ["* item\n* more\nlazy\n\n\tIts own words.\n\nAt last.", "At last."],
    ["k | v\n--|:-:\na | 1\n\nAt last.", "At last."],
    ["<!-- Ask\n\nBob. -->\n\nAt last.", "At last."],
    ["<!-- Ask Bob. -->\n\nAt last.", "At last."],
    ["Words | with a bar\nand more.", "Words | with a bar and more."],
    ["Export controls bind exporters.", "Export controls bind exporters."],
    ["See [Lambda](https://e.org/Lambda_(service)) now. Second.", "See Lambda now."],
    ["![x](y_(z).png) now", "x now"],
    ['[text](<a b.md> "t (x)") end', "text end"],
    ["Kept as in [Keep a\nChangelog].\n\n[Keep a Changelog]: https://e.org", "Kept as in Keep a Changelog."],
    ["Not defined: [Keep] it[^1].\n\n[other]: x", "Not defined: [Keep] it[^1]."],
    ["Noted[^1] here.\n\n[^1]: Note.", "Noted here."],
    ["A [link with [brackets] in](x.md) it.", "A link with [brackets] in it."],
    ["Para one<br>two <b>three</b>.", "Para one two three."],
    ["First\\\nsecond line.", "First second line."],
    ["Caf&eacute; &#39;x&#39;", "Café 'x'"],
    ["a <me@x.org> b", "a me@x.org b"],
    ["#\n# Second", ""],
    ["text\n***", "text"],
    ["text\n    # indented", "text # indented"],
    ["See [[tpm\\|TPM]] and `[[tpm]]`.", "See TPM and [[tpm]]."],
    ["See [[tpm#Remote attestation]], [[#Own|own #1]] and [[C#]].", "See Remote attestation, own #1 and C#."],
    ["See [[b/deep-note]] and [[../c.md]] or [[d#a/b]].", "See deep-note and c.md or a/b."],
    ["The reviewed words. ^k1", "The reviewed words."],
    ["# Only a heading", ""],
    ["", ""],
  ])("is the first sentence of %j", (body, description) => {
    expect(describeNote({}, body, "file.md")).toBe(description);
    expect(describeNote({}, body.replaceAll("\n", "\r\n"), "file.md")).toBe(description);
  });

  test.each([
    ['Words {/* why */} and <Term of={1 > 0 ? "a" : "b"}>more</Term>{" "}words.', "Words and more words."],
    ["Words<br/>and <Now>more.\n\nElse.</Now>", "Words and more."],
  ])("is read as MDX where the note is: %j", (body, description) => {
    expect(describeNote({}, body, "file.mdx")).toBe(description);
  });

  test("is cut at a word when the sentence is long", () => {
    const description = describeNote({}, "word ".repeat(100), "file.md");
    expect(description).toMatch(/^(word )+word…$/);
    expect(description.length).toBeLessThanOrEqual(201);
  });

  test("is cut between letters when there is no other way", () => {
    expect(describeNote({}, `a${"漢".repeat(98)}${"😀".repeat(60)}`, "file.md")).toBe(`a${"漢".repeat(98)}…`);
  });

  test("comes from the front matter before all", () => {
    expect(describeNote({ description: "Mine." }, "Other.", "file.md")).toBe("Mine.");
  });
});
