import { type MapBox, type MapLayout, hasBelow } from "./layout.ts";
import { labelInset, labelPadding, labelRuns, labelTop, pictureSize } from "./measure.ts";
import type { OutlineNode } from "../outline/node.ts";
import { isCode, type Run, splitRuns } from "./runs.ts";
import { round, type Shape, shape } from "./shape.ts";
import { EM, type MapOptions, labelStyle } from "./theme.ts";

type Attributes = Shape["attributes"];

/** Says how the parts of a map look: by classes in a page, by attributes in a file that stands alone. */
export interface Paint {
  line(box: MapBox): Attributes;
  label(box: MapBox): Attributes;
  run(run: Run, box: MapBox): Attributes;
  root(box: MapBox): Attributes;
  handle(box: MapBox): Attributes;
  count(box: MapBox): Attributes;
  task(box: MapBox): Attributes;
  /** Where a picture is to be had: its address in a page, its bytes in a file that stands alone. */
  picture(image: NonNullable<OutlineNode["payload"]["image"]>): Attributes;
  /** Whether links may stand within a label; without, all of it leads where its only link does, or to its node. */
  linksWithin: boolean;
}

/** Room, in pixels, between a label and the count of what is folded behind it. */
const HANDLE_GAP = 2;
/** Radius of an open fold handle in pixels. */
const HANDLE_RADIUS = 4;
/** Width of a task's box in pixels. */
const TASK_WIDTH = 13;
/** A mark that is not drawn: what stands between two of them runs from left to right among words that do not. */
const LEFT_TO_RIGHT = "\u200e";

/** Where a node of the map leads; undefined: nowhere. */
export type Linker = (box: MapBox, href?: string) => string | undefined;

/** Begins with a letter of a script that reads from right to left (Hebrew, Arabic and their kin): their digits turn nothing. */
const RTL = /^[^\p{L}]*(?=\p{L})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Tells whether a text begins with a letter that reads from right to left. */
export function isRightToLeft(text: string): boolean {
  return RTL.test(text);
}

/** Width of a node's line in pixels: it thins out with the level, as markmap's does. */
export function lineWidth(level: number, [base, delta, shrink]: MapOptions["lineWidth"]): number {
  return round(base + delta / shrink ** (level - 1));
}

/** The point on a box's edge from which lines to its children start, and its fold handle sits. */
export function handlePoint(box: MapBox, side: 1 | -1 = box.side): [x: number, y: number] {
  return [side > 0 ? box.x + box.width : box.x, box.level === 1 ? box.y + box.height / 2 : box.y + box.height];
}

/** How many nodes are folded away, as far as there is room for the number. */
export function countText({ hidden }: MapBox): string {
  return hidden > 999 ? "999+" : String(hidden);
}

function countWidth(box: MapBox): number {
  return 10 + countText(box).length * 6;
}

/**
 * The middle of a box's fold handle, relative to the box's corner. An open one sits on the line's
 * end; a folded one stands beside the label, where no label below can run into it.
 */
export function handleCenter(box: MapBox): [x: number, y: number] {
  const [x, y] = handlePoint({ ...box, x: 0, y: 0 });
  if (!box.hidden) return [x, y];
  return [x + (countWidth(box) / 2 + HANDLE_GAP) * box.side, box.height / 2 + 1];
}

/** Radius of the root's corners in pixels: a pill around one line, and no rounder than its words allow around more. */
function rootRadius({ height }: MapBox): number {
  return Math.min((height + 10) / 2, 24);
}

/**
 * The line of a node, from the rim of its parent's handle (the root has none) to the far end of its label,
 * relative to the node's corner.
 * @returns SVG path data
 */
export function linePath(box: MapBox): string {
  if (!box.parent) return "";
  const [parentX, parentY] = handlePoint(box.parent, box.side);
  const rim = box.parent.parent ? HANDLE_RADIUS * box.side : 0;
  const fromX = round(parentX + rim - box.x);
  const fromY = round(parentY - box.y);
  const nearX = box.side > 0 ? 0 : box.width;
  const farX = box.width - nearX;
  const middle = round((fromX + nearX) / 2);
  return `M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${box.height} ${nearX} ${box.height}H${farX}`;
}

/** Draws one node with its line, relative to the node's own corner. */
export function drawNode(box: MapBox, options: MapOptions, paint: Paint, link: Linker): Shape[] {
  const [line, ...handle] = drawFarNode(box, paint) as [Shape, ...Shape[]];
  const task = box.node.payload.checked === undefined ? [] : [drawTask(box, options, paint)];
  return [line, ...task, ...drawPicture(box, options, paint), ...drawLabel(box, options, paint, link), ...handle];
}

/** Draws a node too far away for its words to be read: its line, which its children's go on from, and its handle. */
export function drawFarNode(box: MapBox, paint: Paint): Shape[] {
  const parts = box.parent ? [shape("path", { d: linePath(box), ...paint.line(box) })] : [drawRoot(box, paint)];
  return hasBelow(box.node) && (box.parent || box.hidden) ? [...parts, ...drawHandle(box, paint)] : parts;
}

function drawRoot(box: MapBox, paint: Paint): Shape {
  const { width, height } = box;
  return shape("rect", { x: 0, y: -5, width, height: height + 10, rx: rootRadius(box), ...paint.root(box) });
}

