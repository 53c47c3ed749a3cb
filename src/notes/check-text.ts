import { findFrontMatter } from "./front-matter.ts";
import type { Finding } from "./problems.ts";
import { readLines } from "./source-lines.ts";

/** Largest note, in bytes. A page much larger than this is nothing a browser can show well. */
const LARGEST_NOTE = 2 * 1024 * 1024;

/** Most lists that may stand within each other; drawing many more would exhaust the machine's stack. */
const DEEPEST_LIST = 200;

/** Checks that a note is of a size that a page can have. */
export function checkSize(bytes: Uint8Array): Finding[] {
  if (bytes.length <= LARGEST_NOTE) return [];
  const found = `a note of ${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
  return [{ line: 1, found, expected: "at most 2 MB", mend: "split it into several notes" }];
}

const LINE_FEED = 0x0a;

/** Lines that are told of one mistake: more only tell the same again. */
const MOST_ALIKE = 3;

/** Names the first lines that are not UTF-8. */
export function checkEncoding(bytes: Uint8Array): Finding[] {
  const findings: Finding[] = [];
  if (isUtf8(bytes)) return findings;
  const mend = "save the file again with the encoding UTF-8";
  for (let line = 1, start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const text = bytes.subarray(start, end);
    if (!isUtf8(text)) {
      if (findings.length === MOST_ALIKE) return findings;
      findings.push({ line, found: describeBytes(text), expected: "UTF-8", mend });
    }
    start = end + 1;
  }
  return findings;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Shows where in the line it is: the words before the first byte that is no letter. */
function describeBytes(line: Uint8Array): string {
  const before = new TextDecoder().decode(line).split("\uFFFD")[0] ?? "";
  const byte = line[new TextEncoder().encode(before).length] ?? 0;
  const place = before.trim() ? `, after ${JSON.stringify(before.slice(-20))}` : "";
  return `the byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")}, which is no letter${place}`;
}

/** What the standard of XML forbids (1.0, 2.2) and UTF-8 does not: maps and the feed could not be read with it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
/** What that of YAML forbids (1.2.2, 5.1), and with it the parser by which Astro reads front matter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** Names lines with characters that come of slips of programs, and have no place in YAML, maps and the feed. */
export function checkCharacters(note: string): Finding[] {
  if (!UNPRINTABLE.test(note)) return [];
  const { lastLine = 0 } = findFrontMatter(note) ?? {};
  const findings = note.split("\n").flatMap((text, at): Finding[] => {
    const isField = at < lastLine;
    const found = (isField ? UNPRINTABLE : FORBIDDEN).exec(text);
    if (!found) return [];
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const effect = isField ? "which YAML cannot hold" : "in whose place maps and the feed show \ufffd";
    return [
      {
        line: at + 1,
        column: found.index + 1,
        found: `the character U+${code}, ${effect}`,
        expected: "characters that can be seen",
        mend: "take it out",
        ...(!isField && { isHarmless: true }),
      },
    ];
  });
  return findings.slice(0, MOST_ALIKE);
}

/** What a line too deep begins with: a level takes a mark or two columns of indentation, and a tab is four at most. */
const MAY_BE_DEEP = new RegExp(`^[ \\t>*+\\-\\d.)]{${DEEPEST_LIST / 2}}`, "m");

/** Finds lists that are too deep. */
export function checkDepth(note: string): Finding[] {
  if (!MAY_BE_DEEP.test(note)) return [];
  let line = 0;
  for (const { depth } of readLines(note)) {
    line += 1;
    if (depth > DEEPEST_LIST) {
      const [found, expected] = [`a list more than ${DEEPEST_LIST} levels deep`, `at most ${DEEPEST_LIST} levels`];
      return [{ line, found, expected, mend: "break the list up, with headings or into notes" }];
    }
  }
  return [];
}
