import { expect, test } from "vitest";
import { formatProblems, type Problem } from "../../../src/notes/problems.ts";

const picture = (line: number, isHarmless = true): Problem => ({
  file: "a.md",
  line,
  found: `picture ${line}`,
  expected: "a file",
  mend: "keep it here",
  isHarmless,
});
const manyOf = (count: number, isHarmless?: boolean) =>
  Array.from({ length: count }, (_, at) => picture(2 * at + 1, isHarmless));

test("of many that ask for the same and harm nothing the first are told, of the others the lines", () => {
  const other = { ...picture(4), mend: "take it out" };
  expect(formatProblems([other, ...manyOf(8)], "notes").split("\n")).toEqual([
    "9 problems in 1 file:",
    "",
    "notes/a.md:1  found picture 1, expected a file → keep it here",
    "notes/a.md:3  found picture 3, expected a file → keep it here",
    "notes/a.md:4  found picture 4, expected a file → take it out",
    "notes/a.md:5  found picture 5, expected a file → keep it here",
    "notes/a.md:7  found picture 7, expected a file → keep it here",
    "notes/a.md:9  found picture 9, expected a file → keep it here",
    "notes/a.md  3 more, in lines 11, 13, 15 → keep it here",
  ]);
  expect(formatProblems([...manyOf(5), picture(9), picture(9)])).toMatch(
    /\na\.md {2}2 more, in line 9 → keep it here$/,
  );
});

test("a message does not grow with the lines it names", () => {
  const message = formatProblems(manyOf(3000));
  expect(message.split("\n")).toHaveLength(8);
  expect(message).toMatch(/2995 more, in lines (?:\d+, ){19}49 and below → /);
});

test("what ends a build is told one by one", () => {
  expect(formatProblems(manyOf(30, false)).split("\n")).toHaveLength(32);
});
