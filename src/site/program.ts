import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a file imports of others beside it, at once or as it runs; types leave no trace in a program. */
const IMPORTED = /^(?:import|export) (?!type )(?:[\w\s{},*$]+ from )?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;

/** The files of a program: the one it starts from, and all of ours that this imports. */
export function listProgram(entry: string): string[] {
  return [...readProgram(entry).keys()];
}

/** A digest of a program's files, another one when any of them changes. */
export function digestProgram(entry: string): string {
  const hash = createHash("sha256");
  for (const source of readProgram(entry).values()) hash.update(source);
  return hash.digest("base64url");
}

/** The sources of a program by their paths. */
function readProgram(entry: string): Map<string, string> {
  const sources = new Map<string, string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (sources.has(path)) continue;
    const source = readFileSync(path, "utf8");
    sources.set(path, source);
    for (const [, now, late] of source.matchAll(IMPORTED)) open.push(join(dirname(path), now ?? late ?? ""));
  }
  return sources;
}
