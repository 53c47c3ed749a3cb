import { z } from "zod";
import { describeIssues, describeYamlErrors } from "./check-fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { glossaryTerm } from "./glossary.ts";
import { type Problem, showValue } from "./problems.ts";

const glossary = z.array(glossaryTerm);

/** Checks the glossary's file, which without one wrong sign would be empty for Astro. */
export function checkGlossary(text: string, file: string): Problem[] {
  const { data, errors, lineOf } = readFrontMatter({ source: text, line: 1 });
  if (errors.length > 0) {
    const expected = "a list of terms, one field a line, as name: value";
    return describeYamlErrors(errors).map((finding) => ({ file, ...finding, expected }));
  }
  if (!Array.isArray(data)) {
    const [expected, mend] = ["a list of terms", "begin each term with - term: …, or remove the file"];
    return [{ file, line: 1, column: 1, found: `${showValue(data)} in the whole file`, expected, mend }];
  }
  return describeIssues(glossary, glossary.safeParse(data).error?.issues ?? [], data, lineOf).map((finding) => {
    const [index = "", field = ""] = finding.field?.replace(/^\[?(\d+)\]?\.?/, "$1 ").split(" ") ?? [];
    const term: unknown = Reflect.get(Object(data[Number(index)]), "term");
    return {
      file,
      ...finding,
      field: [typeof term === "string" ? `“${term}”` : `term ${Number(index) + 1}`, field].join(" ").trim(),
    };
  });
}
