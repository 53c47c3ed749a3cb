import { type Shape, shape } from "../mindmap/shape.ts";
import { toBase64 } from "./bytes.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { writingOf } from "./label.ts";
import { type FontSet, type FontWeight, type LabelFont, hasLetters, pickFont } from "./label-font.ts";
import { subsetFont } from "./font-subset.ts";
import { writeWoff } from "./sfnt.ts";
import { shapeText } from "./shape-text.ts";
import { drawSvg, writeSvg } from "./svg.ts";
import { typeset } from "./typeset.ts";

/** The name that a drawing's labels ask for; letters of other fonts come under it too. */
const FAMILY = "Atkinson Hyperlegible Next";

/** What is written in one font, for words of one weight. */
interface Face {
  font: LabelFont;
  weight: FontWeight;
  /** Code points, and the numbers of their glyphs. */
  letters: Map<number, number>;
  glyphs: Set<number>;
}

/**
 * A map as SVG that brings the letters it is written with: browsers show it in the label font
 * wherever it stands, as a picture too, where they load nothing else.
 */
export function toEmbeddedSvg(map: ExportMap, context: ExportContext, fonts: FontSet): string {
  const svg = drawSvg(map, context);
  const faces = new Map<string, Face>();
  const order = [fonts.label[400], fonts.label[700], ...fonts.others];
  collectLetters(svg, fonts, order, faces);
  const rules = [...faces.values()]
    .toSorted((a, b) => order.indexOf(a.font) - order.indexOf(b.font) || a.weight - b.weight)
    .map((face) => writeFace(face, fonts));
  const first = svg.children.findIndex((child) => typeof child !== "string" && child.name === "rect");
  return writeSvg({ ...svg, children: svg.children.toSpliced(first, 0, shape("style", {}, [rules.join("")])) });
}

/** @param order all fonts but that of code, by whose places faces are told apart */
function collectLetters(part: Shape, fonts: FontSet, order: readonly LabelFont[], faces: Map<string, Face>): void {
  if (part.name !== "text") {
    for (const child of part.children) if (typeof child !== "string") collectLetters(child, fonts, order, faces);
    return;
  }
  const spans = typeset(part, {
    pick: (grapheme, { weight }) => pickFont(fonts, grapheme, weight),
    measure: () => 0,
  });
  for (const { text, words, font, style } of spans) {
    // Code is in a font that every system has.
    if (!font || (style.mono && !fonts.others.includes(font))) continue;
    const name = `${style.weight} ${order.indexOf(font)}`;
    const face = faces.get(name) ?? { font, weight: style.weight, letters: new Map(), glyphs: new Set() };
    faces.set(name, face);
    for (const letter of text + words) {
      const code = letter.codePointAt(0) as number;
      if (hasLetters(font.font, letter)) face.letters.set(code, font.font.glyphForCodePoint(code).id);
    }
    // Letters may be joined or parted where they stand together.
    for (const { id } of shapeText(font.font, text).glyphs) face.glyphs.add(id);
  }
}

function writeFace({ font, weight, letters, glyphs }: Face, { label }: FontSet): string {
  const subset = subsetFont(font.tables, letters, new Set([...glyphs, ...letters.values()]));
  const isOwn = font === label[weight];
  // The label font keeps the letters it has.
  const foreign = [...letters.keys()].filter((code) => !label[weight].font.hasGlyphForCodePoint(code));
  const range = foreign
    .toSorted((a, b) => a - b)
    .map((code) => `U+${code.toString(16)}`)
    .join(",");
  const data = toBase64(writeWoff(subset));
  return `@font-face{font-family:'${FAMILY}';font-weight:${weight};${isOwn ? "" : `unicode-range:${range};`}src:url(data:font/woff;base64,${data})}`;
}

/** The map as SVG with the letters it uses in it. */
export const svgEmbedded: ExportFormat = {
  hasLetters: true,
  extension: "embedded.svg",
  label: "SVG, font embedded",
  purpose: "Text with its own letters, for web pages",
  mediaType: "image/svg+xml",
  write: async (map, context, { fonts }) => toEmbeddedSvg(map, context, await fonts(writingOf(map), context)),
};
