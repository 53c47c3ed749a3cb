import { type Shape, shape, toXml } from "../mindmap/shape.ts";
import { THEMES } from "../mindmap/theme.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { findFonts } from "./fonts.node.ts";
import { writingOf } from "./label.ts";
import { paintSvg } from "./png.node.ts";
import { drawOutlinedSvg } from "./svg-outlines.ts";

/** Size that services which show links ask for, in pixels. */
export const CARD = { width: 1200, height: 630 };
/** Room around the map, in pixels of the picture. */
const MARGIN = 28;

/** A picture of the map for those who link to its note: the first view, as large as fits. */
export function toCard(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  return paintSvg(toXml(drawCard(map, context)), 1);
}

/** What the picture is painted from. Words that no font at hand can write are boxes, as in PNG files. */
export function drawCard(map: ExportMap, context: ExportContext): Shape {
  const { width, height } = CARD;
  const drawing = drawOutlinedSvg(map, context, findFonts(writingOf(map), context), true);
  const place = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
  return shape("svg", { xmlns: "http://www.w3.org/2000/svg", ...CARD, viewBox: `0 0 ${width} ${height}` }, [
    shape("rect", { ...CARD, fill: THEMES.light.background }),
    { ...drawing, attributes: { ...drawing.attributes, ...place } },
  ]);
}
