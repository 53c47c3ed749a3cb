import type { Font } from "fontkit";
import { isRightToLeft } from "../mindmap/draw.ts";
import { fallbackAdvance } from "../mindmap/fallback.ts";
import { MONO_ADVANCE } from "../mindmap/measure.ts";
import { type Shape, shape } from "../mindmap/shape.ts";
import { MONO_FAMILY } from "../mindmap/theme.ts";
import { type FontWeight, hasLetters, openFont } from "./fonts.node.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { drawSvg, writeSvg } from "./svg.ts";

type Attributes = Shape["attributes"];

/** How the letters of a text are set, and where the next one stands. */
interface Pen {
  x: number;
  y: number;
  style: Style;
  /** The letters drawn so far, by their ids. */
  glyphs: Map<string, Shape>;
}

interface Style {
  /** Pixels. */
  fontSize: number;
  weight: FontWeight;
  mono: boolean;
  italic: boolean;
  underline: boolean;
  struck: boolean;
  /** How far above the line, in pixels. */
  rise: number;
  /** What a letter that the font lacks is written with. */
  attributes: Attributes;
}

const PLAIN: Style = {
  fontSize: 16,
  weight: 400,
  mono: false,
  italic: false,
  underline: false,
  struck: false,
  rise: 0,
  attributes: {},
};

/** Tangent of the angle by which browsers slant a font that has no italics: 14 degrees. */
const SLANT = 0.25;
/** Rises in em of the letters around, as the PDF has them. */
const RISE: Record<string, number> = { super: 0.35, sub: -0.15 };
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A map as SVG whose letters are shapes, so that it looks the same in programs that have no fonts
 * at all. Each letter is defined once and placed by `use`, in the font's own units. Words stay as
 * names for those who listen; letters that the label font lacks, and labels with words from right
 * to left, stay text.
 */
export function toOutlinedSvg(map: ExportMap, context: ExportContext): string {
  const svg = drawSvg(map, context, true);
  const glyphs: Pen["glyphs"] = new Map();
  const children = svg.children.map((child) => (typeof child === "string" ? child : outline(child, glyphs)));
  const first = children.findIndex((child) => typeof child !== "string" && child.name === "rect");
  const definitions = shape(
    "defs",
    {},
    [...glyphs.values()]
      .filter(({ attributes }) => attributes.d)
      .sort(({ attributes: { id: a = 0 } }, { attributes: { id: b = 0 } }) => (a < b ? -1 : 1)),
  );
  return writeSvg({ ...svg, children: children.toSpliced(first, 0, definitions) });
}

function outline(part: Shape, glyphs: Pen["glyphs"]): Shape {
  if (part.name === "text") return outlineText(part, glyphs);
  return {
    ...part,
    children: part.children.map((child) => (typeof child === "string" ? child : outline(child, glyphs))),
  };
}

/** Turns a label into a group that has its words as its name. */
function outlineText(text: Shape, glyphs: Pen["glyphs"]): Shape {
  const words = wordsOf(text);
  if (words.split(/(?=\p{L})/u).some(isRightToLeft)) return text;
  const { x, y, class: name, fill } = text.attributes;
  const style = restyle(PLAIN, text.attributes);
  const pen: Pen = { x: Number(x), y: Number(y), style, glyphs };
  const parts = draw(text.children, pen);
  const middle = text.attributes["text-anchor"] === "middle" ? (Number(x) - pen.x) / 2 : 0;
  const hasLinks = text.children.some(function isLink(child): boolean {
    return typeof child !== "string" && (child.name === "a" || child.children.some(isLink));
  });
  const attributes = {
    class: name,
    fill,
    // A picture hides what stands in it, and links are to be reached.
    role: hasLinks ? "group" : "img",
    "aria-label": words,
    transform: middle ? `translate(${round(middle)} 0)` : undefined,
  };
  return shape("g", attributes, parts);
}

function draw(children: Shape["children"], pen: Pen): Shape[] {
  return children.flatMap((child) => {
    if (typeof child === "string") return drawWords(child, pen);
    const { x, dy, class: name, fill, ...rest } = child.attributes;
    if (x !== undefined) pen.x = Number(x);
    if (dy !== undefined) pen.y += Number(dy);
    const outer = pen.style;
    pen.style = restyle(outer, child.attributes);
    const parts = draw(child.children, pen);
    pen.style = outer;
    if (child.name === "a") return shape("a", { ...rest, "aria-label": wordsOf(child) }, parts);
    return name === undefined && fill === undefined ? parts : shape("g", { class: name, fill }, parts);
  });
}

