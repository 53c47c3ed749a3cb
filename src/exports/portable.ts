import { canvas } from "./canvas.ts";
import type { ExportFormat } from "./format.ts";
import { freemind } from "./freemind.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { mermaid } from "./mermaid.ts";
import { opml } from "./opml.ts";
import { svg } from "./svg.ts";
import { xmind } from "./xmind.ts";

/** The formats that can be written anywhere, in a reader's browser too; the others are added in `formats.ts`. */
export const PORTABLE_FORMATS: readonly ExportFormat[] = [svg, markdown, opml, freemind, xmind, mermaid, canvas, json];
