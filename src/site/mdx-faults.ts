import { readFileSync } from "node:fs";
import { mdxToJs, mdxToMdast } from "satteri";
import { checkFields } from "../notes/check-fields.ts";
import type { MarkupNode } from "../notes/markup.ts";
import { checkMdx } from "../notes/check-mdx.ts";
import { describeFailure } from "../notes/mdx-failure.ts";
import { formatProblems } from "../notes/problems.ts";

/**
 * What an author is told of a note in MDX that cannot be rendered, with its line and mend where these are known.
 * @param file path of the note's file
 * @param name the same for the author
 * @param components names of those that stand ready for every note
 */
export function tellMdxFault(file: string, name: string, error: unknown, components: readonly string[]): string {
  const source = readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  // The note may be asked for before it is known that its front matter is wrong, which MDX cannot be read with.
  const fields = checkFields(source, false).filter(({ isHarmless }) => !isHarmless);
  const broken = [...fields, ...checkMdx(source, { compile: mdxToJs, parse: mdxToMdast, components })];
  // What a plugin says of a picture has its own words.
  if (broken.length === 0 && error instanceof Error && error.name === "MDXError") return error.message;
  const problems = broken.length > 0 ? broken : [describeFailure(error, mdxToMdast(source) as MarkupNode)];
  return formatProblems(problems.map((problem) => ({ file: name, ...problem })));
}
