import { readTags } from "./address-tags.ts";
import { attributeOf } from "./check-components.ts";
import { findComments } from "./check-tags.ts";
import type { MarkupNode } from "./markup.ts";
import { formatDate, parseDate } from "./dates.ts";
import { escapeBeginning, escapeMarkdown } from "./escape-markdown.ts";
import { parseNote } from "./parse-markdown.ts";
import { splitSize } from "./picture-sizes.ts";
import type { FrontMatter } from "./schema.ts";
import { hasScheme, isOfOtherKind } from "./schemes.ts";
import { indexWritten, type TwinLink, type WrittenLinks } from "./twin-links.ts";
import { writeTable } from "./twin-table.ts";
import { textInBraces } from "./twin-text.ts";
import { findTitle } from "./twin-title.ts";

/** A note as far as its twin in Markdown follows from it. */
export interface TwinNote {
  title: string;
  /** Path of its file, whose ending tells whether it is MDX. */
  path: string;
  source: string;
  /** Its text as the page has it. */
  html: string;
  /** Addresses that its pictures have on the page, by those they are written with, where these differ. */
  pictures: ReadonlyMap<string, string>;
  front: Pick<FrontMatter, "published" | "reviewed" | "sources">;
  links: readonly TwinLink[];
}

/** Makes addresses whole. */
export interface TwinAddresses {
  /** Address of a place in a note, by its id. */
  ofNote(id: string, anchor: string): string;
  /** Any other address that the note has, as seen from its page. */
  complete(address: string): string;
}

/** A part of the source, and what stands in its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

type Placed = MarkupNode & { title?: string | null; position: { start: Point; end: Point } };
type Point = { offset: number; line: number; column: number };

/**
 * A note as those read it who follow no links and see no page: its Markdown as it is written, with its title
 * and dates before and its sources behind. What only a page can show is put into words: components, tables from
 * data, links between notes; addresses are whole.
 */
export function writeTwin(note: TwinNote, addresses: TwinAddresses): string {
  const { source, path, title, front } = note;
  const root = parseNote(source, path) as Placed;
  const around = { note, addresses, links: indexWritten(note.links) };
  const edits = editsOf(root, around);
  const own = findTitle(root, title) as Placed | undefined;
  const heading = own && applyEdits(source, edits, rangeOf(own)).trim();
  const text = applyEdits(source, own ? [{ ...rangeOf(own), text: "" }, ...edits] : edits);
  const parts = [heading || `# ${escapeMarkdown(title)}`, writeDates(front), text.trim(), writeSources(front)];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** A text with its parts edited, or so much of it. */
function applyEdits(source: string, edits: readonly Edit[], range = { start: 0, end: source.length }): string {
  let end = range.start;
  let written = "";
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < end || edit.end > range.end) continue;
    written += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return written + source.slice(end, range.end);
}

function rangeOf({ position }: Placed): { start: number; end: number } {
  return { start: position.start.offset, end: position.end.offset };
}

function childrenOf(node: Placed): Placed[] {
  return (node.children ?? []) as Placed[];
}

function writeDates({ published, reviewed }: TwinNote["front"]): string {
  const dates = [
    ...(published ? [`First published ${formatDate(published)}.`] : []),
    ...(reviewed ? [`Reviewed ${formatDate(reviewed)}.`] : []),
  ];
  return dates.join(" ");
}

function writeSources({ sources = [] }: TwinNote["front"]): string {
  if (sources.length === 0) return "";
  const lines = sources.map(({ title, publisher, identifier, year, url }, at) => {
    const name = url ? `[${escapeMarkdown(title)}](${enclose(url)})` : escapeBeginning(escapeMarkdown(title));
    const [by, number] = [publisher, identifier].map((words = "") => escapeMarkdown(words));
    return `${at + 1}. ${[name, by, number, year].filter(Boolean).join(", ")}`;
  });
  return ["## Sources", "", ...lines].join("\n");
}

interface Surroundings {
  note: TwinNote;
  addresses: TwinAddresses;
  links: WrittenLinks;
}

function editsOf(node: Placed, around: Surroundings): Edit[] {
  const { type, value } = node;
  if (type === "mdxjsEsm" || (/^mdx\w+Expression$/.test(type) && /^\s*\/\*[\s\S]*\*\/\s*$/.test(String(value))))
    return [{ ...rangeOf(node), text: "" }];
  if (/^mdx\w+Expression$/.test(type)) {
    const text = textInBraces(String(value));
    return text === undefined ? [] : [{ ...rangeOf(node), text }];
  }
  if (type === "text") return wikilinkEdits(node, around);
  if (type === "definition") return definitionEdits(node, around);
  if (type === "image") return [{ ...rangeOf(node), text: writePicture(node, around) }];
  if (type === "html") return [...commentEdits(node, around), ...tagEdits(rangeOf(node), around)];
  const own = type.startsWith("mdxJsx") ? elementEdits(node, around) : linkEdits(node, around);
  return [...own, ...childrenOf(node).flatMap((child) => editsOf(child, around))];
}

function writePicture({ url = "", alt, title }: Placed, { note: { pictures }, addresses }: Surroundings): string {
  const address = addresses.complete(shownAddress(url, pictures) ?? url);
  return `![${escapeMarkdown(splitSize(alt ?? "").words)}](${enclose(address)}${quote(title)})`;
}

