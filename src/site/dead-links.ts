import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { findDeadLinks, type LinkingNote } from "../notes/dead-links.ts";
import { formatProblems } from "../notes/problems.ts";

/** What the terminal has said already: while authors write, notes are read again and again. */
const told = new Set<string>();

/**
 * Says in the terminal which links of notes lead nowhere. A site can be made nevertheless.
 * @param folder the notes' folder
 */
export function tellDeadLinks(notes: readonly LinkingNote[], folder: string): void {
  const problems = findDeadLinks(notes, (path) => readFileSync(resolve(folder, path), "utf8"));
  if (problems.length === 0) return;
  const near = relative("", folder);
  const said = formatProblems(problems, near.startsWith("..") ? folder : near);
  if (!told.has(said)) console.warn(said);
  told.add(said);
}
