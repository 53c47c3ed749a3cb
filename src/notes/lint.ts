import { counted } from "./counted.ts";
import { lintAbbreviations } from "./lint-abbreviations.ts";
import { createLinkIndex, type LinkTarget } from "./links.ts";
import { lintLinks } from "./lint-links.ts";
import type { Finding, Problem } from "./problems.ts";

/** A node of a built map, as far as it matters here. */
export interface BuiltNode {
  /** Its words, without markup. */
  label: string;
  /** Its anchor in the page. */
  id: string;
  /** Name of the element it stands for: `h2`, `li`, `tr`, `td`, `figure` ... */
  tag: string;
  children: readonly BuiltNode[];
}

/** A note as the linter reads it. */
export interface LintNote {
  /** Path below the notes' folder. */
  path: string;
  id: string;
  /** The file's Markdown, to name lines. */
  source: string;
  /** The map as it was built: what components and tables make of themselves is in it. */
  root: BuiltNode;
  /** How many sources its front matter lists. */
  sources: number;
  /** Other names that its front matter gives it. */
  aliases: readonly string[];
}

/** What makes a note fit to be a map. The title is a node too. */
export const LIMITS = { words: 8, children: 7, fewest: 60, most: 150, sources: 1 };

/**
 * Reads notes as a map's reader does, and names what would spoil the map or leave the note by itself.
 * @param known abbreviations that need no explaining, and the words of the glossary
 */
export function lintNotes(notes: readonly LintNote[], known: ReadonlySet<string>): Problem[] {
  const targets = new Map(notes.map((note) => [note, targetOf(note)]));
  const index = createLinkIndex([...targets.values()]);
  return [...targets].flatMap(([note, target]) =>
    [
      ...lintHeadings(note),
      ...walk(note.root).flatMap((node) => lintNode(node, note)),
      ...lintSize(note),
      ...lintLinks(note, target, index),
      ...lintAbbreviations(note, known),
    ].map((finding) => ({ file: note.path, ...finding })),
  );
}

function targetOf({ id, path, root, aliases }: LintNote): LinkTarget {
  return { id, path, title: root.label, aliases, url: `/notes/${id}/` };
}

function walk(node: BuiltNode): BuiltNode[] {
  return [node, ...node.children.flatMap(walk)];
}

/** Letters and digits alone, since Markdown's signs and typographic quotes differ between file and map. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

/** The first line of the file that says these words; 1 where a component says them. */
function lineOf(label: string, source: string): number {
  const wanted = lettersOf(label.replace(/^[^:]*: /, ""));
  const whole = lettersOf(label);
  const lines = source.split("\n").map((line) => lettersOf(line.replace(/\[\[[^\]|]*\|/g, "")));
  const exact = lines.indexOf(whole);
  const found = exact < 0 ? lines.findIndex((line) => wanted !== "" && line.includes(wanted)) : exact;
  return Math.max(found, 0) + 1;
}

function lintHeadings({ root, source }: LintNote): Finding[] {
  const findings: Finding[] = [];
  let above = 1;
  for (const { tag, label } of walk(root).slice(1)) {
    const depth = Number(/^h([1-6])$/.exec(tag)?.[1] ?? 0);
    if (depth === 0) continue;
    const line = lineOf(label, source);
    if (depth === 1) {
      const [found, expected] = [`a second title: “${label}”`, "the title in the front matter alone"];
      findings.push({ line, found, expected, mend: "write ##" });
    } else if (depth > above + 1) {
      const found = `a heading of level ${depth} below one of level ${above}: “${label}”`;
      findings.push({ line, found, expected: `level ${above + 1} at most`, mend: `write ${"#".repeat(above + 1)}` });
    }
    above = depth;
  }
  return findings;
}

function lintNode({ label, children }: BuiltNode, { source }: LintNote): Finding[] {
  const findings: Finding[] = [];
  const words = label.trim() === "" ? 0 : label.trim().split(/\s+/).length;
  const line = lineOf(label, source);
  if (words === 0) {
    findings.push({ line, found: "a node without words", expected: "a label", mend: "give it a title or remove it" });
  } else if (words > LIMITS.words) {
    const found = `a label of ${words} words: “${label}”`;
    findings.push({ line, found, expected: `at most ${LIMITS.words}`, mend: "say the rest in a paragraph" });
  }
  if (children.length > LIMITS.children) {
    const found = `${children.length} branches below “${label}”`;
    findings.push({ line, found, expected: `at most ${LIMITS.children}`, mend: "group them" });
  }
  const seen = new Set<string>();
  for (const child of children) {
    const text = child.label.toLowerCase();
    if (seen.has(text)) {
      const found = `“${child.label}” twice below “${label}”`;
      const expected = "labels that differ";
      findings.push({ line: lineOf(child.label, source), found, expected, mend: "join or rename them" });
    }
    seen.add(text);
  }
  return findings;
}

function lintSize({ root, sources }: LintNote): Finding[] {
  const findings: Finding[] = [];
  const count = walk(root).length;
  if (count < LIMITS.fewest || count > LIMITS.most) {
    const mend = count > LIMITS.most ? "split the note" : "complete it";
    const expected = `${LIMITS.fewest} to ${LIMITS.most}`;
    findings.push({ line: 1, found: `a map of ${counted(count, "node")}`, expected, mend });
  }
  if (sources < LIMITS.sources) {
    const [found, expected] = ["no source", "what the note rests on"];
    findings.push({ line: 1, field: "sources", found, expected, mend: "add its sources" });
  }
  return findings;
}
