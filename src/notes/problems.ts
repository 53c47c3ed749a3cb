import { counted, nounOf } from "./counted.ts";

/** Something in a note that its author has to mend. */
export interface Problem {
  /** Path of the file below the notes' folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column?: number;
  /** The front-matter field, as in `sources[0].url`. */
  field?: string;
  /** Completes "found …". */
  found: string;
  /** Completes "expected …". */
  expected: string;
  /** What to do, as an order. */
  mend: string;
  /** Whether a site can be made nevertheless. */
  isHarmless?: boolean;
}

/** A problem of a file that whoever asked knows. */
export type Finding = Omit<Problem, "file">;

/** A problem whose place whoever asked knows. */
export type Fault = Omit<Finding, "line" | "column" | "field">;

/** So many problems of a file that ask for the same are told one by one, where a site can be made nevertheless. */
const MOST_ALIKE = 5;
/** Of the others, so many lines are named. */
const MOST_LINES = 20;

/**
 * Puts all problems into one message, grouped by file, in the order of their lines:
 * `file:line  field  found … expected … → mend`. Of many harmless ones that ask for the same, as of a list with a badge
 * from elsewhere in each item, the lines are told.
 * @param folder what to put before each file's path, so that an editor finds the file
 */
export function formatProblems(problems: readonly Problem[], folder = ""): string {
  const files = Map.groupBy(problems, ({ file }) => file);
  const groups = [...files].map(([file, ofFile]) =>
    formatFile(
      ofFile.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
      pathBelow(folder, file),
    ).join("\n"),
  );
  const head = `${counted(problems.length, "problem")} in ${counted(files.size, "file")}:`;
  return [head, ...groups].join("\n\n");
}

function formatFile(problems: readonly Problem[], path: string): string[] {
  const kinds = Map.groupBy(problems, ({ expected, mend, isHarmless }) => (isHarmless ? `${expected} → ${mend}` : ""));
  const others = [...kinds].flatMap(([kind, alike]) => (kind ? [alike.slice(MOST_ALIKE)] : []));
  const folded = new Set(others.flat());
  return [
    ...problems.filter((problem) => !folded.has(problem)).map((problem) => formatProblem(problem, path)),
    ...others.filter(({ length }) => length > 0).map((some) => formatAlike(some, path)),
  ];
}

/** Tells of problems that ask for the same what that is, and where they are. */
function formatAlike(problems: readonly Problem[], path: string): string {
  const lines = [...new Set(problems.map(({ line }) => line))];
  const named = lines.slice(0, MOST_LINES).join(", ") + (lines.length > MOST_LINES ? " and below" : "");
  return `${path}  ${problems.length} more, in ${nounOf(lines.length, "line")} ${named} → ${problems[0]?.mend}`;
}

function formatProblem({ line, column, field, found, expected, mend }: Problem, path: string): string {
  const place = [path, line, ...(column ? [column] : [])].join(":");
  return [place, ...(field ? [field] : []), `found ${found}, expected ${expected} → ${mend}`].join("  ");
}

function pathBelow(folder: string, file: string): string {
  return folder ? `${folder.replace(/\/+$/, "")}/${file}` : file;
}

/** A value as it is shown after "found": short, and text in quotation marks. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a group of fields";
  const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}

/** The line and column of a character of a text that begins at a line and column itself. */
export function placeWithin(text: string, offset: number, { line, column }: { line: number; column: number }) {
  const before = text.slice(0, offset).split("\n");
  const last = before.at(-1) ?? "";
  return before.length === 1
    ? { line, column: column + last.length }
    : { line: line + before.length - 1, column: last.length + 1 };
}
