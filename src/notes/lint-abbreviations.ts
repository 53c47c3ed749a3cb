import type { Finding, LintNote } from "./lint.ts";

/** Two capitals or more, with digits between or after them: TPM, EC2, AT-C without its hyphen. */
const ABBREVIATION = /(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*(?=s?(?![\p{L}\p{N}]))/gu;

/** The text of a note with front matter, code, addresses and components blanked out; every line keeps its place. */
export function proseOf(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, " ");
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, blank)
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/^<\w[^>]*>/gm, blank);
}

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
