import { findFonts } from "./fonts.node.ts";
import type { Platform } from "./platform.ts";

/** Node: fonts from packages, pictures by resvg, the viewer bundled; each is loaded when it is asked for. */
export const NODE: Platform = {
  fonts: async (writing, context) => findFonts(writing, context),
  paint: async (map, context) => (await import("./png.node.ts")).toPng(map, context),
  viewer: async () => (await import("./viewer.node.ts")).getViewer(),
};
