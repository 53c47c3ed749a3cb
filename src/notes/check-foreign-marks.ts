import type { MarkupNode } from "./markup.ts";
import { COMMENT } from "./obsidian.ts";
import { type Fault, type Finding, placeWithin } from "./problems.ts";

/** Marks of one kind of notes that are words for readers in the other, by the ending of its files. */
const FOREIGN: readonly (Fault & { ending: string; pattern: RegExp })[] = [
  {
    ending: ".mdx",
    pattern: COMMENT,
    found: "%%…%% in MDX, where it is text that readers see",
    expected: "a comment of MDX",
    mend: "write {/* … */}",
    isHarmless: true,
  },
  {
    ending: ".md",
    pattern: /\{\/\*\s*markmap:/g,
    found: "a comment of MDX in Markdown, where it is text that readers see",
    expected: "a comment of HTML",
    mend: "write <!-- markmap: … -->",
    isHarmless: true,
  },
];

/** Tells of marks in a text that only the other kind of notes, Markdown or MDX, takes for such. */
export function checkForeignMarks({ position }: MarkupNode, source: string, path: string): Finding[] {
  if (position?.start.offset === undefined) return [];
  const { start, end } = position;
  const text = source.slice(start.offset, end?.offset);
  return FOREIGN.filter(({ ending }) => path.endsWith(ending)).flatMap(({ ending: _, pattern, ...fault }) =>
    Array.from(text.matchAll(pattern), ({ index }) => ({ ...placeWithin(text, index, start), ...fault })),
  );
}
