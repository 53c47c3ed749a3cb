import type { ExportFormat } from "./format.ts";

/** The map as SVG with the letters it uses of the label font in it. */
export const svgEmbedded: ExportFormat = {
  extension: "embedded.svg",
  label: "SVG, font embedded",
  purpose: "Text as text in its own letters, for browsers",
  mediaType: "image/svg+xml",
  write: async (map, context) => (await import("./svg-embedded.node.ts")).toEmbeddedSvg(map, context),
};
