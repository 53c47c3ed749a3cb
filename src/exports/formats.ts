import type { ExportFormat } from "./format.ts";
import { html } from "./html.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { PORTABLE_FORMATS } from "./portable.ts";
import { svgEmbedded } from "./svg-embedded.ts";
import { svgOutlines } from "./svg-outlines.ts";

/** Every format a map can be saved in; pages, menus, addresses, tests and docs follow from this list. */
export const FORMATS: readonly ExportFormat[] = [
  svgOutlines,
  svgEmbedded,
  png,
  pdf,
  html,
  ...PORTABLE_FORMATS,
].toSorted((a, b) => rank(a) - rank(b));

/** Pictures before outlines. */
function rank({ extension }: ExportFormat): number {
  const order = ["svg", "outlines.svg", "embedded.svg", "png", "pdf", "html"];
  return order.includes(extension) ? order.indexOf(extension) : order.length;
}
