import type { OutlineNode } from "../outline/node.ts";
import { type Run, isCode, parseRuns } from "./runs.ts";
import { DEFAULT_OPTIONS, EM, type MapOptions, ROOT_WIDTH, labelStyle } from "./theme.ts";
import { type SliceMeasure, wrap } from "./wrap.ts";

/** Tells how wide text is, without a browser. */
export interface FontMetrics {
  /** Width in em of a text set in the label font. */
  advance(text: string, bold: boolean): number;
}

/** Widest advance, in em, among the monospaced families a reader's system may offer. */
const MONO_ADVANCE = 0.603;
/** Room, in pixels, that a task's box takes before its label. */
const TASK_INSET = 18;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The number an ordered item shows before its label. */
export function indexPrefix({ payload: { index, marker } }: OutlineNode): string {
  return index === undefined ? "" : `${marker ?? index}. `;
}

/** A node's label as runs, with what the drawing adds to the page's words. */
export function labelRuns(node: OutlineNode): readonly Run[] {
  const runs = parseRuns(node.content);
  const prefix = indexPrefix(node);
  return prefix ? [{ text: prefix, marks: [] }, ...runs] : runs;
}

/** Room before a label, in pixels. */
export function labelInset(node: OutlineNode): number {
  return node.payload.checked === undefined ? 0 : TASK_INSET;
}

/** Largest width and height, in pixels, at which a map shows a picture. */
const PICTURE_ROOM: [width: number, height: number] = [120, 72];
/** Room between a picture and its label, in pixels. */
const PICTURE_GAP = 4;

/** Size in pixels at which a node's picture stands above its label; undefined when the map shows none. */
export function pictureSize({ payload: { image } }: OutlineNode): [width: number, height: number] | undefined {
  if (!image?.data || !image.width || !image.height) return undefined;
  const scale = Math.min(1, PICTURE_ROOM[0] / image.width, PICTURE_ROOM[1] / image.height);
  return [Math.round(image.width * scale), Math.round(image.height * scale)];
}

/** Height of what stands above a label, in pixels. */
export function labelTop(node: OutlineNode): number {
  const picture = pictureSize(node);
  return picture ? picture[1] + PICTURE_GAP : 0;
}

/** Room on either side of a label, in pixels; the root's label stands in a pill. */
export function labelPadding(node: OutlineNode, options: MapOptions): number {
  return node.payload.tag === "h1" ? options.paddingX + 10 : options.paddingX;
}

/**
 * Measures every label of an outline: sets `payload.size`, `payload.branch` and, where a label
 * takes several lines, `payload.breaks`. The outline given is not changed. Iterative, so depth is
 * no limit.
 */
export function measureOutline(root: OutlineNode, metrics: FontMetrics, options: MapOptions): OutlineNode {
  const measured = measureNode(root, metrics, options);
  const open: { node: OutlineNode; level: number }[] = [{ node: measured, level: 1 }];
  let branches = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, level } = item;
    const inherited = node.payload.branch;
    if (level > 1 && (inherited === undefined || options.colorFreezeLevel === 0 || level <= options.colorFreezeLevel)) {
      node.payload.branch = branches++;
    }
    const branch = node.payload.branch;
    node.children = node.children.map((child) => {
      const copy = measureNode(child, metrics, options);
      if (branch !== undefined) copy.payload.branch = branch;
      return copy;
    });
    for (const child of node.children.toReversed()) open.push({ node: child, level: level + 1 });
  }
  return measured;
}

function measureNode(node: OutlineNode, metrics: FontMetrics, options: MapOptions): OutlineNode {
  const { fontSize, bold } = labelStyle(node.payload.tag);
  const runs = labelRuns(node);
  const measures = runs.map((run) => createRunMeasure(run, { fontSize, bold }, metrics));
  const inset = labelInset(node);
  const limit = widthLimit(node, options) - inset;
  const text = runs.map((run) => run.text).join("");
  const { breaks, width } = wrap(text, createSliceMeasure(runs, measures), Math.max(limit, fontSize * 2));
  const words = Math.max(options.nodeMinHeight, Math.round((breaks.length + 1) * fontSize * EM.line));
  const height = words + lineRoom(options);
  const wide = Math.max(Math.ceil(width) + 1 + inset, pictureSize(node)?.[0] ?? 0);
  const size: [number, number] = [wide + labelPadding(node, options) * 2, height + labelTop(node)];
  const payload = { ...node.payload, size };
  if (breaks.length) payload.breaks = breaks;
  return { ...node, payload };
}

/** Room, in pixels, that the thickest line needs besides what a label leaves it: half of a line is above where it runs. */
function lineRoom({ lineWidth: [base, delta] }: MapOptions): number {
  const [usualBase, usualDelta] = DEFAULT_OPTIONS.lineWidth;
  return Math.max(0, Math.ceil(base + delta - usualBase - usualDelta));
}

/** Widest a label may get, in pixels. */
function widthLimit({ payload }: OutlineNode, { maxWidth }: MapOptions): number {
  if (maxWidth <= 0) return Number.POSITIVE_INFINITY;
  return payload.tag === "h1" ? Math.min(maxWidth, ROOT_WIDTH) : maxWidth;
}

/** Tells how wide a part of a run is, in pixels. */
type RunMeasure = (text: string) => number;

function createRunMeasure(
  { marks }: Run,
  { fontSize, bold }: { fontSize: number; bold: boolean },
  metrics: FontMetrics,
): RunMeasure {
  const isScript = marks.includes("sub") || marks.includes("sup");
  if (isCode(marks)) {
    // Raised or lowered, code is as small as other letters are.
    const size = (isScript ? EM.script : EM.code) * fontSize;
    return (text) => codeAdvance(text, (letter) => metrics.advance(letter, false)) * size;
  }
  const size = (isScript ? EM.script : 1) * fontSize;
  const isBold = bold || marks.includes("strong");
  return (text) => metrics.advance(text, isBold) * size;
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * Width in em that code is given: that of a monospaced font, but to East Asian letters and signs of several units theirs.
 * @param advanceOf width in em of such a letter or sign
 */
export function codeAdvance(text: string, advanceOf: (grapheme: string) => number): number {
  if (ASCII.test(text)) return text.length * MONO_ADVANCE;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    const isOne = segment.length === 1 && segment < "\u2e80";
    width += isOne ? MONO_ADVANCE : Math.max(MONO_ADVANCE, advanceOf(segment));
  }
  return width;
}

function createSliceMeasure(runs: readonly Run[], measures: readonly RunMeasure[]): SliceMeasure {
  return (start, end) => {
    let offset = 0;
    let width = 0;
    for (const [at, { text }] of runs.entries()) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, text.length);
      if (to > from) width += (measures[at] as RunMeasure)(text.slice(from, to));
      offset += text.length;
      if (offset >= end) break;
    }
    return width;
  };
}
