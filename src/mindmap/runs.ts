import { readSigns } from "../outline/walk.ts";

/** Inline marks a label can carry; the names are those of the HTML elements. */
export type Mark = "a" | "code" | "del" | "em" | "kbd" | "mark" | "strong" | "sub" | "sup";

/** A stretch of a label's text with the same marks throughout. */
export interface Run {
  text: string;
  marks: readonly Mark[];
  /** Where the stretch leads, if it stands in a link. */
  href?: string;
}

/** The mark of each element that a label of an outline can hold. */
const MARKS: Record<string, Mark> = {
  a: "a",
  code: "code",
  del: "del",
  em: "em",
  ins: "mark",
  kbd: "kbd",
  mark: "mark",
  strong: "strong",
  sub: "sub",
  sup: "sup",
};

/** Whether a run is set in the monospaced font. */
export function isCode(marks: readonly Mark[]): boolean {
  return marks.includes("code") || marks.includes("kbd");
}

const TOKEN = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/g;
const HREF = /\shref="([^"]*)"/;

/** Labels that were split lately: each is measured, drawn and written in many formats. */
const recent = new Map<string, readonly Run[]>();
const MOST_RECENT = 500;

/**
 * Splits a label's inline HTML into runs. Unknown elements are read through: their text stays.
 * @param content inline HTML as the outline holds it (well formed, attributes in double quotes, signs escaped)
 */
export function parseRuns(content: string): readonly Run[] {
  if (!content.includes("<")) return content ? [{ text: readSigns(content), marks: [] }] : [];
  let runs = recent.get(content);
  if (!runs) {
    if (recent.size === MOST_RECENT) recent.clear();
    runs = parseMarked(content);
    recent.set(content, runs);
  }
  return runs;
}

function parseMarked(content: string): Run[] {
  const runs: Run[] = [];
  const open: { name: string; mark?: Mark | undefined; href?: string | undefined }[] = [];
  // One expression for all labels: matchAll makes a new one each time, which may have to be compiled again.
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(content); token; token = TOKEN.exec(content)) {
    const [, closing, name = "", attributes = "", text] = token;
    if (text !== undefined) {
      pushRun(runs, readSigns(text), open);
    } else if (closing) {
      const index = open.findLastIndex((element) => element.name === name);
      if (index >= 0) open.splice(index, 1);
    } else {
      const href = HREF.exec(attributes)?.[1];
      open.push({ name, mark: MARKS[name], href: href && readSigns(href) });
    }
  }
  return runs;
}

function pushRun(runs: Run[], text: string, open: { mark?: Mark | undefined; href?: string | undefined }[]) {
  const marks = [...new Set(open.flatMap(({ mark }) => mark ?? []))].sort();
  const href = open.findLast((element) => element.href !== undefined)?.href;
  const last = runs.at(-1);
  if (last && last.href === href && last.marks.join() === marks.join()) last.text += text;
  else runs.push(href === undefined ? { text, marks } : { text, marks, href });
}

/**
 * Cuts runs at offsets into their joined text, so that each line of a label has its own runs.
 * @param breaks ascending offsets at which a new line begins; blanks around a cut are dropped
 */
export function splitRuns(runs: readonly Run[], breaks: readonly number[]): Run[][] {
  const lines: Run[][] = [[]];
  let offset = 0;
  let next = 0;
  for (const run of runs) {
    let start = 0;
    while (next < breaks.length && (breaks[next] as number) < offset + run.text.length) {
      const cut = (breaks[next] as number) - offset;
      if (cut > start) lines.at(-1)?.push({ ...run, text: run.text.slice(start, cut) });
      lines.push([]);
      start = cut;
      next += 1;
    }
    if (start < run.text.length) lines.at(-1)?.push({ ...run, text: run.text.slice(start) });
    offset += run.text.length;
  }
  for (const line of lines) trimEnd(line);
  return lines;
}

function trimEnd(line: Run[]) {
  const last = line.pop();
  const text = last?.text.trimEnd();
  if (last && text) line.push({ ...last, text });
}