/** Where what is so wide begins in a box, on the side that its words begin on. */
function startOf(box: MapBox, { paddingX }: MapOptions, wide: number): number {
  return isRightToLeft(wordsOf(labelRuns(box.node))) ? box.width - paddingX - wide : paddingX;
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function drawTask(box: MapBox, options: MapOptions, paint: Paint): Shape {
  const x = startOf(box, options, TASK_WIDTH);
  const tick = box.node.payload.checked ? `M${x + 2.5} 9.5l3 3 5-6.5` : "";
  return shape("path", { d: `M${x} 3.5h13v13h-13z${tick}`, ...paint.task(box) });
}

function drawPicture(box: MapBox, options: MapOptions, paint: Paint): Shape[] {
  const { node } = box;
  const size = pictureSize(node);
  if (!size || !node.payload.image) return [];
  const [width, height] = size;
  return [
    shape("image", { x: startOf(box, options, width), y: 0, width, height, ...paint.picture(node.payload.image) }),
  ];
}

function drawLabel(box: MapBox, options: MapOptions, paint: Paint, link: Linker): Shape[] {
  const { fontSize } = labelStyle(box.node.payload.tag);
  const runs = labelRuns(box.node);
  const words = wordsOf(runs);
  const breaks = box.node.payload.breaks ?? [];
  const lines = splitRuns(runs, breaks);
  const blanks = breaks.map((at) => (/\s/.test(words[at - 1] ?? "") ? [" "] : []));
  const rtl = isRightToLeft(words);
  const padding = labelPadding(box.node, options);
  // In the middle of its pill the root keeps within it also where another font with wider letters stands in.
  const isRoot = box.parent === null;
  const start = padding + labelInset(box.node);
  const x = isRoot ? box.width / 2 : rtl ? box.width - start : start;
  const top = (labelTop(box.node) + box.height - lines.length * fontSize * EM.line) / 2;
  const direction = { ...(rtl && { direction: "rtl" }), ...(isRoot && { "text-anchor": "middle" }) };
  const steps = stepsDown(lines, fontSize);
  const hrefs = [...new Set(runs.flatMap(({ href }) => href ?? []))];
  const hasLinks = paint.linksWithin && hrefs.length > 0;
  const ownLink = link(box, !hasLinks && hrefs.length === 1 ? hrefs[0] : undefined);
  const children = lines.flatMap((runs, line) => {
    const [first = 0] = steps[line] ?? [];
    const parts = runs.map((run, at) => {
      const part = drawRun(run, box, paint, rtl, at ? steps[line]?.[at] : 0);
      const href = run.href === undefined ? ownLink : link(box, run.href);
      return hasLinks && href !== undefined ? shape("a", { href }, [part]) : part;
    });
    // A blank between the lines is one in the words, for those who read or copy them; on its own it moves no line.
    const blank = (blanks[line - 1] ?? []).map((one) => (isRoot ? shape("tspan", { x }, [one]) : one));
    return line ? [...blank, shape("tspan", { x, dy: round(fontSize * EM.line + first) }, parts)] : parts;
  });
  const y = round(top + fontSize * EM.ascent + (steps[0]?.[0] ?? 0));
  const text = shape("text", { x, y, ...direction, ...paint.label(box) }, children);
  // Links do not nest: a label with links of its own is linked run by run.
  return [hasLinks || ownLink === undefined ? text : shape("a", { href: ownLink }, [text])];
}

/**
 * How far below the one before it each run of a label stands, in pixels. Letters are raised and lowered by `dy`:
 * of `baseline-shift` programs make different heights, or none (Firefox).
 */
function stepsDown(lines: readonly (readonly Run[])[], fontSize: number): number[][] {
  let before = 0;
  return lines.map((runs) =>
    runs.map(({ marks }) => {
      const drop = marks.includes("sub") ? EM.lowered : marks.includes("sup") ? -EM.raised : 0;
      const step = round((drop - before) * fontSize);
      before = drop;
      return step;
    }),
  );
}

/** Arabic has no slanted letters: programs that look for some take those of fonts that have none of its, as Inkscape does. */
function withoutSlant(run: Run): Run {
  return /\p{Script=Arabic}/u.test(run.text) ? { ...run, marks: run.marks.filter((mark) => mark !== "em") } : run;
}

function drawRun(given: Run, box: MapBox, paint: Paint, rtl: boolean, dy = 0): Shape | string {
  const run = withoutSlant(given);
  const attributes = { ...(run.marks.length > 0 && paint.run(run, box)), ...(dy && { dy }) };
  // As in the text: the strokes that an option begins with would stand behind it. Browsers place a line that begins with an
  // element of another direction elsewhere.
  const text = rtl && isCode(run.marks) ? `${LEFT_TO_RIGHT}${run.text}${LEFT_TO_RIGHT}` : run.text;
  return Object.keys(attributes).length ? shape("tspan", attributes, [text]) : text;
}

function drawHandle(box: MapBox, paint: Paint): Shape[] {
  const [x, y] = handleCenter(box);
  if (!box.hidden) return [shape("circle", { cx: x, cy: y, r: HANDLE_RADIUS, ...paint.handle(box) })];
  const wide = countWidth(box);
  return [
    shape("rect", { x: x - wide / 2, y: y - 8, width: wide, height: 16, rx: 8, ...paint.handle(box) }),
    // Blanks on both sides keep it in the middle, and its number apart from the label's words.
    shape("text", { x, y: y + 3.8, ...paint.count(box) }, [` ${countText(box)} `]),
  ];
}

/** Draws a whole map: a `g` per node, in reading order, lines beneath labels. */
export function drawMap(layout: MapLayout, options: MapOptions, paint: Paint, link: Linker): Shape[] {
  return layout.boxes.map((box) =>
    shape("g", { transform: `translate(${box.x} ${box.y})` }, drawNode(box, options, paint, link)),
  );
}
