import type { ExportFormat } from "./format.ts";

/** A picture of the map at twice its size, for programs that show no SVG. */
export const png: ExportFormat = {
  extension: "png",
  label: "PNG",
  purpose: "Picture for slides and messages",
  mediaType: "image/png",
  write: (map, context, platform) => platform.paint(map, context),
};