function restyle(outer: Style, attributes: Attributes): Style {
  const { "font-family": family, "font-size": size, "font-weight": weight, "font-style": posture } = attributes;
  const { "text-decoration": line, "baseline-shift": shift } = attributes;
  const fontSize = size === undefined ? outer.fontSize : Number(size);
  return {
    fontSize,
    weight: weight === 700 ? 700 : outer.weight,
    mono: family === undefined ? outer.mono : family === MONO_FAMILY,
    italic: outer.italic || posture === "italic",
    underline: outer.underline || line === "underline",
    struck: outer.struck || line === "line-through",
    rise: outer.rise + (RISE[String(shift)] ?? 0) * outer.fontSize,
    attributes: {
      ...outer.attributes,
      "font-family": family ?? outer.attributes["font-family"],
      "font-size": fontSize,
      "font-weight": weight ?? outer.attributes["font-weight"],
      "font-style": posture ?? outer.attributes["font-style"],
      "text-decoration": line ?? outer.attributes["text-decoration"],
    },
  };
}

/** Draws words at the pen and moves it behind them. */
function drawWords(words: string, pen: Pen): Shape[] {
  const font = openFont(pen.style.weight);
  const parts: { text: string; known: boolean }[] = [];
  for (const { segment } of graphemes.segment(words)) {
    const known = hasLetters(font, segment);
    const last = parts.at(-1);
    if (last?.known === known) last.text += segment;
    else parts.push({ text: segment, known });
  }
  return parts.flatMap(({ text, known }) => (known ? drawLetters(text, font, pen) : [writeLetters(text, pen)]));
}

function drawLetters(text: string, font: Font, pen: Pen): Shape[] {
  const { fontSize, weight, mono, italic, underline, struck, rise } = pen.style;
  const { glyphs, positions, advanceWidth } = font.layout(text);
  const scale = fontSize / font.unitsPerEm;
  // Code was given the room of a monospaced font, which some of these letters exceed.
  const room = mono ? (text.length * MONO_ADVANCE * font.unitsPerEm) / advanceWidth : 1;
  const width = scale * Math.min(1, room);
  let x = 0;
  const uses = glyphs.flatMap((glyph, index) => {
    const place = positions[index];
    const at = [x + (place?.xOffset ?? 0), place?.yOffset ?? 0] as const;
    x += place?.xAdvance ?? 0;
    const id = `${weight === 700 ? "gb" : "gr"}${glyph.id}`;
    if (!pen.glyphs.has(id)) pen.glyphs.set(id, shape("path", { id, d: glyph.path.toSVG() }));
    // A blank has no shape.
    if (!pen.glyphs.get(id)?.attributes.d) return [];
    return shape("use", { "xlink:href": `#${id}`, x: at[0] || undefined, y: at[1] || undefined });
  });
  const lines = [
    ...(underline ? [[font.underlinePosition, font.underlineThickness]] : []),
    ...(struck ? [[font["OS/2"].yStrikeoutPosition, font["OS/2"].yStrikeoutSize]] : []),
  ].map(([top = 0, height = 0]) => shape("rect", { y: top - height, width: advanceWidth, height }));
  const matrix = [width, 0, italic ? scale * SLANT : 0, -scale, pen.x, pen.y - rise].map(round).join(" ");
  pen.x += advanceWidth * width;
  return uses.length + lines.length > 0 ? [shape("g", { transform: `matrix(${matrix})` }, [...lines, ...uses])] : [];
}

function writeLetters(text: string, pen: Pen): Shape {
  const { attributes, fontSize, mono, rise } = pen.style;
  const written = shape("text", { x: round(pen.x), y: round(pen.y - rise), ...attributes }, [text]);
  for (const { segment } of graphemes.segment(text))
    pen.x += Math.max(mono ? MONO_ADVANCE : 0, fallbackAdvance(segment)) * fontSize;
  return written;
}

/** The words of a drawing's part, as one line. */
function wordsOf(part: Shape): string {
  const read = ({ children }: Shape): string =>
    children.map((child) => (typeof child === "string" ? child : read(child))).join("");
  return read(part).replace(/\s+/g, " ").trim();
}

/** Fine enough for a font's units, whose size is about a hundredth of a pixel. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
