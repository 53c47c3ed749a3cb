import type { YAMLError } from "yaml";
import type { z } from "zod";
import { keepsBack } from "./adapt-fields.ts";
import { findFrontMatter, findUnclosed, type ReadFrontMatter, readFrontMatter } from "./front-matter.ts";
import { findNearest } from "./nearest.ts";
import { type Finding, showValue, type Fault } from "./problems.ts";
import { type FieldPath, fieldsAt, ruleAt, takesText } from "./rules.ts";
import { foreignFields, frontMatter, MUST_FIT, REQUIRED_FIELDS } from "./schema.ts";

/** What to do about YAML that cannot be read, by the parser's name for the mistake. */
const MENDS: Partial<Record<YAMLError["code"], string>> = {
  BAD_ALIAS: "put the value in quotation marks",
  BLOCK_AS_IMPLICIT_KEY: 'put a value that contains ": " in quotation marks, or indent fields of the same level alike',
  DUPLICATE_KEY: "keep one of the two",
  MISSING_CHAR: "close the quotation mark or bracket",
  TAB_AS_INDENT: "indent with spaces",
  TAG_RESOLVE_FAILED: "put the value in quotation marks",
};
/** The same by words of its message, where the parser has one name for several mistakes. */
const MENDS_BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/^Sequence item without/, "indent it as far as the field above it"],
  [/^Unexpected scalar at node end/, "put the whole value in quotation marks, of the kind that it does not hold"],
  [/^Implicit map keys need/, "write a colon and a blank behind the field's name"],
];
const RULE = "write *** for a --- that is meant as a rule";
const MEND = "put the value in quotation marks, and indent fields of the same level alike";

/** Fields of other programs that are no slips of the finger, however near they come to ours. */
const OTHERS_FIELDS = new Set(["source", "publish"]);

/**
 * Checks a note's front matter.
 * @param required whether it is one of the project's own notes, which must have the fields of
 *   `REQUIRED_FIELDS` and may have no others than the schema knows
 */
export function checkFields(note: string, required: boolean): Finding[] {
  const unclosed = findUnclosed(note);
  if (unclosed) {
    const expected = "a line of --- after its last field";
    return [{ line: unclosed, found: "front matter without an end", expected, mend: `add the line, or ${RULE}` }];
  }
  const written = findFrontMatter(note);
  if (written?.language === "toml") {
    const found = "front matter in TOML, between +++";
    return [{ line: written.line, found, expected: "YAML, between ---", mend: "write its fields as YAML" }];
  }
  const { data = {}, errors, lineOf, plainOf } = readFrontMatter(written);
  const text = written && findText(written.source, data);
  if (text !== undefined) {
    const found = `${showValue(text)} between two lines of ---, which is read as fields and not shown`;
    return [{ line: lineOf([]), found, expected: "fields alone", mend: RULE, isHarmless: errors.length === 0 }];
  }
  if (errors.length > 0) return describeYamlErrors(errors).map(({ column: _, ...finding }) => finding);
  if (!isFields(data)) {
    const found = `${showValue(data)} between two lines of ---`;
    return [{ line: lineOf([]), found, expected: "fields such as title: …", mend: `write fields, or ${RULE}` }];
  }
  const findings = required ? checkOwn(data, lineOf) : checkForeign(data, lineOf);
  const others = [...walkFields(data)].flatMap(({ path, value }): Finding[] => {
    const place = { line: lineOf(path), field: showPath(path) };
    if (path.at(-1) === "__proto__") return [{ ...place, ...FORBIDDEN_NAME }];
    const fault = typeof value === "number" && takesText(frontMatter, path) && numberFault(value, plainOf(path));
    return fault ? [{ ...place, ...fault }] : [];
  });
  return [...findings, ...others.filter(({ field }) => !findings.some((finding) => finding.field === field))];
}

/** Of a note with a field of this name, wherever it is from, Astro could not store what it has read. */
const FORBIDDEN_NAME: Fault = { found: "a name that no field can have", expected: "another name", mend: "rename it" };

/** All that front matter holds, by its path; what stands there several times, by way of aliases, once. */
function* walkFields(
  value: unknown,
  path: FieldPath = [],
  seen = new Set<unknown>(),
): Generator<{ path: FieldPath; value: unknown }> {
  yield { path, value };
  if ((!isFields(value) && !Array.isArray(value)) || seen.has(value)) return;
  seen.add(value);
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [step, inner] of steps) yield* walkFields(inner, [...path, step], seen);
}

