import { isLargerIn, type Size } from "../mindmap/frame.ts";
import { type LayoutName, type MapLayout, layoutMap } from "../mindmap/layout.ts";
import { foldCrowded, foldOutline, pickExpandLevel, unfoldOutline } from "../mindmap/fold.ts";
import { type FontMetrics, measureOutline } from "../mindmap/measure.ts";
import { DEFAULT_OPTIONS, type MapOptions } from "../mindmap/theme.ts";
import { directionOf } from "../notes/direction.ts";
import type { OutlineNode } from "../outline/node.ts";
import { loadMetrics } from "./font.ts";
import type { Note } from "./notes.ts";

/** A note's map: its measured outline and how it is to be drawn. */
export interface NoteMap {
  /** Measured, nothing folded but what the author marked. */
  outline: OutlineNode;
  options: MapOptions & { initialExpandLevel: number };
  layoutName: LayoutName;
}

let metrics: FontMetrics | undefined;
const maps = new WeakMap<OutlineNode, NoteMap>();

/** What a map is made of, as {@link createMap} takes it; it can be sent to a thread. */
export type MapSource = Parameters<typeof createMap>;

/** What the map of a note is made of. */
export function sourceOf({ outline, front }: Note): MapSource {
  return [outline, front.markmap ?? {}, layoutOf(front)];
}

/** How a note's map is laid out where nobody asks for another way: it grows as its script is read. */
export function layoutOf(front: Parameters<typeof directionOf>[0]): LayoutName {
  return directionOf(front) === "rtl" ? "left" : "right";
}

/** The map of a note, measured once and remembered. */
export function getMap(note: Note): NoteMap {
  let map = maps.get(note.outline);
  if (!map) {
    map = createMap(...sourceOf(note));
    maps.set(note.outline, map);
  }
  return map;
}

/** Makes a map of any outline; `markmap` is what an author may set in front matter. */
export function createMap(outline: OutlineNode, markmap: Markmap, layoutName: LayoutName = "right"): NoteMap {
  metrics ??= loadMetrics();
  const options = readOptions(markmap);
  const measured = measureOutline(outline, metrics, options);
  if (options.initialExpandLevel === undefined) foldCrowded(measured);
  const { initialExpandLevel = pickExpandLevel(measured) } = options;
  return { outline: measured, options: { ...options, initialExpandLevel }, layoutName };
}

type Markmap = NonNullable<Note["front"]["markmap"]>;

function readOptions({ color, lineWidth, ...markmap }: Markmap): MapOptions {
  const options: MapOptions = { ...DEFAULT_OPTIONS };
  for (const key of [
    "colorFreezeLevel",
    "maxWidth",
    "nodeMinHeight",
    "paddingX",
    "spacingHorizontal",
    "spacingVertical",
  ] as const) {
    const value = markmap[key];
    if (value !== undefined) options[key] = value;
  }
  for (const key of ["initialExpandLevel", "duration", "fitRatio", "maxInitialScale"] as const) {
    if (markmap[key] !== undefined) options[key] = markmap[key];
  }
  if (color !== undefined) options.color = [color].flat();
  const [base, delta, shrink] = DEFAULT_OPTIONS.lineWidth;
  // One number is markmap's way to say: every line has this width.
  if (typeof lineWidth === "number") options.lineWidth = [lineWidth, 0, 1];
  else if (lineWidth) options.lineWidth = [lineWidth[0] ?? base, lineWidth[1] ?? delta, lineWidth[2] ?? shrink];
  return options;
}

/** The map as a page first shows it. */
export function layoutFirstView({ outline, options, layoutName }: NoteMap): MapLayout {
  return layoutMap(foldOutline(outline, options.initialExpandLevel), options, layoutName);
}

/**
 * The same with branches on both sides, where that gives it clearly larger letters in a room.
 * @param own the first view
 */
export function layoutBothSides(room: Size, map: NoteMap, own: MapLayout): MapLayout | undefined {
  const both = layoutFirstView({ ...map, layoutName: "both" });
  return isLargerIn(room, own.bounds, both.bounds, map.options) ? both : undefined;
}

/** The whole map, as files hold it. */
export function layoutWhole({ outline, options, layoutName }: NoteMap): MapLayout {
  return layoutMap(unfoldOutline(outline), options, layoutName);
}
