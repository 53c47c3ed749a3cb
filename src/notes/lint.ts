import GithubSlugger from "github-slugger";
import type { Problem } from "./problems.ts";

/** A node of Markdown's syntax tree, as far as it matters here. */
export interface MarkdownNode {
  type: string;
  depth?: number;
  name?: string | null;
  value?: unknown;
  children?: readonly MarkdownNode[];
  position?: { start: { line: number } } | undefined;
}

/** A note as the linter reads it. */
export interface LintNote {
  /** Path below the notes' folder. */
  path: string;
  id: string;
  root: MarkdownNode;
  sources: number;
}

/** What makes a note fit to be a map. */
export const LIMITS = { words: 8, children: 7, fewest: 40, most: 150, links: 3, sources: 1 };

interface Item {
  label: string;
  line: number;
  children: Item[];
  isHeading: boolean;
}

type Finding = Omit<Problem, "file">;

/** Reads notes as a map's reader does, and names what would spoil the map or lead nowhere. */
export function lintNotes(notes: readonly LintNote[]): Problem[] {
  const anchors = new Map(notes.map((note) => [note.id, new Set(listHeadings(note.root).map(({ slug }) => slug))]));
  return notes.flatMap((note) =>
    [
      ...lintHeadings(note),
      ...lintItems(note),
      ...lintLinks(note, anchors),
      ...(note.sources < LIMITS.sources
        ? [
            {
              line: 1,
              field: "sources",
              found: "no source",
              expected: "what the note rests on",
              mend: "add its sources",
            },
          ]
        : []),
    ].map((finding) => ({ file: note.path, ...finding })),
  );
}

function lineOf(node: MarkdownNode): number {
  return node.position?.start.line ?? 1;
}

/** The words of a node; of a wikilink those that are shown. */
function wordsOf(node: MarkdownNode): string {
  return textOf(node)
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
    .trim();
}

function textOf(node: MarkdownNode): string {
  const text = typeof node.value === "string" && !node.type.startsWith("mdx") ? node.value : "";
  return text + (node.children ?? []).map(textOf).join("");
}

function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function listHeadings(root: MarkdownNode) {
  const slugger = new GithubSlugger();
  return [...walk(root)].flatMap((node) => {
    if (node.type !== "heading") return [];
    const text = wordsOf(node);
    return { text, slug: slugger.slug(text), depth: node.depth ?? 1, line: lineOf(node) };
  });
}

function lintHeadings({ root }: LintNote): Finding[] {
  const findings: Finding[] = [];
  let above = 1;
  for (const { text, depth, line } of listHeadings(root)) {
    const found = `a heading of level ${depth} below one of level ${above}: “${text}”`;
    if (depth === 1) {
      findings.push({
        line,
        found: `a second title: “${text}”`,
        expected: "the title in the front matter alone",
        mend: "write ##",
      });
    } else if (depth > above + 1) {
      findings.push({ line, found, expected: `level ${above + 1} at most`, mend: `write ${"#".repeat(above + 1)}` });
    }
    above = Math.max(depth, 1);
  }
  return findings;
}

/** The note's headings and list items as a tree. */
function readItems(root: MarkdownNode): Item {
  const top: Item = { label: "", line: 1, children: [], isHeading: true };
  const open: { depth: number; item: Item }[] = [{ depth: 1, item: top }];
  const read = (nodes: readonly MarkdownNode[], owner: Item | undefined): void => {
    for (const node of nodes) {
      const parent = owner ?? (open.at(-1)?.item as Item);
      if (node.type === "heading") {
        const depth = node.depth ?? 1;
        while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
        const item = { label: wordsOf(node), line: lineOf(node), children: [], isHeading: true };
        open.at(-1)?.item.children.push(item);
        open.push({ depth, item });
      } else if (node.type === "listItem") {
        const [first, ...rest] = node.children ?? [];
        const item = { label: first ? wordsOf(first) : "", line: lineOf(node), children: [], isHeading: false };
        parent.children.push(item);
        read(rest, item);
      } else if (node.type !== "table") {
        read(node.children ?? [], owner);
      }
    }
  };
  read(root.children ?? [], undefined);
  return top;
}

function lintItems({ root }: LintNote): Finding[] {
  const findings: Finding[] = [];
  const top = readItems(root);
  let count = 0;
  const lint = (item: Item) => {
    count += 1;
    const words = item.label.split(/\s+/).length;
    if (words > LIMITS.words) {
      const found = `a label of ${words} words: “${item.label}”`;
      findings.push({
        line: item.line,
        found,
        expected: `at most ${LIMITS.words}`,
        mend: "say the rest in a paragraph",
      });
    }
    lintChildren(item);
  };
  const lintChildren = ({ label, line, children }: Item) => {
    const seen = new Set<string>();
    for (const child of children) {
      const text = child.label.toLowerCase();
      if (seen.has(text)) {
        const found = `“${child.label}” twice side by side`;
        findings.push({ line: child.line, found, expected: "labels that differ", mend: "join or rename them" });
      }
      seen.add(text);
      lint(child);
    }
    if (label && children.length > LIMITS.children) {
      const found = `${children.length} branches below “${label}”`;
      findings.push({ line, found, expected: `at most ${LIMITS.children}`, mend: "group them" });
    }
  };
  lintChildren(top);
  if (count < LIMITS.fewest || count > LIMITS.most) {
    const expected = `${LIMITS.fewest} to ${LIMITS.most}`;
    findings.push({
      line: 1,
      found: `${count} headings and items`,
      expected,
      mend: count > LIMITS.most ? "split the note" : "complete it",
    });
  }
  return findings;
}

function lintLinks({ id, root }: LintNote, anchors: ReadonlyMap<string, ReadonlySet<string>>): Finding[] {
  const findings: Finding[] = [];
  const targets = new Set<string>();
  for (const node of walk(root)) {
    if (node.type !== "text" || typeof node.value !== "string") continue;
    for (const [written, target = "", anchor] of node.value.matchAll(
      /\[\[([^[\]|#]*)(?:#([^[\]|]*))?(?:\|[^[\]]*)?\]\]/g,
    )) {
      const to = target.trim() || id;
      targets.add(to);
      const known = anchors.get(to);
      const line = lineOf(node);
      if (!known) {
        findings.push({
          line,
          found: written,
          expected: "the id of a note",
          mend: `write one of ${[...anchors.keys()].join(", ")}`,
        });
      } else if (anchor && !known.has(anchor)) {
        findings.push({
          line,
          found: written,
          expected: `a heading of ${to}`,
          mend: `write one of ${[...known].join(", ")}`,
        });
      }
    }
  }
  targets.delete(id);
  if (targets.size < LIMITS.links) {
    const found = `links to ${targets.size} other notes`;
    findings.push({ line: 1, found, expected: `at least ${LIMITS.links}`, mend: "link where a reader would want it" });
  }
  return findings;
}
