import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { FieldPath } from "./rules.ts";

/** The front matter of a note as it is written, and where. */
export interface WrittenFrontMatter {
  /** What stands between the marks. */
  source: string;
  /** What it is written in, by its marks: `---` or `+++`. */
  language: "yaml" | "toml";
  /** Lines of the opening and of the closing mark, counted from 1. */
  line: number;
  lastLine: number;
  /** Where the closing mark ends: behind this many characters of the note its text begins. */
  end: number;
}

/** Nothing but a byte order mark or empty lines may stand before the opening mark. */
const OPENING = /^(\uFEFF?|\s*\n)(---|\+\+\+)/;

/**
 * Finds the front matter where Astro finds it.
 * @returns undefined when the note has none, or it is never closed
 */
export function findFrontMatter(note: string): WrittenFrontMatter | undefined {
  const [opening, before = "", mark] = OPENING.exec(note) ?? [];
  if (opening === undefined) return undefined;
  const rest = note.slice(opening.length);
  const closing = /\n(?:---|\+\+\+)/.exec(rest);
  if (!closing) return undefined;
  const source = rest.slice(0, closing.index + 1);
  const line = before.split("\n").length;
  return {
    source,
    language: mark === "+++" ? "toml" : "yaml",
    line,
    lastLine: line + source.split("\n").length - 1,
    end: opening.length + closing.index + closing[0].length,
  };
}

/** A note's text; the lines of its front matter are empty, so that places stay right. */
export function blankFrontMatter(note: string): string {
  const { lastLine = 0 } = findFrontMatter(note) ?? {};
  return note
    .split("\n")
    .map((text, index) => (index < lastLine ? "" : text))
    .join("\n");
}

/** A note's text from its first line that holds anything: what that is indented by makes it a list or code. */
export function bodyOf(note: string): string {
  const { end = 0 } = findFrontMatter(note) ?? {};
  return note
    .slice(end)
    .replace(/^\uFEFF?(?:[^\S\n]*\n)*/, "")
    .trimEnd();
}

/** Line of an opening mark that is followed by fields but by no closing mark. */
export function findUnclosed(note: string): number | undefined {
  const [opening, before = ""] = OPENING.exec(note) ?? [];
  if (opening === undefined || findFrontMatter(note)) return undefined;
  return /^[^\n]*\n[\w-]+:/.test(note.slice(opening.length)) ? before.split("\n").length : undefined;
}

/** Front matter as a parser sees it. */
export interface ReadFrontMatter {
  /** Its fields; undefined when there are none, something else than an object when it holds no fields. */
  data: unknown;
  /** What the parser does not understand, and where: lines of the note and columns, counted from 1. */
  errors: { line: number; column: number; code: YAMLError["code"]; message: string; field: string | undefined }[];
  /** Line of the note on which a field or a list's item begins; of what it should stand in, where it is not there. */
  lineOf(path: FieldPath): number;
  /** A value as it is written, where it stands in no quotation marks. */
  plainOf(path: FieldPath): string | undefined;
}

const FIELD = /^\s*(?:- )?([\w-]+):/;

/** Reads the YAML of a note's front matter; a note without any has empty front matter on line 1. */
export function readFrontMatter(written: Pick<WrittenFrontMatter, "source" | "line"> | undefined): ReadFrontMatter {
  const { source, line } = written ?? { source: "", line: 1 };
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, logLevel: "error" });
  // The YAML begins on the line of the mark, behind it.
  const lineAt = (offset: number) => line + counter.linePos(offset).line - 1;
  const errors = [...document.errors, ...findUnresolved(document)];
  return {
    data: errors.length > 0 ? undefined : toData(document),
    errors: errors.map(({ code, message, pos }) => {
      // What was never closed is noticed only at the end, long after the value's beginning.
      const opening = code === "MISSING_CHAR" || /^Flow/.test(message) ? findOpening(document, pos[0]) : undefined;
      const { line: at, col: column } = counter.linePos(opening ?? pos[0]);
      const field = FIELD.exec(source.split("\n")[at - 1] ?? "")?.[1];
      return { line: line + at - 1, column, code: opening === undefined ? code : "MISSING_CHAR", message, field };
    }),
    lineOf: (path) => (path.length === 0 ? line : lineAt(findOffset(document, path) ?? 0)),
    plainOf: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
    },
  };
}

/** What this parser lets pass, and that by which Astro reads front matter does not: tags and aliases of nothing. */
function findUnresolved(document: Document): Pick<YAMLError, "code" | "message" | "pos">[] {
  const anchors = new Set<string>();
  const aliases: ReturnType<typeof findUnresolved> = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const [start, end] = node.range ?? [0, 0];
        aliases.push({ code: "BAD_ALIAS", message: `Unresolved alias: *${node.source}`, pos: [start, end] });
      }
    },
  });
  return [...document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED"), ...aliases];
}

/** Where the quotation mark or bracket stands that is still open at a place. */
function findOpening(document: Document, place: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node: (_, { range, ...node }) => {
      const isOpened = "flow" in node ? node.flow : "type" in node && /^QUOTE/.test(String(node.type));
      if (isOpened && range && range[0] < place && place <= range[2]) opening = range[0];
    },
  });
  return opening;
}

function toData(document: Document): unknown {
  try {
    return document.toJS() ?? undefined;
  } catch {
    // Aliases of aliases beyond all measure; nothing that a note's author writes.
    return "aliases without end";
  }
}

function findOffset(document: Document, path: FieldPath): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    let begin: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      [begin, node] = [pair?.key, pair?.value];
    } else if (isSeq(node)) {
      node = begin = node.items[Number(step)];
    }
    if (!isNode(begin)) break;
    offset = begin.range?.[0];
  }
  return offset;
}
