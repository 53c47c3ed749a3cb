import { EM } from "../mindmap/theme.ts";
import type { Shape } from "../mindmap/shape.ts";
import { type FontSet, type LabelFont, pickFont, writableText } from "./label-font.ts";
import { tellLettersApart } from "./pdf-letters.ts";
import type { Span } from "./set-line.ts";
import { type PlacedSpan, type TextStyle, type Typesetter, squeeze, typeset } from "./typeset.ts";

/** A font of the document by its name there; without letters of its own where no font has them. */
interface PdfFont {
  name: string;
  file: LabelFont;
  isMissing?: boolean;
}

/** Letters of scripts that are drawn in another order than they are written in: those of India, Burmese, Khmer. */
const REORDERED = /[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]/;

/** Words stand on their line, and none follows them. */
const ON_LINE = { baseline: "alphabetic", lineBreak: false } as const;

export type PdfTypesetter = Typesetter<PdfFont>;

type Document = PDFKit.PDFDocument;

/** Sets texts in a document's fonts, which it is given here. */
export function createPdfTypesetter(document: Document, fonts: FontSet): PdfTypesetter {
  const named = new Map<LabelFont, PdfFont>();
  const name = (file: LabelFont): PdfFont => {
    const known = named.get(file) ?? { name: `label ${named.size}`, file };
    if (!named.has(file)) document.registerFont(known.name, file.font as unknown as PDFKit.Mixins.PDFFontSource);
    named.set(file, known);
    return known;
  };
  const missing: PdfFont = { ...name(fonts.label[400]), isMissing: true };
  return {
    pick(grapheme, { mono, weight }) {
      const file = pickFont(fonts, grapheme, weight, mono);
      return file ? name(file) : missing;
    },
    measure: (span) => {
      const width = useFont(document, span).widthOfString(textOf(span), optionsOf(span));
      return width * squeeze(span, width);
    },
  };
}

/** Draws a `text` element of a drawing and its links. */
export function drawText(document: Document, text: Shape, typesetter: PdfTypesetter, href?: string): void {
  for (const span of typeset(text, typesetter)) {
    const { style, x, y, width, font } = span;
    const color = String(style.paint.fill);
    useFont(document, span).fillColor(color);
    if (font.isMissing || REORDERED.test(span.words)) drawNamed(document, span);
    else drawLetters(document, span);
    drawLines(document, span, color);
    const link = style.link?.href ?? href;
    const top = y + style.rise - style.fontSize;
    if (link !== undefined) document.link(x, top, width, style.fontSize * EM.line, String(link));
  }
}

function drawLetters(document: Document, span: PlacedSpan<PdfFont>): void {
  const { style, x, y, width } = span;
  const natural = style.mono ? document.widthOfString(textOf(span), optionsOf(span)) : width;
  const horizontalScaling = natural > width ? (100 * width) / natural : 100;
  const options = { ...optionsOf(span), ...ON_LINE, oblique: style.italic, horizontalScaling };
  document.text(textOf(span), x, y, options);
}

/** Draws letters that are read and copied as they were written, whatever stands for them: boxes, or another order. */
function drawNamed(document: Document, span: PlacedSpan<PdfFont>): void {
  const addContent = document.addContent.bind(document);
  // Pdfkit turns the page over to write. Named outside of that, letters are where Poppler does not look for them.
  document.addContent = (operation) => {
    if (operation === "BT") document.markContent("Span", { actual: span.words });
    addContent(operation);
    return operation === "ET" ? document.endMarkedContent() : document;
  };
  drawLetters(document, span);
  Reflect.deleteProperty(document, "addContent");
}

function useFont(document: Document, { font, style }: Span<TextStyle, PdfFont>): Document {
  document.font(font.name, style.fontSize);
  tellLettersApart(document);
  return document;
}

function textOf({ font: { file }, text }: Span<TextStyle, PdfFont>): string {
  return writableText(file.font, text);
}

/** Words are set one by one, in their order, unless features are asked for: no good from right to left. */
function optionsOf({ isRightToLeft }: Span<TextStyle, PdfFont>): PDFKit.Mixins.TextOptions {
  return isRightToLeft ? { features: [] } : {};
}

/** Below a link, and through what was taken back. */
function drawLines(document: Document, { style, x, y, width }: PlacedSpan<PdfFont>, color: string): void {
  const base = y + style.rise;
  const lines = [
    ...(style.underline ? [base + style.fontSize * 0.12] : []),
    ...(style.struck ? [base - style.fontSize * 0.28] : []),
  ];
  for (const height of lines) {
    const line = document.lineWidth(0.8).lineCap("butt").moveTo(x, height);
    line.lineTo(x + width, height).stroke(color);
  }
}
