import { findDestination, NOTES_ALONE } from "./addresses.ts";
import { noteId } from "./ids.ts";
import type { LintNote } from "./lint.ts";
import { resolvePath } from "./paths.ts";
import type { Finding } from "./problems.ts";
import { proseOf } from "./source-prose.ts";

/** Other notes that each note must lead to. */
const FEWEST_LINKS = 3;

/** Anchor of a page's own top. */
const TOP = "_top";

/** Id of the note that a Markdown link leads to, "" where there is none; undefined for the site's other addresses. */
function idOf(target: string, path: string, notes: ReadonlyMap<string, unknown>): string | undefined {
  if (target === "") return noteId(path);
  if (/\.mdx?$/.test(target)) return noteId(resolvePath(target, path) ?? "");
  const found = findDestination(target, path, (id) => notes.has(id), NOTES_ALONE);
  return found && "note" in found ? (found.note ?? "") : undefined;
}

/** Links between notes, and within one, must lead to a place that the built page has. */
export function lintLinks(
  { id, path, source }: LintNote,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] {
  const findings: Finding[] = [];
  const targets = new Set<string>();
  const text = proseOf(source);
  const links = [
    // In a table a backslash stands before the bar.
    ...text.matchAll(/\[\[([^[\]|#]*?)(?:#([^[\]|]*?))?(?:\\?\|[^[\]]*)?\]\]/g),
    ...text.matchAll(/\[[^[\]]+\]\(()#([^)]*)\)/g),
    ...text.matchAll(/\[[^[\]]+\]\((?![a-z]+:|\/\/)([^#?)\s]+\.mdx?)(?:#([^)]*))?\)/g),
    // Addresses: those of notes from the top, and others without an ending.
    ...text.matchAll(/\[[^[\]]+\]\((?=[^)#?\s])(?![a-z]+:|\/(?!notes\/))((?:[^#?)\s]*\/)?[^#?)\s./]*)(?:#([^)]*))?\)/g),
  ];
  for (const { 0: written, 1: target = "", 2: anchor, index } of links) {
    const to = written.startsWith("[[") ? target.trim() || id : idOf(target, path, anchors);
    if (to === undefined) continue;
    const line = text.slice(0, index).split("\n").length;
    const known = anchors.get(to);
    if (!known) {
      const mend = `write one of ${[...anchors.keys()].join(", ")}`;
      findings.push({ line, found: written, expected: "the id of a note", mend });
    } else if (anchor && anchor !== TOP && !known.has(anchor)) {
      const sections = [...known].filter((name) => !name.includes("--"));
      findings.push({
        line,
        found: written,
        expected: `a place in ${to}`,
        mend: `write one of ${sections.join(", ")}`,
      });
    }
    if (known && to !== id) targets.add(to);
  }
  if (targets.size < FEWEST_LINKS) {
    const found = `links to ${targets.size} other notes`;
    findings.push({ line: 1, found, expected: `at least ${FEWEST_LINKS}`, mend: "link where a reader would want it" });
  }
  return findings;
}
