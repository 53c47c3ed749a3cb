import type { ExportFormat } from "./format.ts";

/** The map as SVG with its letters as shapes: no program needs a font to draw it. */
export const svgOutlines: ExportFormat = {
  extension: "outlines.svg",
  label: "SVG, outlines",
  purpose: "Letters as shapes, for print and plotters",
  mediaType: "image/svg+xml",
  write: async (map, context) => (await import("./svg-outlines.node.ts")).toOutlinedSvg(map, context),
};
