import type { Element, ElementContent, Root } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { draftFigure, draftImage, findElement } from "./draft-picture.ts";
import { draftTable } from "./draft-table.ts";
import { addItem, addNode, type Child, current, type Frame, mergeFirst, scopeTo } from "./frame.ts";
import { escapeMarkup } from "./escape.ts";
import { writeLabel } from "./label.ts";
import type { NodePayload, OutlineNode } from "./node.ts";
import { numberItems } from "./numbering.ts";
import { splitItem } from "./split-item.ts";

/** Elements within which headings rank apart, so that what follows them belongs where it did before. */
const SCOPES = new Set(["blockquote", "aside"]);
const NO_TEXT = new Set(["svg", "math"]);

/**
 * Reads the outline out of a page's text: a node for each heading, list item, term, table row and cell,
 * code block and picture, in the order of the page.
 * @throws RangeError when the text goes deeper than `DEEPEST_OUTLINE` levels
 */
export function draftOutline(root: Root, title: OutlineNode): void {
  draftAll(root.children, { open: [{ level: 0, node: title }], depth: 1, era: undefined, draftAll });
}

/** Reads what these elements hold into the frame. */
function draftAll(nodes: readonly Child[], frame: Frame): void {
  for (const node of nodes) if (node.type === "element") draftElement(node, frame);
}

function draftElement(node: Element, frame: Frame): void {
  const { properties, tagName } = node;
  if (properties.dataOutlineIgnore !== undefined || NO_TEXT.has(tagName)) return;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level) draftHeading(node, Number(level), frame);
  else if (tagName === "ul" || tagName === "ol") draftList(node, frame);
  // One that stands in no list, or in an element within one, as behind a tag that was not ended.
  else if (tagName === "li") draftItem(node, frame, {});
  else if (tagName === "dl") draftTerms(node, frame);
  else if (tagName === "table") draftTable(node, frame);
  else if (tagName === "pre") addNode(frame, node, { content: labelCode(node), fold: 0 });
  else if (tagName === "figure") draftFigure(node, frame);
  else if (tagName === "img") draftImage(node, frame);
  else if (tagName === "details") draftDetails(node, frame);
  else draftAll(node.children, enter(node, frame));
}

/** The frame for what stands in an element: its own when headings rank apart in it. */
function enter({ properties, tagName }: Element, frame: Frame): Frame {
  const era = properties.dataEra === "then" || properties.dataEra === "now" ? properties.dataEra : undefined;
  if (era) return { ...scopeTo(current(frame), frame), era };
  return SCOPES.has(tagName) ? scopeTo(current(frame), frame) : frame;
}

function draftHeading(node: Element, level: number, frame: Frame): void {
  while (frame.open.length > 1 && (frame.open.at(-1)?.level ?? 0) >= level) frame.open.pop();
  const heading = addNode(frame, node, writeLabel(node.children));
  frame.open.push({ level, node: heading });
}

function draftList(list: Element, frame: Frame): void {
  const numbers = numberItems(list);
  for (const item of list.children) {
    if (item.type !== "element") continue;
    if (item.tagName === "li") draftItem(item, frame, numbers.get(item) ?? {});
    else draftElement(item, frame);
  }
}

/** A list item: its first words are its label, what follows them stands below it. */
function draftItem(item: Element, frame: Frame, payload: Partial<NodePayload>): void {
  const parts = splitItem(item);
  const checkbox = findCheckbox(parts.words);
  const checked = checkbox && { checked: Boolean(checkbox.properties.checked) };
  const node = addItem(frame, item, { ...payload, ...checked }, parts);
  mergeFirst(node);
  mergeOnly(node);
  // An empty line in a map leads to nothing: such an item holds a comment, or was never written.
  if (node.content === "" && node.children.length === 0) current(frame).children.pop();
}

/** Makes an item without words that is nothing but a heading or an item that one, whose anchor readers know. */
function mergeOnly(node: OutlineNode): void {
  const [only, other] = node.children;
  if (node.content !== "" || !only || other || !/^(?:li|h[1-6])$/.test(only.payload.tag)) return;
  node.content = only.content;
  node.payload = { ...node.payload, ...only.payload };
  node.children = only.children;
}

function findCheckbox(nodes: readonly ElementContent[]): Element | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    if (node.tagName === "input" && node.properties.type === "checkbox") return node;
    const inner = node.tagName === "label" ? findCheckbox(node.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** A list of terms: each term a node, its descriptions below it. */
function draftTerms(list: Element, frame: Frame): void {
  let below = frame;
  for (const child of list.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "dt") {
      below = scopeTo(addItem(frame, child), frame);
    } else if (child.tagName === "dd") addItem(below, child);
    else draftTerms(child, frame);
  }
}

/** What authors call code of no language. */
const PLAIN = /^(?:plain|plaintext|text|txt)$/i;

function labelCode(pre: Element): string {
  const title = pre.properties.dataTitle;
  const text = hastToString(pre).trim();
  const lines = text.split("\n");
  const language = String(pre.properties.dataLanguage ?? classLanguage(pre) ?? "");
  const named = language && !PLAIN.test(language) ? `${language}: ` : "";
  const words = title ? String(title) : `${named}${lines[0]?.trim() ?? ""}${lines.length > 1 ? " …" : ""}`;
  return `<code>${escapeMarkup(words || "code")}</code>`;
}

/** The language of code that was not highlighted, as Markdown renderers write it. */
function classLanguage(pre: Element): string | undefined {
  const code = pre.children.find((child) => child.type === "element" && child.tagName === "code");
  const names = code?.type === "element" && Array.isArray(code.properties.className) ? code.properties.className : [];
  return names
    .map(String)
    .find((name) => name.startsWith("language-"))
    ?.slice("language-".length);
}

function draftDetails(details: Element, frame: Frame): void {
  // Not one of details within these.
  const summary = details.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "summary",
  );
  const rest = details.children.filter((child) => child !== summary);
  const heading = summary && findElement(summary, (node) => /^h[1-6]$/.test(node.tagName));
  if (heading) draftAll(details.children, scopeTo(current(frame), frame));
  else draftAll(rest, summary ? scopeTo(addItem(frame, summary), frame) : frame);
}
