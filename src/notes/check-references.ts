import { type MarkupNode, writtenOf } from "./markup.ts";
import { findNearest } from "./nearest.ts";
import { PICTURE_ENDINGS } from "./picture-endings.ts";
import { type Finding, placeWithin } from "./problems.ts";

/** What may be a link or a picture that the parser has left as text. */
const LEFT = /(!?\[[^\][\n]*\])\(([^()<>\n]*)\)/g;
const ENDING = new RegExp(`\\.(?:${["mdx?", "pdf", ...PICTURE_ENDINGS].join("|")})$`, "i");

/** A reference that the parser has left as text, since nothing defines it; `a[1][2]` is none. */
const UNDEFINED = /(?<![^\s([{"'“‘])(!?\[[^\][\n]+\])\[([^\][\n^]*)\]/g;

/** Whether an address has a blank in it, at which it ends, and goes on to the name of a file. */
function hasBlank(address: string): boolean {
  const [path = ""] = address.split("#");
  return /\S[ \t]/.test(path) && !/["']/.test(path) && ENDING.test(path);
}

/**
 * Checks for links and pictures that stay text, brackets and all: those whose address has a blank in it, and those by
 * a name that nothing defines.
 * @param nodes all nodes of the note, in their order
 * @param source the text they were read from
 */
export function checkReferences(nodes: readonly MarkupNode[], source: string): Finding[] {
  const names = nodes.flatMap(({ type, label, identifier }) => (type === "definition" && (label ?? identifier)) || []);
  return nodes.flatMap((node): Finding[] => {
    const written = node.type === "text" ? writtenOf(node, source) : undefined;
    if (!written) return [];
    const { text, start } = written;
    const finding = (index: number, found: string, expected: string, mend: string): Finding => {
      return { ...placeWithin(text, index, start), found, expected, mend, isHarmless: true };
    };
    return [
      ...[...text.matchAll(LEFT)].flatMap(({ 0: found, 1: words, 2: address = "", index }) => {
        if (!hasBlank(address)) return [];
        const expected = "an address without blanks, or in < and >";
        return finding(index, `${found}, which stays text`, expected, `write ${words}(<${address}>)`);
      }),
      ...[...text.matchAll(UNDEFINED)].map(({ 0: found, 1: words, 2: name, index }) => {
        const label = name || words?.replace(/^!?\[|\]$/g, "") || "";
        const nearest = findNearest(label, names);
        const mend = nearest ? `write ${words}[${nearest}]` : `add the line, or write \\${found} where it is text`;
        return finding(index, `${found}, which stays text`, `a line that begins with [${label}]:`, mend);
      }),
    ];
  });
}
