import { labelRuns } from "../mindmap/measure.ts";
import { isCode, parseRuns, type Run } from "../mindmap/runs.ts";
import { escapeBeginning, escapeMarkdown } from "../notes/escape-markdown.ts";
import type { OutlineNode } from "../outline/node.ts";
import type { Writing } from "./label-font.ts";
import { absoluteUrl, type ExportContext, type ExportMap, placeUrl } from "./format.ts";

/** Letters that turn the direction of what follows, and those that no text file should hold. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** Everything that is written in a map. */
export function writingOf({ layout }: ExportMap): Writing {
  const writing = { words: "", code: "" };
  for (const { node } of layout.boxes) {
    for (const { text, marks } of parseRuns(node.content)) writing[isCode(marks) ? "code" : "words"] += text;
    writing.words += "\n";
  }
  return writing;
}

/** State of a task before its words. */
const TASK = { true: "☑ ", false: "☐ " };

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
const RAISED_FROM = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
const LOWERED_FROM = "0123456789+-=()";

/** Writes each sign by its counterpart; undefined where one has none. */
function swapSigns(text: string, from: string, to: string): string | undefined {
  const signs = [...text.replaceAll("−", "-")].map((sign) => [...to][from.indexOf(sign)]);
  return signs.includes(undefined) ? undefined : signs.join("");
}

/** Whether a run is the mark of a footnote, which is a link and none of the label's words. */
function isFootnote({ marks, href }: Run): boolean {
  return marks.includes("sup") && Boolean(href?.startsWith("#user-content-fn"));
}

/** A run's words where nothing can be raised or lowered: without signs of their own, a power would be another number. */
function plainRun({ text, marks }: Run): string {
  if (marks.includes("sup")) return swapSigns(text, RAISED_FROM, RAISED) ?? `^${text}`;
  if (marks.includes("sub")) return swapSigns(text, LOWERED_FROM, LOWERED) ?? text;
  return text;
}

/** Labels as plain text, which most formats ask for. */
const plain = new WeakMap<OutlineNode, string>();

/** A label's words as one line of plain text, with its number or the state of its task. */
export function plainLabel(node: OutlineNode): string {
  let known = plain.get(node);
  if (known === undefined) {
    known = writePlain(node);
    plain.set(node, known);
  }
  return known;
}

function writePlain(node: OutlineNode): string {
  const { checked } = node.payload;
  const state = checked === undefined ? "" : TASK[`${checked}`];
  const words = labelRuns(node)
    .filter((run) => !isFootnote(run))
    .map(plainRun)
    .join("");
  return `${state}${words}`.replace(CONTROLS, "").replace(/\s+/g, " ").trim();
}

/** Makes something of each node once, as seen from the page of the note that was asked for last. */
function perPage<Value>(make: (node: OutlineNode, context: ExportContext) => Value): typeof make {
  const made = new WeakMap<OutlineNode, { page: string | undefined; value: Value }>();
  return (node, context) => {
    let known = made.get(node);
    if (!known || known.page !== context.url) {
      known = { page: context.url, value: make(node, context) };
      made.set(node, known);
    }
    return known.value;
  };
}

/** Where a node leads, if anywhere: the one link in its label, its own address, or its place in the note. */
export const nodeUrl = perPage(findUrl);

function findUrl(node: OutlineNode, context: ExportContext): string | undefined {
  const links = new Set(labelRuns(node).flatMap((run) => (isFootnote(run) ? [] : (run.href ?? []))));
  const [only] = links;
  return only !== undefined && links.size === 1 ? absoluteUrl(only, context) : placeUrl(node, context);
}

/**
 * The links of a label that has several, of which `nodeUrl` can name none: a line each, their words and whole addresses.
 * Formats whose nodes have one link each write them down beside it.
 */
export function listLinks(node: OutlineNode, context: ExportContext): string[] {
  const links = new Map<string, string>();
  for (const run of labelRuns(node)) {
    if (run.href !== undefined && !isFootnote(run)) links.set(run.href, (links.get(run.href) ?? "") + plainRun(run));
  }
  if (links.size < 2) return [];
  return [...links].map(([href, words]) => `${words.trim()}: ${absoluteUrl(href, context)}`);
}

/** A label in Markdown, links with their whole address. */
export const markdownLabel = perPage(writeMarkdown);

function writeMarkdown(node: OutlineNode, context: ExportContext): string {
  const { checked } = node.payload;
  const state = checked === undefined ? "" : `[${checked ? "x" : " "}] `;
  // The footnote itself stands in the page alone.
  const runs = parseRuns(node.content).filter((run) => context.url !== undefined || !isFootnote(run));
  const words = runs
    .map((run, at) => markdownRun(run, [runs[at - 1]?.text.at(-1), runs[at + 1]?.text.at(0)], context))
    .join("");
  const label = escapeBeginning(words).replace(CONTROLS, "").replace(/\s+/g, " ");
  const { href } = node.payload;
  const isLinked = href !== undefined && label.trim() !== "" && runs.every((run) => run.href === undefined);
  return state + (isLinked ? markdownLink(label, href, context) : label);
}

/** What in an address would be read as an escaped sign or an entity, also between the brackets (CommonMark 6.3). */
const READ_IN_ADDRESSES = /\\|&(?=#?\w+;)/g;

function markdownLink(words: string, href: string, context: ExportContext): string {
  const address = absoluteUrl(href, context).replace(/[<>]/g, encodeURIComponent);
  return `[${words}](<${address.replace(READ_IN_ADDRESSES, "\\$&")}>)`;
}

/**
 * A run in Markdown.
 * @param beside the signs before and after it
 */
function markdownRun({ text, marks, href }: Run, beside: (string | undefined)[], context: ExportContext): string {
  // Marks hold only around words, so blanks stay outside of them.
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text.replace(CONTROLS, "")) ?? [];
  if (!words) return text;
  const has = (mark: Run["marks"][number]) => marks.includes(mark);
  let markdown = has("code") ? codeSpan(words) : escapeMarkdown(words);
  // A link that follows would be a picture.
  if (!has("code") && beside[1] !== undefined) markdown = markdown.replace(/!$/, "\\!");
  for (const name of ["kbd", "sub", "sup", "mark"] as const) if (has(name)) markdown = `<${name}>${markdown}</${name}>`;
  const isShut = isBetween(markdown.at(0), before || beside[0]) || isBetween(markdown.at(-1), after || beside[1]);
  for (const [name, sign] of EMPHASES)
    if (has(name)) markdown = isShut ? `<${name}>${markdown}</${name}>` : `${sign}${markdown}${sign}`;
  if (href !== undefined) markdown = markdownLink(markdown, href, context);
  return before + markdown + after;
}

const EMPHASES = [
  ["del", "~~"],
  ["em", "*"],
  ["strong", "**"],
] as const;

/** Whether asterisks between a sign and a letter would stand for themselves (CommonMark 6.2). */
function isBetween(inner = "", outer = " "): boolean {
  return /[\p{P}\p{S}]/u.test(inner) && /[^\s\p{P}\p{S}]/u.test(outer);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const room = longest > 0 ? " " : "";
  return `${fence}${room}${text}${room}${fence}`;
}
