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

/** Shows nothing and parts nothing. */
const WORD_JOINER = "\u2060";

/** Words stand on their line, and none follows them. */
const ON_LINE = { baseline: "alphabetic", lineBreak: false } as const;

/** Sets texts in fonts of a document. */
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
    isAble: (font) => !font.isMissing,
    measure: (span) => {
      const width = useFont(document, span).widthOfString(textOf(span), optionsOf(span));
      return width * squeeze(span, width);
    },
  };
}

/** Stretches that follow one another and lead to one place, or to none. */
interface Part {
  href: string | undefined;
  spans: PlacedSpan<PdfFont>[];
}

/** What words are drawn with. */
export interface TextPen {
  document: Document;
  typesetter: PdfTypesetter;
  /** The element of the document's structure of which the words become a part. */
  element: PDFKit.PDFStructureElement;
}

/**
 * Draws a `text` element of a drawing and its links.
 * @param ownHref where the element leads as a whole, if anywhere
 */
export function drawText({ document, typesetter, element }: TextPen, text: Shape, ownHref?: string): void {
  const parts: Part[] = [];
  for (const span of typeset(text, typesetter)) {
    const own = span.style.link?.href ?? ownHref;
    const href = own === undefined ? undefined : String(own);
    const last = parts.at(-1);
    if (last && last.href === href) last.spans.push(span);
    else parts.push({ href, spans: [span] });
  }
  for (const { href, spans } of parts) {
    const place = href === undefined ? element : document.struct("Link");
    if (place !== element) element.add(place);
    for (const { isNamed, stretches } of splitNamed(spans)) {
      const write = () => {
        for (const span of stretches) writeLetters(document, span);
      };
      if (isNamed) for (const span of stretches) place.add(nameLetters(document, span));
      else place.add(write);
    }
    for (const span of spans) drawLines(document, span);
    if (href !== undefined) addLinks(document, spans, href, place);
  }
}

/** Cuts stretches where such begin or end whose letters are to be named. */
function splitNamed(spans: readonly PlacedSpan<PdfFont>[]): { isNamed: boolean; stretches: PlacedSpan<PdfFont>[] }[] {
  const groups: ReturnType<typeof splitNamed> = [];
  for (const span of spans) {
    const isNamed = span.isRightToLeft || standForOthers(span);
    const last = groups.at(-1);
    if (last?.isNamed === isNamed) last.stretches.push(span);
    else groups.push({ isNamed, stretches: [span] });
  }
  return groups;
}

/** Adds a link for each line of a part. */
function addLinks(
  document: Document,
  spans: readonly PlacedSpan<PdfFont>[],
  href: string,
  structParent: PDFKit.PDFStructureElement,
): void {
  const lines = Map.groupBy(spans, ({ y, style }) => Math.round(y + style.rise));
  for (const [line, stretches] of lines) {
    const left = Math.min(...stretches.map(({ x }) => x));
    const right = Math.max(...stretches.map(({ x, width }) => x + width));
    const height = Math.max(...stretches.map(({ style }) => style.fontSize));
    document.link(left, line - height, right - left, height * EM.line, href, { structParent });
  }
}

function writeLetters(document: Document, span: PlacedSpan<PdfFont>): void {
  const { style, x, y, width } = span;
  useFont(document, span).fillColor(String(style.paint.fill));
  const natural = style.mono ? document.widthOfString(textOf(span), optionsOf(span)) : width;
  const horizontalScaling = natural > width ? (100 * width) / natural : 100;
  const options = { ...optionsOf(span), ...ON_LINE, oblique: style.italic, horizontalScaling };
  document.text(textOf(span), x, y, options);
}

/** Whether what is drawn are boxes or other letters, or in another order than they were written in. */
function standForOthers({ font, isRightToLeft, text, words }: PlacedSpan<PdfFont>): boolean {
  return font.isMissing === true || REORDERED.test(words) || (text !== words && !isRightToLeft);
}

/** Draws letters as an element that says what was written, so that they are read as such. */
function nameLetters(document: Document, span: PlacedSpan<PdfFont>): PDFKit.PDFStructureElement {
  // Of what several stretches stand in for, the first says it all; without a name the others would be read as well.
  const options = { actual: span.words || WORD_JOINER };
  if (!standForOthers(span)) return document.struct("Span", options, () => writeLetters(document, span));
  const addContent = document.addContent.bind(document);
  const element = document.struct("Span", options);
  // The page itself says it too, to those who copy from it. Pdfkit turns the page over to write; named outside of
  // that, letters are where Poppler does not look for them.
  document.addContent = (operation) => {
    if (operation === "BT") element.add(document.markStructureContent("Span", options));
    addContent(operation);
    return operation === "ET" ? document.endMarkedContent() : document;
  };
  writeLetters(document, span);
  Reflect.deleteProperty(document, "addContent");
  return element;
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
function drawLines(document: Document, { style, x, y, width }: PlacedSpan<PdfFont>): void {
  const lines = [
    ...(style.underline ? [y + style.fontSize * 0.12] : []),
    ...(style.struck ? [y - style.fontSize * 0.28] : []),
  ];
  for (const height of lines) {
    document.markContent("Artifact");
    const line = document.lineWidth(0.8).lineCap("butt").moveTo(x, height);
    line
      .lineTo(x + width, height)
      .stroke(String(style.paint.fill))
      .endMarkedContent();
  }
}
