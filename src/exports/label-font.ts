import type { Font } from "fontkit";
import type { FontTables } from "./sfnt.ts";

/** The weights that the label font is shipped in. */
export type FontWeight = 400 | 700;

/** A font that labels are set in. */
export interface LabelFont {
  weight: FontWeight;
  tables: FontTables;
  /** The file as TrueType, for programs that know no web fonts. */
  trueType: Uint8Array;
  /** To measure with, and to take letters' shapes from. */
  font: Font;
}

/** What is written in a map, to find its fonts by. */
export interface Writing {
  /** All of it but code. */
  words: string;
  code: string;
}

/** The fonts that some words are set in: the label font, and others for the letters it lacks. */
export interface FontSet {
  label: Record<FontWeight, LabelFont>;
  /** The monospaced font; undefined where nothing is code. Code has one weight, as in pages. */
  code?: LabelFont | undefined;
  others: readonly LabelFont[];
}

/** Letters that show nothing and need no shape: joiners, selectors, marks of direction. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** Whether a font has all letters of a text. */
export function hasLetters(font: Font, text: string): boolean {
  return [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) as number));
}

/** Whether a font has all letters of a text that show. */
export function canWrite(font: Font, text: string): boolean {
  return [...text].every((letter) => UNSEEN.test(letter) || hasLetters(font, letter));
}

/** A text without the letters that show nothing and that a font lacks, in whose place it would show a box. */
export function writableText(font: Font, text: string): string {
  if (!UNSEEN.test(text)) return text;
  return [...text].filter((letter) => !UNSEEN.test(letter) || hasLetters(font, letter)).join("");
}

const picked = new WeakMap<FontSet, Map<string, LabelFont | undefined>>();

/**
 * The font that has all of what a reader takes for one letter, of the asked weight if there is one; undefined: none has.
 * @param isCode whether it is to be monospaced, if there is such a font
 */
export function pickFont(fonts: FontSet, grapheme: string, weight: FontWeight, isCode = false): LabelFont | undefined {
  if (isCode && fonts.code && canWrite(fonts.code.font, grapheme)) return fonts.code;
  const known = picked.get(fonts) ?? new Map<string, LabelFont | undefined>();
  picked.set(fonts, known);
  const key = weight + grapheme;
  if (!known.has(key)) known.set(key, findFont(fonts, grapheme, weight));
  return known.get(key);
}

function findFont({ label, others }: FontSet, grapheme: string, weight: FontWeight): LabelFont | undefined {
  if (canWrite(label[weight].font, grapheme)) return label[weight];
  const able = others.filter(({ font }) => canWrite(font, grapheme));
  return able.find((font) => font.weight === weight) ?? able[0];
}
