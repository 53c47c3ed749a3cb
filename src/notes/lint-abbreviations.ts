import type { LintNote } from "./lint.ts";
import type { Finding } from "./problems.ts";
import { proseOf } from "./source-prose.ts";

/** Two capitals or more, with digits between or after them: TPM, EC2, AT-C without its hyphen. */
const ABBREVIATION = /(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*(?=s?(?![\p{L}\p{N}]))/gu;

/** An abbreviation that neither the glossary nor everybody knows leaves a reader alone. */
export function lintAbbreviations({ source }: LintNote, known: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const lines = proseOf(source)
    .replace(/\[\[[^\]|]*\|/g, "")
    .replace(/\]\([^)\n]*\)/g, "]")
    .split("\n");
  for (const [index, line] of lines.entries()) {
    for (const [found] of line.matchAll(ABBREVIATION)) {
      if (known.has(found) || seen.has(found)) continue;
      seen.add(found);
      const mend = "add the term to glossary.yaml, or the abbreviation to plain-abbreviations.txt";
      findings.push({ line: index + 1, found: `${found}, which is explained nowhere`, expected: "known terms", mend });
    }
  }
  return findings;
}