/** What an author is told of words that YAML takes for a number and that are others as one: 4.0 is 4, and 007 is 7. */
function numberFault(value: number, written: string | undefined): Fault | undefined {
  if (written === undefined || written === String(value)) return undefined;
  const found = `${written}, which YAML reads as the number ${value}`;
  return { found, expected: "words", mend: `write "${written}", in quotation marks`, isHarmless: true };
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner == null ? undefined : Reflect.get(Object(inner), step)), data);
}

/** The first words of a text between two rules: behind an empty line, and with none of the fields that are known. */
function findText(source: string, data: unknown): string | undefined {
  if (!/^[ \t]*\n[ \t]*\n/.test(source) || (data !== undefined && !isFields(data))) return undefined;
  const known = fieldsAt(frontMatter, []);
  const isKnown =
    isFields(data) && Object.keys(data).some((name) => known.includes(name) || /^[a-z]+(?:[-_][a-z]+)*$/.test(name));
  return isKnown ? undefined : source.trim().split("\n")[0] || undefined;
}

/** What an author is told of YAML that cannot be read: one wrong sign is often several mistakes to the parser. */
export function describeYamlErrors(errors: ReadFrontMatter["errors"]): (Finding & { column: number })[] {
  const first = errors.filter(({ line }, at) => errors.findIndex((other) => other.line === line) === at);
  return first.map(({ code, message, line, column, field }) => ({
    line,
    column,
    ...(field && { field }),
    found: `YAML that cannot be read (${message.replace(/\.$/, "")})`,
    expected: "one field a line, as name: value",
    mend: MENDS_BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? MENDS[code] ?? MEND,
  }));
}

type Fields = Record<string, unknown>;

function isFields(data: unknown): data is Fields {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function checkOwn(data: Fields, lineOf: (path: FieldPath) => number): Finding[] {
  const missing = REQUIRED_FIELDS.filter((name) => data[name] === undefined || data[name] === null);
  const findings = describeIssues(frontMatter, frontMatter.safeParse(data).error?.issues ?? [], data, lineOf);
  return [
    ...missing.map((name) => describeField(frontMatter, [name], data, lineOf)),
    // A field without a value has been named already.
    ...findings.filter(({ field }) => !missing.some((name) => name === field)),
  ];
}

function checkForeign(data: Fields, lineOf: (path: FieldPath) => number): Finding[] {
  const known = fieldsAt(frontMatter, []);
  const slips = Object.keys(data).filter(
    (name) =>
      !known.includes(name) && !OTHERS_FIELDS.has(name) && !keepsBack(name, data[name]) && findNearest(name, known),
  );
  const findings = [
    ...slips.map((name) => describeUnknown(frontMatter, [], name, lineOf)),
    ...describeIssues(frontMatter, foreignFields.safeParse(data).error?.issues ?? [], data, lineOf),
  ];
  // They may well be right for the program that they were written for.
  return findings.map((finding) => (finding.field === MUST_FIT ? finding : { ...finding, isHarmless: true }));
}

/** What an author is told of values that do not fit a schema, by the words its fields have for it. */
export function describeIssues(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  lineOf: (path: FieldPath) => number,
): Finding[] {
  const findings = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) => describeUnknown(schema, issue.path, name, lineOf))
      : [describeField(schema, issue.path, data, lineOf)],
  );
  // A value that breaks two rules of its field is one mistake.
  return [...new Map(findings.map((finding) => [`${finding.line} ${finding.field}`, finding])).values()];
}

function describeField(
  schema: z.ZodType,
  path: FieldPath,
  data: unknown,
  lineOf: (path: FieldPath) => number,
): Finding {
  const value = valueAt(data, path);
  const rule = ruleAt(schema, path);
  const example = typeof rule?.example === "function" ? rule.example(value) : rule?.example;
  return {
    line: lineOf(path),
    field: showPath(path),
    found: showValue(value),
    expected: rule?.expected ?? "another value",
    mend: example ? `${value === undefined ? "add" : "write"} ${example}` : "remove it",
  };
}

function describeUnknown(
  schema: z.ZodType,
  path: FieldPath,
  name: string,
  lineOf: (path: FieldPath) => number,
): Finding {
  const known = fieldsAt(schema, path);
  const nearest = findNearest(name, known);
  return {
    line: lineOf([...path, name]),
    field: showPath([...path, name]),
    found: "a field that is not known",
    expected: nearest ?? `one of ${known.join(", ")}`,
    mend: nearest ? "rename it" : "remove it",
  };
}

function showPath(path: FieldPath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .slice(1);
}
