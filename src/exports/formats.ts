import { canvas } from "./canvas.ts";
import type { ExportFormat } from "./format.ts";
import { freemind } from "./freemind.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { mermaid } from "./mermaid.ts";
import { opml } from "./opml.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { svgEmbedded } from "./svg-embedded.ts";
import { svgOutlines } from "./svg-outlines.ts";
import { svg } from "./svg.ts";
import { xmind } from "./xmind.ts";

/**
 * Every format a map can be saved in, in Node and in a reader's browser alike; pages, menus,
 * addresses, tests and docs follow from this list. Pictures stand before outlines.
 */
export const FORMATS: readonly ExportFormat[] = [
  svg,
  svgOutlines,
  svgEmbedded,
  png,
  pdf,
  html,
  markdown,
  opml,
  freemind,
  xmind,
  mermaid,
  canvas,
  json,
];