/** The address that a picture has on the page. */
function shownAddress(url: string, pictures: TwinNote["pictures"]): string | undefined {
  // What is encoded already stays so.
  return pictures.get(url) ?? pictures.get(encodeURI(url).replace(/%25(?=[\da-f]{2})/gi, "%"));
}

/** An address that stands in parentheses, which blanks and others of these would end. */
function enclose(address: string): string {
  return /[\s()]/.test(address) ? `<${address}>` : address;
}

function quote(title: string | null | undefined): string {
  return title ? ` "${title.replaceAll('"', '\\"')}"` : "";
}

/** The address of a link, which stands behind its words. */
function linkEdits(node: Placed, around: Surroundings): Edit[] {
  const { type, url = "", title } = node;
  const last = childrenOf(node).at(-1);
  const address = type === "link" && last && wholeAddress(url, around);
  return address
    ? [{ start: rangeOf(last).end, end: rangeOf(node).end, text: `](${enclose(address)}${quote(title)})` }]
    : [];
}

/** The address of links and pictures that name it elsewhere in the source: `[label]: address "title"`. */
function definitionEdits(node: Placed, around: Surroundings): Edit[] {
  const { start, end } = rangeOf(node);
  const picture = shownAddress(node.url ?? "", around.note.pictures);
  const address = wholeAddress(picture ?? node.url ?? "", around);
  const label = /^\[(?:[^\]\\]|\\.)*\]:/.exec(around.note.source.slice(start, end))?.[0];
  return address && label ? [{ start, end, text: `${label} ${address}${quote(node.title)}` }] : [];
}

/** Where a link leads as seen from anywhere; undefined for what says so itself. */
function wholeAddress(url: string, { links, addresses }: Surroundings): string | undefined {
  if (hasScheme(url) || url.startsWith("//")) return undefined;
  const link = links.find(url);
  if (link?.to !== undefined) return addresses.ofNote(link.to, link.anchor);
  const whole = addresses.complete(url);
  // Blanks within a scheme, which the address is without, hide what pages leave out.
  return isOfOtherKind(whole) ? "#" : whole;
}

function wikilinkEdits(node: Placed, { note, addresses, links }: Surroundings): Edit[] {
  const { start, end } = rangeOf(node);
  return [...note.source.slice(start, end).matchAll(/\[\[([^[\]|\\]*)(?:\\?\|([^[\]]*))?\]\]/g)].flatMap(
    ({ 0: found, 1: target = "", 2: shown, index }) => {
      const link = links.findWiki(target, shown !== undefined);
      if (!link) return [];
      const words = shown?.trim() || escapeMarkdown(link.text);
      const text = link.to === undefined ? words : `[${words}](${addresses.ofNote(link.to, link.anchor)})`;
      return [{ start: start + index, end: start + index + found.length, text }];
    },
  );
}

/** Comments, which no page shows either. */
function commentEdits(node: Placed, { note }: Surroundings): Edit[] {
  const { start: from, end: to } = rangeOf(node);
  const comments = findComments(note.source.slice(from, to));
  return comments.map(({ start, end }) => ({ start: from + start, end: from + end, text: "" }));
}

/** The addresses of links and pictures in HTML, which Markdown leaves as it is. */
function tagEdits({ start, end }: { start: number; end: number }, around: Surroundings): Edit[] {
  return readTags(around.note.source.slice(start, end)).flatMap(({ name, address, range: [from, to] }) => {
    const picture = name === "img" ? shownAddress(address, around.note.pictures) : undefined;
    const whole = wholeAddress(picture ?? address, around);
    return whole ? [{ start: start + from, end: start + to, text: whole.replaceAll("'", "%27") }] : [];
  });
}

/** A component, or an element of HTML in MDX. */
function elementEdits(node: Placed, around: Surroundings): Edit[] {
  if (node.name !== "a" && node.name !== "img") return componentEdits(node, around.note);
  const { start, end } = rangeOf(node);
  const [first] = childrenOf(node);
  return tagEdits({ start, end: first ? rangeOf(first).start : end }, around);
}

/** The tags of a component; those that cannot be put into words stay as they are. */
function componentEdits(node: Placed, { html }: TwinNote): Edit[] {
  const { start, end } = rangeOf(node);
  const children = childrenOf(node);
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) {
    const text = node.name === "Figure" ? writeFigure(node) : writeTable(String(node.name), html);
    return text === undefined ? [] : [{ start, end, text }];
  }
  if (node.name !== "Then" && node.name !== "Now") return [];
  const date = attributeOf(node, "date");
  const shown = typeof date === "string" && parseDate(date) ? ` (${formatDate(date)})` : "";
  const isInline = node.type === "mdxJsxTextElement";
  // What stands in the component begins a line, or follows its tag on the same.
  const [own, inner] = [node.position.start, first.position.start];
  const indent = " ".repeat((own.line === inner.line ? own : inner).column - 1);
  return [
    { start, end: rangeOf(first).start, text: `**${node.name}${shown}:**${isInline ? " " : `\n\n${indent}`}` },
    // The next may begin on the very next line.
    { start: rangeOf(last).end, end, text: isInline ? "" : "\n" },
  ];
}

/** A drawing has no address of its own: its words stand for it. */
function writeFigure(node: Placed): string | undefined {
  const words = ["caption", "alt"].flatMap((name) => attributeOf(node, name) ?? []);
  return words.includes(true) || words.length === 0 ? undefined : `> Figure: ${escapeMarkdown(words.join(" "))}`;
}
