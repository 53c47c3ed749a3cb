import { canvas } from "./canvas.ts";
import type { ExportFormat } from "./format.ts";
import { freemind } from "./freemind.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { mermaid } from "./mermaid.ts";
import { opml } from "./opml.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { svg } from "./svg.ts";
import { xmind } from "./xmind.ts";

/** Every format a map can be saved in; pages, menus, addresses, tests and docs follow from this list. */
export const FORMATS: readonly ExportFormat[] = [svg, png, pdf, markdown, opml, freemind, xmind, mermaid, canvas, json];
