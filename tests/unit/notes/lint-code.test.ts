import { expect, test } from "vitest";
import { lintCode } from "../../../src/notes/lint-code.ts";

/** What is said of code in a note that has text around it. */
function lint(language: string, code: string) {
  return lintCode(`# Title\n\n\`\`\`${language} title="x"\n${code}\n\`\`\`\n\nMore.\n`, {
    sh: (text) => {
      if (text.includes("fi")) throw new Error("fi unexpected\nin line 1");
    },
  });
}

test.each([
  ["json", '{ "a": [1] }'],
  ["yaml", "a: !GetAtt b.Arn"],
  ["sh", "ls"],
  ["js", "{{{"],
  ["constructor", "{{{"],
])("%s as it should be, or without a parser, is fine: %s", (language, code) => {
  expect(lint(language, code)).toEqual([]);
});

test.each([
  ["json", "{ a }", /^json that does not parse \(.*JSON.*\)$/],
  ["yaml", "a: b: c", /^yaml that does not parse \(.+\)$/],
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
