import { type ExportFormat, scaleOfPdf, tellSize } from "./format.ts";
import { writingOf } from "./label.ts";

/** Millimetres per point. */
const MM = 25.4 / 72;

/** One page as large as the map: vectors, words that can be selected, links and bookmarks. */
export const pdf: ExportFormat = {
  hasLetters: true,
  isPainted: true,
  extension: "pdf",
  label: "PDF",
  purpose: "One page the size of the map, to print or keep",
  mediaType: "application/pdf",
  measure: (picture) => tellSize(picture, scaleOfPdf(picture) * MM, "mm"),
  write: async (map, context, platform) => {
    const fonts = await platform.fonts(writingOf(map), context);
    return (await import("./pdf-document.ts")).toPdf(map, context, fonts);
  },
};
