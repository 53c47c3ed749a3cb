import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { type FontTables, readWoff, writeTrueType } from "./sfnt.ts";

export type FontWeight = 400 | 700;

interface LabelFont {
  tables: FontTables;
  trueType: Uint8Array;
  font?: fontkit.Font;
}

const require = createRequire(import.meta.url);
const read = new Map<FontWeight, LabelFont>();

/** The label font in one of the two weights that pages, maps and exports use, read once. */
function getFont(weight: FontWeight): LabelFont {
  let found = read.get(weight);
  if (!found) {
    const name = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
    const tables = readWoff(readFileSync(require.resolve(name)));
    found = { tables, trueType: writeTrueType(tables) };
    read.set(weight, found);
  }
  return found;
}

/** The label font as TrueType, for programs that know no web fonts. */
export function readTrueType(weight: FontWeight): Uint8Array {
  return getFont(weight).trueType;
}

/** The tables of the label font, to make another font of. */
export function readTables(weight: FontWeight): FontTables {
  return getFont(weight).tables;
}

/** The label font, to measure with and to take letters' shapes from. */
export function openFont(weight: FontWeight): fontkit.Font {
  const found = getFont(weight);
  if (!found.font) {
    const font = fontkit.create(Buffer.from(found.trueType));
    if (!("layout" in font)) throw new Error("The label font's file holds several fonts.");
    found.font = font;
  }
  return found.font;
}

/** Whether a font has all letters of a text. */
export function hasLetters(font: fontkit.Font, text: string): boolean {
  return [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) as number));
}
