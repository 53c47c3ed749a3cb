import * as fontkit from "fontkit";
import type { FontWeight, LabelFont } from "./label-font.ts";
import { readWoff, writeTrueType } from "./sfnt.ts";

/**
 * Opens a font.
 * @param woff a WOFF 1.0 file
 * @throws Error when the file is none
 */
export function openLabelFont(woff: Uint8Array, weight: FontWeight): LabelFont {
  const tables = readWoff(woff);
  const trueType = writeTrueType(tables);
  const font = fontkit.create(trueType as Parameters<typeof fontkit.create>[0]);
  if (!("layout" in font)) throw new Error("The label font's file holds several fonts.");
  return { weight, tables, trueType, font };
}
