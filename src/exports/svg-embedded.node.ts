import { type Shape, shape } from "../mindmap/shape.ts";
import { MONO_FAMILY } from "../mindmap/theme.ts";
import { subsetFont } from "./font-subset.ts";
import { type FontWeight, openFont, readTables } from "./fonts.node.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { writeWoff } from "./sfnt.ts";
import { drawSvg, writeSvg } from "./svg.ts";

type Words = Record<FontWeight, Set<string>>;

/**
 * A map as SVG that brings the letters it is written with: browsers show it in the label font
 * wherever it stands, as a picture too, where they load nothing else.
 */
export function toEmbeddedSvg(map: ExportMap, context: ExportContext): string {
  const svg = drawSvg(map, context);
  const words: Words = { 400: new Set(), 700: new Set() };
  collectWords(svg, words, { weight: 400, own: true });
  const faces = ([400, 700] as const).map((weight) => writeFace(weight, words[weight]));
  const first = svg.children.findIndex((child) => typeof child !== "string" && child.name === "rect");
  return writeSvg({ ...svg, children: svg.children.toSpliced(first, 0, shape("style", {}, [faces.join("")])) });
}

/** Collects what a drawing has in the label font, by weight. */
function collectWords(part: Shape, words: Words, outer: { weight: FontWeight; own: boolean }): void {
  const { "font-family": family, "font-weight": weight } = part.attributes;
  const style = {
    weight: weight === 700 ? 700 : outer.weight,
    own: family === undefined ? outer.own : family !== MONO_FAMILY,
  } as const;
  for (const child of part.children) {
    if (typeof child !== "string") collectWords(child, words, style);
    else if (style.own && part.name !== "title" && part.name !== "desc" && part.name !== "style")
      words[style.weight].add(child);
  }
}

function writeFace(weight: FontWeight, words: ReadonlySet<string>): string {
  const font = openFont(weight);
  const letters = new Map<number, number>();
  const glyphs = new Set<number>();
  for (const text of words) {
    for (const letter of text) {
      const code = letter.codePointAt(0) as number;
      if (font.hasGlyphForCodePoint(code)) letters.set(code, font.glyphForCodePoint(code).id);
    }
    // Letters may be joined or parted where they stand together.
    for (const { id } of font.layout(text).glyphs) glyphs.add(id);
  }
  for (const glyph of letters.values()) glyphs.add(glyph);
  if (letters.size === 0) return "";
  const data = Buffer.from(writeWoff(subsetFont(readTables(weight), letters, glyphs))).toString("base64");
  return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};src:url(data:font/woff;base64,${data})}`;
}
