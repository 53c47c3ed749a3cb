import { expect, test } from "vitest";
import { lintCode } from "../../../src/notes/lint-code.ts";

const parsers = {
  sh: (text: string) => {
    if (text.includes("fi")) throw new Error("fi unexpected\nin line 1");
  },
};

/** What is said of code in a note that has text around it. */
function lint(language: string, code: string) {
  return lintCode(`# Title\n\n\`\`\`${language} title="x"\n${code}\n\`\`\`\n\nMore.\n`, "a.md", parsers);
}

test.each([
  ["json", '{ "a": [1] }'],
  ["yaml", "a: !GetAtt b.Arn"],
  ["yaml", "a: 1\n---\nb: !Ref c"],
  ["sh", "ls"],
  ["js", "{{{"],
  ["constructor", "{{{"],
])("%s as it should be, or without a parser, is fine: %s", (language, code) => {
  expect(lint(language, code)).toEqual([]);
});

test.each([
  ["json", "{ a }", /^json that does not parse \(.*JSON.*\)$/],
  ["yaml", "a: b: c", /^yaml that does not parse \(.+\)$/],
  ["yaml", "a: 1\n---\nb: c: d", /^yaml that does not parse \(.+\)$/],
  ["YML", "a: b: c", /^YML that does not parse \(.+\)$/],
  ["bash", "fi", /^bash that does not parse \(fi unexpected\)$/],
  ["sh", "fi", /^sh that does not parse \(fi unexpected\)$/],
])("%s that does not parse is told with its line: %s", (language, code, found) => {
  const told = {
    line: 3,
    found: expect.stringMatching(found) as string,
    expected: "code that runs",
    mend: "mend the code",
  };
  expect(lint(language, code)).toEqual([told]);
});

test.each([
  ["in a list", "a.md", "- one\n\n  ```json\n  { a }\n  ```\n", 6],
  ["in four backticks", "a.md", "````json\n{ a }\n```\n````\n", 4],
  ["between tildes", "a.md", "~~~json\n{ a }\n~~~\n", 4],
  ["in a quotation", "a.md", "> ```json\n> { a }\n> ```\n", 4],
  ["in a component", "a.mdx", "<Now>\n\n  ```json\n  { a }\n  ```\n\n</Now>\n", 6],
])("code %s is read, too", (_, path, text, line) => {
  expect(lintCode(`---\ntitle: T\n---\n${text}`, path)).toMatchObject([{ line }]);
});

test("code that code shows is none", () => {
  expect(lintCode("````md\n```json\n{ a }\n```\n````\n", "a.md")).toEqual([]);
});
