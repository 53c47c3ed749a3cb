import type { ExportFormat } from "./format.ts";
import { html } from "./html.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { PORTABLE_FORMATS } from "./portable.ts";

/** Every format a map can be saved in; pages, menus, addresses, tests and docs follow from this list. */
export const FORMATS: readonly ExportFormat[] = [png, pdf, html, ...PORTABLE_FORMATS].toSorted(
  (a, b) => rank(a) - rank(b),
);

/** Pictures before outlines. */
function rank({ extension }: ExportFormat): number {
  const order = ["svg", "png", "pdf", "html"].indexOf(extension);
  return order < 0 ? 4 : order;
}
