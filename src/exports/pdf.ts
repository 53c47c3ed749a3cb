import type { ExportFormat } from "./format.ts";

/** One page as large as the map: vectors, words that can be selected, links and bookmarks. */
export const pdf: ExportFormat = {
  extension: "pdf",
  label: "PDF",
  purpose: "One page the size of the map, to print or keep",
  mediaType: "application/pdf",
  write: async (map, context) => (await import("./pdf.node.ts")).toPdf(map, context),
};
