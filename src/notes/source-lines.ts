/** A line of Markdown, and where it stands. */
export interface SourceLine {
  text: string;
  /** How many list items and quotations stand within each other on it. */
  depth: number;
  /** Whether it belongs to a block of fenced code; the marks of one do. */
  isCode: boolean;
}

/** What a line may stand in: a quotation, or a list item whose text is indented by a number of columns. */
type Holder = "quotation" | number;

interface Fence {
  mark: string;
  /** How many of what was open when it began hold it. */
  holders: number;
  /** Columns that its lines are indented by, at the least. */
  indentation: number;
}

const QUOTATION = / *> ?/y;
const ITEM = / *(?:[-*+]|\d{1,9}[.)])(?= |$)/y;
/** Behind an opening mark of backticks there are no others: with them it is code within a line. */
const OPENING = / *(`{3,}(?=[^`]*$)|~{3,})/y;
const CLOSING = / *(`{3,}|~{3,})\s*$/y;
/** Most spaces that may stand before a mark; with more of them it is text, or code itself. */
const MOST_SPACES = 3;

/** Reads lines by their indentation and first signs alone, which is quick, and right for all Markdown that is no riddle. */
export function* readLines(markdown: string): Generator<SourceLine> {
  let open: Holder[] = [];
  let fence: Fence | undefined;
  let wasBlank = true;
  for (const text of markdown.split("\n")) {
    const line = expandTabs(text);
    const { kept, column } = matchHolders(line, open);
    const first = skipSpaces(line, column);
    const isBlank = first === line.length;
    if (fence && kept >= fence.holders && (isBlank || first - column >= fence.indentation)) {
      yield { text, depth: open.length, isCode: true };
      if (isClosing(line, column, fence)) fence = undefined;
      wasBlank = isBlank;
      continue;
    }
    const { holders, end } = readHolders(line, column);
    fence = findFence(line, end, kept + holders.length);
    // A line of text in a row with others may belong to them however it is indented.
    const isApart = isBlank || wasBlank || fence || holders.length > 0;
    const isOutside = first === column && !open.slice(0, kept).some((holder) => holder !== "quotation");
    if (isApart || isOutside) open = [...open.slice(0, kept), ...holders];
    wasBlank = isBlank;
    yield { text, depth: open.length, isCode: fence !== undefined };
  }
}

/** How many of what is open go on in a line, and up to which column they reach in it. */
function matchHolders(line: string, open: readonly Holder[]): { kept: number; column: number } {
  let column = 0;
  let first = skipSpaces(line, 0);
  let kept = 0;
  for (const holder of open) {
    if (holder === "quotation") {
      const end = matchAt(QUOTATION, line, column)?.end;
      if (end === undefined) break;
      column = end;
      first = skipSpaces(line, column);
    } else if (first === line.length || first >= column + holder) {
      column = Math.min(column + holder, line.length);
    } else break;
    kept += 1;
  }
  return { kept, column };
}

/** The quotations and list items that begin in a line from a column on, and where what they hold begins. */
function readHolders(line: string, column: number): { holders: Holder[]; end: number } {
  const holders: Holder[] = [];
  let end = column;
  for (;;) {
    const quotation = matchAt(QUOTATION, line, end);
    const item = quotation ? undefined : matchAt(ITEM, line, end);
    if (quotation) {
      holders.push("quotation");
      end = quotation.end;
    } else if (item) {
      const first = skipSpaces(line, item.end);
      // Behind more than four spaces, and in a line with nothing else, text begins after one.
      const content = first === line.length || first > item.end + MOST_SPACES + 1 ? item.end + 1 : first;
      holders.push(content - end);
      end = Math.min(content, line.length);
    } else return { holders, end };
  }
}

function findFence(line: string, column: number, holders: number): Fence | undefined {
  const mark = matchAt(OPENING, line, column)?.mark;
  if (mark === undefined) return undefined;
  const spaces = skipSpaces(line, column) - column;
  // Code in code, unless it is in the elements of MDX: in both it ends where lines are indented less.
  return { mark, holders, indentation: spaces > MOST_SPACES ? spaces : 0 };
}

function isClosing(line: string, column: number, { mark, indentation }: Fence): boolean {
  if (skipSpaces(line, column) - column > indentation + MOST_SPACES) return false;
  return matchAt(CLOSING, line, column)?.mark?.startsWith(mark) ?? false;
}

function matchAt(pattern: RegExp, line: string, column: number): { end: number; mark: string | undefined } | undefined {
  pattern.lastIndex = column;
  const found = pattern.exec(line);
  return found ? { end: pattern.lastIndex, mark: found[1] } : undefined;
}

/** The column of the first sign from a column on that is no space. */
function skipSpaces(line: string, column: number): number {
  let at = column;
  while (line[at] === " ") at += 1;
  return at;
}

/** Puts spaces in the place of tabs, which reach to the next column that four divides. */
function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  return line.split("\t").reduce((before, after) => before.padEnd(before.length + 4 - (before.length % 4)) + after);
}
