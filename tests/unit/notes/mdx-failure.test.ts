import { mdxToMdast } from "satteri";
import { expect, test } from "vitest";
import type { MarkupNode } from "../../../src/notes/markup.ts";
import { describeFailure } from "../../../src/notes/mdx-failure.ts";

const SOURCE = `---
title: A
---

import { boom } from "./boom.js"

export const list = null;

One {1 + 1}, two {list.map((each) => each)}, {/* markmap: fold */}

<Figure src="a.svg" alt={words.title} />

- {boom()}

<Chart.Pie />
`;

const tell = (error: unknown, source = SOURCE) => {
  const { line, column, found, mend } = describeFailure(error, mdxToMdast(source) as MarkupNode);
  return `${[line, column].filter(Boolean).join(":")} ${found} → ${mend}`;
};

/** The error that code throws, as the engine words it. */
function failing(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("code that fails is told with its line, by the names that the error has", () => {
  const nothing = null as unknown as { map(): void };
  expect(tell(failing(() => nothing.map()))).toBe(
    "9:18 code that fails in {list.map((each) => each)} (Cannot read properties of null (reading 'map')) → mend it, or take it out",
  );
  expect(tell(new ReferenceError("words is not defined"))).toBe(
    "11:1 code that fails in <Figure> (words is not defined) → define or import words in the note, or write \\{ for a brace that is text",
  );
  expect(tell(new TypeError("Chart.Pie is not a constructor"))).toMatch(/^15:1 .* in <Chart\.Pie> /);
});

test("an error without names is placed by the function that the note called", () => {
  const error = new Error("went wrong");
  error.stack = `Error: went wrong\n    at inner (a.js:1:1)\n    at boom (a.js:4:8)\n    at MDXContent (b.mjs:25:125)\n    at list (c.js:1:1)`;
  expect(tell(error)).toMatch(/^13:3 code that fails in \{boom\(\)\} \(went wrong\)/);
});

test.each([
  'Failed to resolve import "./boom.js" from "a.mdx".',
  "Failed to load url ./boom.js (resolved id: ./boom.js)",
])("an import that cannot be resolved is placed by its path: %s", (said) =>
  expect(tell(new Error(said))).toMatch(/^5:1 .* in import/),
);

test("no line is named that is not known; several that may be are told as such", () => {
  expect(tell("went wrong")).toBe("1 code that fails (went wrong) → mend it, or take it out");
  expect(tell("went wrong", "Text.\n\n{f()}\n")).toMatch(/^3:1 code that fails perhaps in \{f\(\)\} /);
  expect(tell(new TypeError("x is not a function"), "{x(1)}\n\n{x(2)}\n")).toMatch(
    /^1:1 code that fails perhaps in \{x\(1\)\}/,
  );
  expect(tell(new TypeError("a is not a function"), "import a from './a.js'\n\n{1}\n\n{2}\n")).toMatch(
    /^1:1 .* in import a/,
  );
});
