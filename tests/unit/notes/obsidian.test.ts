import { describe, expect, test } from "vitest";
import { titleCallouts } from "../../../src/notes/callouts.ts";
import { indexFiles } from "../../../src/notes/embeds.ts";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { dropComments, fromObsidian } from "../../../src/notes/obsidian.ts";

const FILES = [
  "att/deep/pic.png",
  "att/pic.png",
  "My pic (1).png",
  "notes/near.png",
  "att/a_b*c.png",
  "Über.PNG",
  "v1.2 map.png",
];
const NOTE = "notes/sub/note.md";
const find = indexFiles(FILES);
const read = (markdown: string) => fromObsidian(markdown, NOTE, (name) => find(name, NOTE));

describe("embeds", () => {
  test.each([
    ["![[pic.png]]", "![pic](<../../att/pic.png>)"],
    ["![[deep/pic.png|Words]]", "![Words](<../../att/deep/pic.png>)"],
    ["![[a_b*c.png]]", "![a\\_b\\*c](<../../att/a_b*c.png>)"],
    ["![[v1.2 map.png]]", "![v1.2 map](<../../v1.2%20map.png>)"],
    ["![[../near.png]]", "![near](<../../notes/near.png>)"],
    ["![[my pic (1).png|300]]", "![my pic (1)\\|300](<../../My%20pic%20(1).png>)"],
    ["| ![[u\u0308ber.png\\|30x20]] |", "| ![u\u0308ber\\|30x20](<../../%C3%9Cber.PNG>) |"],
    ["a ![[Other note#Part|words]] b", "a [[Other note#Part|words]] b"],
  ])("%s becomes %s", (written, markdown) => expect(read(written)).toBe(markdown));

  test.each([
    "![[nowhere.png]]",
    "![[../../../../Über.png]]",
    "![[paper.pdf]]",
    "`![[pic.png]]`",
    "```md\n![[pic.png]] %% x %%\n```",
    "![[]]",
    "![a](pic.png)",
  ])("%s stays as it is", (written) => expect(read(written)).toBe(written));
});

test("a text is read without its byte order mark, which is no part of its first line", () => {
  expect(read("\ufeff# Boot %%why%%\n\n`![[pic.png]]` ![[pic.png]]")).toBe(
    "# Boot \n\n`![[pic.png]]` ![pic](<../../att/pic.png>)",
  );
});

describe("comments", () => {
  test.each([
    ["a %%b%% c", "a  c"],
    ["One.\n\n%%\n# Hidden\n\n`%%` more\n%%\n\nTwo.\n", "One.\n\n\n\n\n\n\n\nTwo.\n"],
    ["%%a%%%%b%%", ""],
  ])("%j becomes %j", (written, markdown) => expect(read(written)).toBe(markdown));

  test.each(["50%% of 60%% x", "a %% never closed", "`%%a%%`", "```mermaid\n%%{init}%%\n```", "100%"])(
    "%j holds none",
    (written) => expect(read(written)).toBe(written),
  );
});

test.each([
  ["behind words", "One %%hidden%% ![x](y.png)", "One            ![x](y.png)"],
  ["but at the begin of a line, where blanks would make code of it", "One.\n\n%%hidden%% two", "One.\n\n two"],
  ["but behind a comment of several lines", "One %%a\nb%% two", "One \n two"],
])("what follows a comment stays in its column for who is told of it, %s", (_, written, markdown) => {
  expect(dropComments(written, true)).toBe(markdown);
});

describe("callouts", () => {
  const title = (html: string) => {
    const root = parseHtml(html);
    titleCallouts(root);
    return serializeHtml(root);
  };

  test.each([
    ["their title", "<p>[!note] A <em>title</em>\nText.</p>", "<p><strong>A <em>title</em></strong></p><p>Text.</p>"],
    [
      "their kind for a title",
      "<p>[!WARNING]\nText <b>x</b>.</p>",
      "<p><strong>Warning</strong></p><p>Text <b>x</b>.</p>",
    ],
    ["a title alone", "<p>[!faq]- Why?</p><p>So.</p>", "<p><strong>Why?</strong></p><p>So.</p>"],
    ["a title that ends in a break", "<p>[!tip] One<br>Two</p>", "<p><strong>One</strong></p><p>Two</p>"],
  ])("get %s", (_, html, titled) =>
    expect(title(`<blockquote>${html}</blockquote>`)).toBe(`<blockquote>${titled}</blockquote>`),
  );

  test.each([
    "<blockquote><p>[x] text</p></blockquote>",
    "<p>[!note] text</p>",
    "<blockquote><p>A [!note]</p></blockquote>",
  ])("%s is none", (html) => expect(title(html)).toBe(html));
});
