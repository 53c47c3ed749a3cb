const CJK =
  "\\u1100-\\u11ff\\u2e80-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6";
const CJK_LETTER = new RegExp(`[${CJK}]`, "u");
/** A blank that a line may end at: those that are no-break are letters of their words. */
const BLANK = /[^\S\u00a0\u2007\u202f\ufeff]/;
const AFTER_SIGN = /[/\\._\-:@&=?,;|–—]/u;
/** Signs that no line begins with (closing brackets, stops, marks of repetition), and those that none ends with. */
const NEVER_FIRST = /[\p{Pe}\p{Pf},.!?:;%、。，．・：；！？｡､･‥…々〻ゝゞヽヾー〜]/u;
const NEVER_LAST = /[\p{Ps}\p{Pi}]/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Tells how wide the part of a text between two offsets is, in pixels. */
export type SliceMeasure = (start: number, end: number) => number;

/** A part of a text that stands on one line. */
interface Segment {
  start: number;
  width: number;
  blank: boolean;
}

/** Where new lines begin, and the width of the widest. */
interface Lines {
  breaks: number[];
  width: number;
}

/** Labels of more lines are left as they are: one short line at their end is hardly noticed. */
const EVEN_LINES = 6;

/**
 * Wrapping at blanks and between East Asian letters, on as few lines as a limit allows, and with lines as even as
 * that number allows; a longer word is cut, after a sign if it has one.
 */
export function wrap(text: string, widthOf: SliceMeasure, limit: number): Lines {
  const parts = [...segments(text, limit, widthOf)];
  let lines = fill(parts, limit);
  if (lines.breaks.length === 0 || lines.breaks.length >= EVEN_LINES) return lines;
  const widest = Math.max(...parts.map(({ width, blank }) => (blank ? 0 : width)));
  for (;;) {
    // Each time at least a little narrower, until that takes a line more.
    const narrower = lines.width - LEAST;
    if (narrower < widest) return lines;
    const next = fill(parts, narrower);
    if (next.breaks.length > lines.breaks.length) return lines;
    lines = next;
  }
}

/** By how much a line is worth being shorter, in pixels. */
const LEAST = 0.01;

/** Fills line after line with as many parts as each has room for. */
function fill(parts: readonly Segment[], limit: number): Lines {
  const breaks: number[] = [];
  let line = 0;
  let pendingBlank = 0;
  let widest = 0;
  const startLine = (offset: number) => {
    widest = Math.max(widest, line);
    breaks.push(offset);
    line = 0;
  };
  for (const segment of parts) {
    if (segment.blank) {
      pendingBlank += segment.width;
      continue;
    }
    if (line > 0 && line + pendingBlank + segment.width > limit) startLine(segment.start);
    line += (line > 0 ? pendingBlank : 0) + segment.width;
    pendingBlank = 0;
  }
  return { breaks, width: Math.max(widest, line) };
}

function* segments(text: string, limit: number, widthOf: SliceMeasure): Generator<Segment> {
  let cut: Intl.Segments | undefined;
  // Few texts have letters that it takes an engine to part, and to ask for one takes longer than to cut the others.
  const letters = () => {
    cut ??= graphemes.segment(text);
    return cut;
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    const blank = kindOf(text.charCodeAt(start)) === "blank";
    end = endOfPart(text, start, letters);
    while (!blank && end < text.length && kindOf(text.charCodeAt(end)) !== "blank" && staysTogether(text, end)) {
      end = endOfPart(text, end, letters);
    }
    const width = widthOf(start, end);
    if (blank || width <= limit) yield { start, width, blank };
    else yield* pieces(text.slice(start, end), start, limit, widthOf);
  }
}

/** The end of the blanks, the word or the East Asian letter, with its marks, that begins at an offset. */
function endOfPart(text: string, start: number, letters: () => Intl.Segments): number {
  const kind = kindOf(text.charCodeAt(start));
  if (kind === "ideograph") {
    const letter = letters().containing(start);
    return letter ? letter.index + letter.segment.length : start + 1;
  }
  let end = start + 1;
  while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
  return end;
}

/** Whether the signs before and after an offset may not be parted by a new line. */
function staysTogether(text: string, offset: number): boolean {
  return NEVER_FIRST.test(text.charAt(offset)) || NEVER_LAST.test(text.charAt(offset - 1));
}

/** Whether a UTF-16 unit is a blank, an East Asian letter, which is a segment of its own, or part of a word. */
function kindOf(unit: number): "blank" | "ideograph" | "word" {
  // Most units of most labels: no expression is as quick as a comparison.
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) ? "blank" : "word";
  const letter = String.fromCharCode(unit);
  if (BLANK.test(letter)) return "blank";
  return unit >= 0x1100 && CJK_LETTER.test(letter) ? "ideograph" : "word";
}

/** Cuts a word that is wider than a line, between graphemes, preferably after a sign such as `/`. */
function* pieces(word: string, offset: number, limit: number, widthOf: SliceMeasure): Generator<Segment> {
  const piece = (start: number, end: number): Segment => ({
    start: offset + start,
    width: widthOf(offset + start, offset + end),
    blank: false,
  });
  let start = 0;
  /** Ends of what may stand before a new line, and of what stands best there. */
  let end = 0;
  let afterSign = 0;
  let width = 0;
  for (const { segment, index } of graphemes.segment(word)) {
    const isApart = index > start && !staysTogether(word, index);
    if (isApart) end = index;
    const advance = widthOf(offset + index, offset + index + segment.length);
    if (width + advance > limit && index > start) {
      const last = end > start ? end : index;
      const cut = afterSign > start + (last - start) / 2 ? afterSign : last;
      yield piece(start, cut);
      width = widthOf(offset + cut, offset + index);
      start = cut;
    }
    width += advance;
    const next = index + segment.length;
    if (AFTER_SIGN.test(segment) && !staysTogether(word, next)) afterSign = next;
  }
  yield piece(start, word.length);
}
