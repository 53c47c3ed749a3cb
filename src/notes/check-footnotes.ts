import { type MarkupNode, startOf, writtenOf } from "./markup.ts";
import { findNearest } from "./nearest.ts";
import { type Finding, placeWithin } from "./problems.ts";

/** A reference that the parser has left as text, since nothing defines it. */
const UNDEFINED = /(?<!\\)\[\^([^\]\\[^\n]+)\]/g;

/**
 * Checks that each footnote is shown: one defined twice, one that nothing refers to, and one without a definition
 * leave no trace on a page, or one that no reader understands.
 * @param nodes all nodes of the note, in their order
 * @param source the text they were read from
 */
export function checkFootnotes(nodes: readonly MarkupNode[], source: string): Finding[] {
  const namesOf = (kind: string) => nodes.flatMap(({ type, identifier }) => (type === kind && identifier) || []);
  const defined = namesOf("footnoteDefinition");
  const referred = new Set(namesOf("footnoteReference"));
  const unused = defined.filter((name) => !referred.has(name));
  const firstLines = new Map<string, number>();
  return nodes.flatMap((node): Finding[] => {
    const { type, identifier = "", label } = node;
    if (type === "text") return findUndefined(node, source, unused);
    const { line, column } = startOf(node);
    const finding = (found: string, expected: string, mend: string) => [
      { line, column, found, expected, mend, isHarmless: true },
    ];
    const name = `[^${label ?? identifier}]`;
    // Where a name has blanks, what it says is taken for an address.
    if (type === "definition" && identifier.startsWith("^")) {
      const mend = `write [${hyphenate(identifier)}], here and where it is referred to`;
      return finding(`the footnote [${label ?? identifier}], which pages do not show`, "a name without blanks", mend);
    }
    if (type !== "footnoteDefinition") return [];
    const first = firstLines.get(identifier);
    if (first !== undefined) {
      const found = `a second footnote ${name}, which pages leave out; the first is on line ${first}`;
      return finding(found, "a name of its own", "rename it, or join the two");
    }
    firstLines.set(identifier, line);
    if (referred.has(identifier)) return [];
    const found = `the footnote ${name}, to which nothing refers, and which pages leave out`;
    return finding(found, `${name} in the text`, "refer to it, or take it out");
  });
}

/** Footnotes have names without blanks. */
function hyphenate(name: string): string {
  return name.toLowerCase().replace(/\s+/g, "-");
}

function findUndefined(node: MarkupNode, source: string, unused: readonly string[]): Finding[] {
  const written = writtenOf(node, source);
  if (!written) return [];
  const { text, start } = written;
  return [...text.matchAll(UNDEFINED)].map(({ 0: found, 1: name = "", index }) => {
    const nearest = /\s/.test(name) ? hyphenate(name) : findNearest(name, unused);
    return {
      ...placeWithin(text, index, start),
      found: `${found}, a footnote that is not defined`,
      expected: `a line that begins with ${found}:`,
      mend: nearest ? `write [^${nearest}]` : `add the line, or write \\${found} where it is text`,
      isHarmless: true,
    };
  });
}
