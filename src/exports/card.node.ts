import { shape, toXml } from "../mindmap/shape.ts";
import { THEMES } from "../mindmap/theme.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { findFonts } from "./fonts.node.ts";
import { writingOf } from "./label.ts";
import { paintSvg } from "./png.node.ts";
import { toOutlinedSvg } from "./svg-outlines.ts";

/** Size that services which show links ask for, in pixels. */
const CARD = { width: 1200, height: 630 };

/** A picture of the map for those who link to its note: the first view, as large as fits. */
export async function toCard(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  const frame = shape(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...CARD, viewBox: `0 0 ${CARD.width} ${CARD.height}` },
    [shape("rect", { ...CARD, fill: THEMES.light.background }), "MAP"],
  );
  const drawing = toOutlinedSvg(map, context, findFonts(writingOf(map), context))
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .replace(
      /<svg ([^>]*?)width="[^"]*" height="[^"]*"/,
      `<svg $1x="30" y="25" width="${CARD.width - 60}" height="${CARD.height - 50}"`,
    );
  return paintSvg(
    toXml(frame).replace("MAP", () => drawing),
    1,
  );
}
