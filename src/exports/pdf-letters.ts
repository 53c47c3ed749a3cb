/** A glyph of a laid out text, as far as a document's font reads it. */
interface PdfGlyph {
  id: number | string;
  advanceWidth: number;
  codePoints: number[];
}

/** What pdfkit makes of a font file. */
interface EmbeddedFont {
  /** The file, which keeps one glyph a shape, too. */
  font: { getGlyph(id: number, codePoints?: number[]): PdfGlyph };
  layout(text: string, features?: unknown, onlyWidth?: boolean): { glyphs: PdfGlyph[] | null };
  subset?: { glyphs: number[]; includeGlyph(id: number | string): number };
}

type FontFile = EmbeddedFont["font"];

const patched = new WeakSet<object>();

/** Lets a file's glyphs name the letters they stand for, and not those for which they stood first. */
function keepLetters(file: FontFile): void {
  if (patched.has(file)) return;
  patched.add(file);
  const getGlyph = file.getGlyph.bind(file);
  file.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints);
    const isOther = codePoints && codePoints.join() !== glyph.codePoints.join();
    return isOther ? Object.create(glyph, { codePoints: { value: codePoints } }) : glyph;
  };
}

/**
 * Lets a document tell letters apart that share a shape, as many Arabic ones do without their dots:
 * pdfkit remembers one letter a shape, so all were copied as the first. The shape is taken once more
 * for each of them.
 */
export function tellLettersApart(document: PDFKit.PDFDocument): void {
  const font = Reflect.get(document, "_font") as EmbeddedFont;
  const { subset } = font;
  if (!subset || patched.has(font)) return;
  patched.add(font);
  const letters = new Map<number | string, string>();
  const extra = new Map<string, number>();
  keepLetters(font.font);
  const layout = font.layout.bind(font);
  font.layout = (...asked) => {
    const run = layout(...asked);
    if (!run.glyphs) return run;
    const glyphs = run.glyphs.map((glyph) => {
      const letter = glyph.codePoints.join(" ");
      const first = letters.get(glyph.id) ?? letter;
      letters.set(glyph.id, first);
      if (first === letter) return glyph;
      const { advanceWidth, codePoints } = glyph;
      return { id: `${glyph.id} as ${letter}`, advanceWidth, codePoints };
    });
    // Its width is told by its kind and would not be copied.
    return Object.create(run, { glyphs: { value: glyphs } });
  };
  const include = subset.includeGlyph.bind(subset);
  subset.includeGlyph = (id) => {
    if (typeof id !== "string") return include(id);
    const place = extra.get(id) ?? subset.glyphs.push(Number.parseInt(id, 10)) - 1;
    extra.set(id, place);
    return place;
  };
}
