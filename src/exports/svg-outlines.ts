import { fallbackAdvance } from "../mindmap/fallback.ts";
import { codeAdvance } from "../mindmap/measure.ts";
import { type Shape, shape } from "../mindmap/shape.ts";
import { FONT_FAMILY, MONO_FAMILY } from "../mindmap/theme.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { writingOf } from "./label.ts";
import { type FontSet, type LabelFont, pickFont, writableText } from "./label-font.ts";
import type { Span } from "./set-line.ts";
import { shapeText } from "./shape-text.ts";
import { drawSvg, writeSvg } from "./svg.ts";
import { type PlacedSpan, type TextStyle, squeeze, typeset, textOf } from "./typeset.ts";

type Setting = Span<TextStyle, LabelFont | undefined>;
type Placed = PlacedSpan<LabelFont | undefined>;

/** The fonts of a drawing and the letters drawn so far, by their ids. */
interface Letters {
  fonts: FontSet;
  glyphs: Map<string, Shape>;
  /** Whether letters that no font has are boxes. */
  hasBoxes: boolean;
}

/** Tangent of the angle by which browsers slant a font that has no italics: 14 degrees. */
const SLANT = 0.25;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A map as SVG whose letters are shapes, so that it looks the same in programs that have no fonts
 * at all. Each letter is defined once and placed by `use`, in the font's own units. Words stay as
 * names for those who listen; letters that no font at hand has stay text.
 * @param hasBoxes whether these are boxes instead, for a program that has no fonts either
 */
export function toOutlinedSvg(map: ExportMap, context: ExportContext, fonts: FontSet, hasBoxes = false): string {
  return writeSvg(drawOutlinedSvg(map, context, fonts, hasBoxes));
}

/** The drawing that `toOutlinedSvg` writes, for those who put it into another. */
export function drawOutlinedSvg(map: ExportMap, context: ExportContext, fonts: FontSet, hasBoxes: boolean): Shape {
  const svg = drawSvg(map, context, true);
  const letters: Letters = { fonts, glyphs: new Map(), hasBoxes };
  const children = svg.children.map((child) => (typeof child === "string" ? child : outline(child, letters)));
  const first = children.findIndex((child) => typeof child !== "string" && child.name === "rect");
  const definitions = shape(
    "defs",
    {},
    [...letters.glyphs.values()]
      .filter(({ attributes }) => attributes.d)
      .sort(({ attributes: { id: a = 0 } }, { attributes: { id: b = 0 } }) => (a < b ? -1 : 1)),
  );
  return { ...svg, children: children.toSpliced(first, 0, definitions) };
}

function outline(part: Shape, letters: Letters): Shape {
  if (part.name === "text") return outlineText(part, letters);
  const children = part.children.map((child) => (typeof child === "string" ? child : outline(child, letters)));
  return { ...part, children };
}

/** Turns a label into a group that has its words as its name. */
function outlineText(text: Shape, letters: Letters): Shape {
  const { class: name, fill } = text.attributes;
  const spans = typeset(text, {
    pick: (grapheme, { weight, mono }) => pickFont(letters.fonts, grapheme, weight, mono),
    isAble: (font) => font !== undefined,
    measure,
  });
  const parts: Shape[] = [];
  for (const [at, span] of spans.entries()) {
    const { link, paint } = span.style;
    const shapes = drawSpan(span, letters);
    const own = paint.class === name && paint.fill === fill;
    const painted = own || shapes.length === 0 ? shapes : [shape("g", paint, shapes)];
    const last = parts.at(-1);
    if (link && last && spans[at - 1]?.style.link === link) last.children.push(...painted);
    else if (link) parts.push(shape("a", { ...link, "aria-label": textOfLink(spans, link) }, painted));
    else parts.push(...painted);
  }
  // A picture hides what stands in it, and links are to be reached.
  const role = spans.some(({ style }) => style.link) ? "group" : "img";
  return shape("g", { class: name, fill, role, "aria-label": textOf(text) }, parts);
}

function textOfLink(spans: readonly Placed[], link: Shape["attributes"]): string {
  const within = spans.filter(({ style }) => style.link === link);
  return within
    .map(({ words }) => words)
    .join("")
    .trim();
}

