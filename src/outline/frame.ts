import type { Element, ElementContent, Root } from "hast";
import { type Label, readFoldMark, writeLabel } from "./label.ts";
import type { NodePayload, OutlineNode } from "./node.ts";
import { splitItem } from "./split-item.ts";

/** Most levels an outline may have: what writes it walks it by recursion, and no reader follows as far. */
export const DEEPEST_OUTLINE = 500;

/** What a page, or an element of it, holds. */
export type Child = Root["children"][number] | ElementContent;

/** A stretch of the page whose headings rank among themselves: the note, a quotation, a list item. */
export interface Frame {
  /** The open headings, outermost first, below the node that everything in the stretch belongs to. */
  open: { level: number; node: OutlineNode }[];
  /** Levels of the outline above the stretch. */
  depth: number;
  era: NodePayload["era"];
  /** Reads what elements of any kind hold into a frame, for those who read one kind and know no other. */
  draftAll(nodes: readonly Child[], frame: Frame): void;
}

/** The frame for what belongs below a node. */
export function scopeTo(node: OutlineNode, frame: Frame): Frame {
  return { ...frame, open: [{ level: 0, node }], depth: frame.depth + frame.open.length };
}

/** The node that what comes next belongs to. */
export function current(frame: Frame): OutlineNode {
  return (frame.open.at(-1) as Frame["open"][number]).node;
}

/** Adds a node for an element at the end of what is open. */
export function addNode(frame: Frame, element: Element, label: Label, payload: Partial<NodePayload> = {}): OutlineNode {
  if (frame.depth + frame.open.length > DEEPEST_OUTLINE) {
    throw new RangeError(
      `The outline is more than ${DEEPEST_OUTLINE} levels deep at “${label.content.slice(0, 60)}”: break the list up, with headings or into notes.`,
    );
  }
  const { properties, tagName } = element;
  const fold = label.fold || readFoldMark(element);
  const node: OutlineNode = {
    content: label.content,
    children: [],
    payload: {
      id: String(properties.id ?? ""),
      tag: tagName,
      ...(fold && { fold }),
      ...(frame.era && { era: frame.era }),
      ...payload,
    },
  };
  current(frame).children.push(node);
  return node;
}

/**
 * Adds a node for an element by its first words; what stands in it after them is below the node.
 * @param parts those of the element, where they are known already
 */
export function addItem(
  frame: Frame,
  item: Element,
  payload?: Partial<NodePayload>,
  { words, rest } = splitItem(item),
): OutlineNode {
  const node = addNode(frame, item, writeLabel(words), payload);
  frame.draftAll(rest, scopeTo(node, frame));
  return node;
}

/** Makes a node without words that begins with a code block or a picture that one, rather than an empty node above it. */
export function mergeFirst(node: OutlineNode): void {
  const [first] = node.children;
  if (node.content === "" && first && /^(?:pre|img|figure)$/.test(first.payload.tag)) {
    node.content = first.content;
    if (first.payload.image) node.payload.image = first.payload.image;
    node.children.splice(0, 1, ...first.children);
  }
}
