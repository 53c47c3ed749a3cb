import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "astro";
import { toString as hastToString } from "hast-util-to-string";
import { globSync as globNotes } from "tinyglobby";
import { parse } from "yaml";
import { checkGlossary } from "../notes/check-glossary.ts";
import { counted } from "../notes/counted.ts";
import { GLOSSARY_FILE, notesFolder } from "../notes/folder.ts";
import { findFrontMatter, readFrontMatter } from "../notes/front-matter.ts";
import type { GlossaryTerm } from "../notes/glossary.ts";
import { parseHtml } from "../notes/html.ts";
import { noteId } from "../notes/ids.ts";
import { lintCode } from "../notes/lint-code.ts";
import { lintGlossary } from "../notes/lint-glossary.ts";
import { type LintNote, lintNotes, type BuiltNode } from "../notes/lint.ts";
import { formatProblems, type Problem } from "../notes/problems.ts";
import type { OutlineNode } from "../outline/node.ts";

// Reads the project's own notes as the reader of a map does; its rules are stricter than what a build needs.
const { path: folder, patterns } = notesFolder({});
const sources = readSources();
const paths = [...sources.keys()];
// Broken, it could not be read below; notes are checked likewise by the build.
const glossary = existsSync(join(folder, GLOSSARY_FILE)) ? readFileSync(join(folder, GLOSSARY_FILE), "utf8") : "[]";
const glossaryProblems = checkGlossary(glossary, GLOSSARY_FILE);
if (glossaryProblems.length > 0) {
  console.error(formatProblems(glossaryProblems, folder));
  process.exit(1);
}
const terms = parse(glossary) as GlossaryTerm[];
const maps = await buildMaps().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const rows = globSync("**/*.json", { cwd: folder }).map((path) => readFileSync(join(folder, path), "utf8"));
const problems: Problem[] = [
  ...lintNotes(paths.map(readNote), knownWords()),
  ...lintGlossary(glossary, [...sources.values(), ...rows]).map((finding) => ({ file: GLOSSARY_FILE, ...finding })),
  ...[...sources].flatMap(([file, source]) =>
    lintCode(source, file, { sh: parseShell }).map((finding) => ({ file, ...finding })),
  ),
];
if (problems.length > 0) {
  console.error(formatProblems(problems, folder));
  process.exitCode = 1;
} else {
  console.log(`${counted(paths.length, "note")}: headings, labels, links, sources, terms and code are in order.`);
}

/** The notes that a built site has: none of its drafts. */
function readSources(): Map<string, string> {
  const paths = globNotes(patterns, { cwd: folder, expandDirectories: false }).toSorted();
  const read = paths.map((path) => [path, readFileSync(join(folder, path), "utf8")] as const);
  return new Map(read.filter(([, source]) => !frontOf(source)?.draft));
}

function frontOf(source: string): { draft?: boolean; sources?: unknown[]; aliases?: string[] } | undefined {
  return readFrontMatter(findFrontMatter(source)).data as ReturnType<typeof frontOf>;
}

/** Builds the site to one side, since only Astro knows what components make of themselves; its maps by note id. */
async function buildMaps(): Promise<Map<string, BuiltNode>> {
  const outDir = mkdtempSync(join(tmpdir(), "lint-notes-"));
  process.env.DEAD_LINKS = "stop";
  // What is checked is the project's own.
  delete process.env.NOTES;
  try {
    await build({ outDir, logLevel: "error" });
    return new Map(
      globSync("notes/**/map.json", { cwd: outDir }).map((path) => {
        const { id, root } = JSON.parse(readFileSync(join(outDir, path), "utf8")) as { id: string; root: OutlineNode };
        return [id, readBuiltNode(root)];
      }),
    );
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

function readBuiltNode({ content, payload: { id, tag }, children }: OutlineNode): BuiltNode {
  const label = hastToString(parseHtml(content)).trim();
  return { label, id, tag, children: children.map(readBuiltNode) };
}

function readNote(path: string): LintNote {
  const source = sources.get(path) ?? "";
  const { sources: listed = [], aliases = [] } = frontOf(source) ?? {};
  const id = noteId(path);
  const root = maps.get(id);
  if (!root) throw new Error(`${folder}/${path}: the build wrote no map of it`);
  return { path, id, source, root, sources: listed.length, aliases };
}

/** Words that the glossary explains, and abbreviations that need no explaining, one a line. */
function knownWords(): Set<string> {
  const plain = readFileSync(join(folder, "plain-abbreviations.txt"), "utf8").split("\n");
  // A word of an expansion is explained only by a term of its own: that of Secure Boot says nothing of UEFI.
  const names = terms.flatMap(({ term, synonyms = [], related = [] }) => [term, ...synonyms, ...related]);
  return new Set([...names.flatMap((name) => String(name).split(/[^\p{L}\p{N}]+/u)), ...plain]);
}

/** Lets the shell read commands without running any; where there is no shell, they stay unread. */
function parseShell(code: string): void {
  const { status, stderr } = spawnSync("sh", ["-n"], { input: code, encoding: "utf8" });
  if (status) throw new Error(stderr.trim());
}