/** Width in pixels. */
function measure(span: Setting): number {
  const { text, font } = span;
  const { fontSize, mono } = span.style;
  if (font) {
    const { advanceWidth } = shapeText(font.font, writableText(font.font, text));
    const width = (advanceWidth / font.font.unitsPerEm) * fontSize;
    return width * squeeze(span, width);
  }
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += missingWidth(segment, mono) * fontSize;
  return width;
}

/** Room, in em, for a letter that no font has. */
function missingWidth(grapheme: string, mono: boolean): number {
  return mono ? codeAdvance(grapheme, fallbackAdvance) : fallbackAdvance(grapheme);
}

function drawSpan(span: Placed, { fonts, glyphs, hasBoxes }: Letters): Shape[] {
  if (!span.font) return hasBoxes ? drawBoxes(span) : [writeLetters(span)];
  const { fontSize, italic, underline, struck } = span.style;
  const { font } = span.font;
  const run = shapeText(font, writableText(font, span.text));
  const scale = fontSize / font.unitsPerEm;
  const width = scale * squeeze(span, run.advanceWidth * scale);
  const prefix = prefixOf(span.font, fonts);
  let x = 0;
  const uses = run.glyphs.flatMap((glyph, index) => {
    const place = run.positions[index];
    const at = [x + (place?.xOffset ?? 0), place?.yOffset ?? 0] as const;
    x += place?.xAdvance ?? 0;
    const id = `${prefix}${glyph.id}`;
    if (!glyphs.has(id)) glyphs.set(id, shape("path", { id, d: glyph.path.toSVG() }));
    // A blank has no shape.
    if (!glyphs.get(id)?.attributes.d) return [];
    return shape("use", { "xlink:href": `#${id}`, x: at[0] || undefined, y: at[1] || undefined });
  });
  const lines = [
    ...(underline ? [[font.underlinePosition, font.underlineThickness]] : []),
    ...(struck ? [[font["OS/2"].yStrikeoutPosition, font["OS/2"].yStrikeoutSize]] : []),
  ].map(([top = 0, height = 0]) => shape("rect", { y: top - height, width: run.advanceWidth, height }));
  const matrix = [width, 0, italic ? scale * SLANT : 0, -scale, span.x, span.y].map(round).join(" ");
  return uses.length + lines.length > 0 ? [shape("g", { transform: `matrix(${matrix})` }, [...lines, ...uses])] : [];
}

/** What the ids of a font's letters begin with. */
function prefixOf(font: LabelFont, { label, code, others }: FontSet): string {
  if (font === label[400]) return "gr";
  if (font === label[700]) return "gb";
  if (font === code) return "gc";
  return `g${others.indexOf(font)}-`;
}

/** What no font has, as a box a letter. */
function drawBoxes({ text, x, y, style: { fontSize, mono, paint } }: Placed): Shape[] {
  let left = x;
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const width = missingWidth(segment, mono) * fontSize;
    const edge = fontSize / 16;
    const box = {
      x: round(left + edge),
      y: round(y - fontSize * 0.7),
      width: round(width - 2 * edge),
      height: round(fontSize * 0.7),
    };
    left += width;
    return shape("rect", { ...box, fill: "none", stroke: paint.fill, "stroke-width": edge });
  });
}

/** What no font has, as text: somebody else's font may. */
function writeLetters({ words, x, y, isRightToLeft, width, style }: Placed): Shape {
  const attributes = {
    x: round(isRightToLeft ? x + width : x),
    y: round(y),
    direction: isRightToLeft ? "rtl" : undefined,
    "font-family": style.mono ? MONO_FAMILY : FONT_FAMILY,
    "font-size": style.fontSize,
    "font-weight": style.weight === 700 ? 700 : undefined,
    "font-style": style.italic ? "italic" : undefined,
    "text-decoration": style.underline ? "underline" : style.struck ? "line-through" : undefined,
  };
  return shape("text", attributes, [words]);
}

/** Fine enough for a font's units, whose size is about a hundredth of a pixel. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** The map as SVG with its letters as shapes: no program needs a font to draw it. */
export const svgOutlines: ExportFormat = {
  hasLetters: true,
  extension: "outlines.svg",
  label: "SVG, outlines",
  purpose: "Letters as shapes, for print and plotters",
  mediaType: "image/svg+xml",
  write: async (map, context, { fonts }) => toOutlinedSvg(map, context, await fonts(writingOf(map), context)),
};
