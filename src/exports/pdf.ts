import type { ExportFormat } from "./format.ts";
import { writingOf } from "./label.ts";

/** One page as large as the map: vectors, words that can be selected, links and bookmarks. */
export const pdf: ExportFormat = {
  extension: "pdf",
  label: "PDF",
  purpose: "One page the size of the map, to print or keep",
  mediaType: "application/pdf",
  write: async (map, context, platform) => {
    const fonts = await platform.fonts(writingOf(map), context);
    return (await import("./pdf-document.ts")).toPdf(map, context, fonts);
  },
};
