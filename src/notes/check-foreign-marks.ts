import { type MarkupNode, writtenOf } from "./markup.ts";
import { COMMENT } from "./obsidian.ts";
import { type Fault, type Finding, placeWithin } from "./problems.ts";

/** Marks of other programs' notes, and of one kind of notes in the other, by the ending of its files: words for readers. */
const FOREIGN: readonly (Fault & { ending?: string; pattern: RegExp })[] = [
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
  {
    // Of MkDocs; of Docusaurus, VitePress and Starlight.
    pattern: /^(?:!!!|\?\?\?\+?|:::+) *[a-z][\w-]*/gm,
    found: "a box as other programs write it, which readers see as text",
    expected: "a quote with a title",
    mend: "write > [!note] Title, and > before each line",
    isHarmless: true,
  },
  {
    pattern: /(?<![=\\\p{L}\p{N}])==(?![\s=])[^=\n]*(?<!\s)==(?![=\p{L}\p{N}])/gu,
    found: "==…==, where readers see the marks",
    expected: "words in bold",
    mend: "write **…**",
    isHarmless: true,
  },
  {
    // Of Hugo; of Jekyll.
    pattern: /\{\{[<%].*?[%>]\}\}|\{%.*?%\}/g,
    found: "a shortcode of another program, which readers see as text",
    expected: "Markdown",
    mend: "write what it stands for, or `…` around it where it is meant to be seen",
    isHarmless: true,
  },
];

/** Tells of marks in a text that only other programs, or the other kind of notes, Markdown or MDX, take for such. */
export function checkForeignMarks(node: MarkupNode, source: string, path: string): Finding[] {
  const written = writtenOf(node, source);
  if (!written) return [];
  const { text, start } = written;
  return FOREIGN.filter(({ ending = "" }) => path.endsWith(ending)).flatMap(({ ending: _, pattern, ...fault }) =>
    Array.from(text.matchAll(pattern), ({ index }) => ({ ...placeWithin(text, index, start), ...fault })),
  );
}
