import { fallbackAdvance } from "../mindmap/fallback.ts";
import { codeAdvance } from "../mindmap/measure.ts";
import { EM, MONO_FAMILY } from "../mindmap/theme.ts";
import type { Shape } from "../mindmap/shape.ts";
import type { FontWeight } from "./label-font.ts";
import { setLine, type Span, splitGraphemes } from "./set-line.ts";
import { type StandIn, standInsFor } from "./stand-ins.ts";

type Attributes = Shape["attributes"];

/** How letters of a drawing are set. */
export interface TextStyle {
  /** Pixels. */
  fontSize: number;
  weight: FontWeight;
  mono: boolean;
  italic: boolean;
  underline: boolean;
  struck: boolean;
  /** How far above the line's beginning, in pixels. */
  rise: number;
  /** Class and fill of the stretch. */
  paint: Attributes;
  /** The link it stands in, if it has one within its text. */
  link?: Attributes;
}

const PLAIN: TextStyle = {
  fontSize: 16,
  weight: 400,
  mono: false,
  italic: false,
  underline: false,
  struck: false,
  rise: 0,
  paint: {},
};

/** A stretch of letters in its place: left end and baseline, in pixels. */
export interface PlacedSpan<Font> extends Span<TextStyle, Font> {
  x: number;
  y: number;
  /** Pixels. */
  width: number;
}

/** What a text is set with. */
export interface Typesetter<Font> {
  /** The font of what a reader takes for one letter. */
  pick(grapheme: string, style: TextStyle): Font;
  /** Whether it has the letter that it was picked for: of those that none has, others stand in where this is told. */
  isAble?(font: Font): boolean;
  /** Width in pixels. */
  measure(span: Span<TextStyle, Font>): number;
}

interface Line {
  x: number;
  y: number;
  /** How far below the line's beginning its last letters stand, in pixels. */
  drop: number;
  runs: Run[];
}

interface Run {
  text: string;
  style: TextStyle;
  /** What it stands in for, if for anything. */
  words?: string;
}

/**
 * By what a stretch is to be made narrower, at most 1: code was given the room of a monospaced font, which letters of
 * others exceed.
 * @param width as wide as its font makes it, in pixels
 */
export function squeeze({ text, style: { fontSize, mono } }: Span<TextStyle, unknown>, width: number): number {
  return mono && width > 0 ? Math.min(1, (codeAdvance(text, fallbackAdvance) * fontSize) / width) : 1;
}

/**
 * Sets a drawing's `text` element: every stretch of it with its font, its look and its place, in the order in which
 * they were written.
 */
export function typeset<Font>(text: Shape, { pick, isAble, measure }: Typesetter<Font>): PlacedSpan<Font>[] {
  const canSet = isAble && ((grapheme: string, style: TextStyle) => isAble(pick(grapheme, style)));
  const { x, y, direction, "text-anchor": anchor } = text.attributes;
  const isRightToLeft = direction === "rtl";
  const lines: Line[] = [{ x: Number(x), y: Number(y), drop: 0, runs: [] }];
  collectRuns(text, restyle(PLAIN, text), lines);
  return lines.flatMap((line) => {
    const runs = canSet ? line.runs.flatMap((run) => replaceMissing(run, canSet)) : line.runs;
    const spans = setLine(runs, isRightToLeft, pick).map((span) => ({ ...span, width: measure(span) }));
    const width = spans.reduce((sum, span) => sum + span.width, 0);
    let left = line.x - (anchor === "middle" ? width / 2 : isRightToLeft ? width : 0);
    const placed = spans.map((span) => {
      const place = { ...span, x: left, y: line.y - span.style.rise };
      left += span.width;
      return place;
    });
    return placed.sort((a, b) => a.rank - b.rank);
  });
}

function collectRuns(part: Shape, style: TextStyle, lines: Line[]): void {
  for (const child of part.children) {
    if (typeof child === "string") {
      lines.at(-1)?.runs.push({ text: child, style });
      continue;
    }
    const { x, dy = 0 } = child.attributes;
    const line = lines.at(-1) as Line;
    const drop = line.drop + Number(dy);
    if (x === undefined) line.drop = drop;
    else lines.push({ x: Number(x), y: line.y + drop, drop: 0, runs: [] });
    collectRuns(child, { ...restyle(style, child), rise: x === undefined ? -drop : 0 }, lines);
  }
}

/** Letters that all fonts have, at least where others stand in for none. */
const COMMON = /^[\u0020-\u007e\u00a1-\u00ff]*$/;

/** Puts what stands in for them in the place of letters that cannot be set. */
function replaceMissing(run: Run, canSet: (grapheme: string, style: TextStyle) => boolean): Run[] {
  if (COMMON.test(run.text)) return [run];
  const styles = { raised: place(run.style, "raised"), lowered: place(run.style, "lowered"), none: run.style };
  const parts: Run[] = [];
  const isSet = (letter: string) => canSet(letter, run.style);
  for (const grapheme of splitGraphemes(run.text)) {
    const standIns = isSet(grapheme) ? undefined : standInsFor(grapheme, isSet);
    if (standIns) {
      for (const [at, { text, place: where = "none" }] of standIns.entries())
        parts.push({ text, style: styles[where], words: at > 0 ? "" : grapheme });
      continue;
    }
    const last = parts.at(-1);
    if (last && last.words === undefined) last.text += grapheme;
    else parts.push({ text: grapheme, style: run.style });
  }
  return parts;
}

function place(style: TextStyle, where: StandIn["place"]): TextStyle {
  const { fontSize, rise } = style;
  const step = where === "raised" ? EM.raised : -EM.lowered;
  return { ...style, fontSize: fontSize * EM.script, rise: rise + fontSize * step };
}

function restyle(outer: TextStyle, { name, attributes }: Shape): TextStyle {
  const { "font-family": family, "font-size": size, "font-weight": weight, "font-style": posture } = attributes;
  const { "text-decoration": line, class: kind, fill } = attributes;
  return {
    ...outer,
    fontSize: size === undefined ? outer.fontSize : Number(size),
    weight: weight === 700 || weight === 400 ? weight : outer.weight,
    mono: family === undefined ? outer.mono : family === MONO_FAMILY,
    italic: outer.italic || posture === "italic",
    underline: outer.underline || line === "underline",
    struck: outer.struck || line === "line-through",
    paint: kind === undefined && fill === undefined ? outer.paint : { class: kind, fill },
    ...(name === "a" ? { link: attributes } : {}),
  };
}

/** The words of a drawing's part, as one line. */
export function textOf(part: Shape): string {
  const read = ({ children }: Shape): string =>
    children.map((child) => (typeof child === "string" ? child : read(child))).join("");
  return read(part).replace(/\s+/g, " ").trim();
}
