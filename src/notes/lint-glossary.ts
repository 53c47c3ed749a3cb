import { readFrontMatter } from "./front-matter.ts";
import type { GlossaryTerm } from "./glossary.ts";
import type { Finding } from "./problems.ts";
import { pluralOf } from "./terms.ts";

/**
 * Terms must be alone of their name, and each must be of use to some note.
 * @param glossary the text of its file, which has been checked
 * @param texts all that notes say
 */
export function lintGlossary(glossary: string, texts: readonly string[]): Finding[] {
  const { data = [], lineOf } = readFrontMatter({ source: glossary, line: 1 });
  const all = texts.join("\n").toLowerCase();
  const seen = new Set<string>();
  return (data as GlossaryTerm[]).flatMap(({ term, expansion, synonyms = [] }, index): Finding[] => {
    const line = lineOf([index, "term"]);
    const isTwice = seen.has(term.toLowerCase());
    seen.add(term.toLowerCase());
    if (isTwice) return [{ line, found: `${term} twice`, expected: "each term once", mend: "join the two" }];
    const names = [term, expansion, ...synonyms].filter((name) => name !== undefined).map(String);
    const isUsed = names.flatMap((name) => [name, pluralOf(name)]).some((name) => all.includes(name.toLowerCase()));
    const found = `${term}, which no note uses`;
    return isUsed ? [] : [{ line, found, expected: "terms of the notes", mend: "remove the term" }];
  });
}
