import { counted } from "./counted.ts";
import { findMeant, type LinkIndex, type LinkTarget } from "./links.ts";
import type { LintNote } from "./lint.ts";
import type { Finding } from "./problems.ts";
import { proseOf } from "./source-prose.ts";

/** Other notes that each note must lead to. */
const FEWEST_LINKS = 3;

/** A wikilink, or the address of a Markdown link. */
const LINK = /\[\[[^[\]]+\]\]|(?<=\]\()[^()\s]+/g;

/** A note must lead to others; whether its links lead somewhere a build says. */
export function lintLinks({ path, source }: LintNote, from: LinkTarget, index: LinkIndex): Finding[] {
  // In a table a backslash stands before the bar of a link.
  const written = proseOf(source).replaceAll("\\|", "|").match(LINK) ?? [];
  const targets = new Set(written.flatMap((link) => findMeant(link, from, index).filter((note) => note.path !== path)));
  if (targets.size >= FEWEST_LINKS) return [];
  const found = `links to ${counted(targets.size, "other note")}`;
  return [{ line: 1, found, expected: `at least ${FEWEST_LINKS}`, mend: "link where a reader would want it" }];
}
