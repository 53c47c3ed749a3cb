import { type ExportFormat, scaleOfPng, tellSize } from "./format.ts";
import { addTexts } from "./png-texts.ts";

/** A picture of the map at twice its size, for programs that show no SVG. */
export const png: ExportFormat = {
  hasLetters: true,
  isPainted: true,
  isCopied: true,
  extension: "png",
  label: "PNG",
  purpose: "Picture for slides and messages",
  mediaType: "image/png",
  measure: (picture) => tellSize(picture, scaleOfPng(picture), "pixels"),
  write: async (map, context, platform) => addTexts(await platform.paint(map, context), context),
};
