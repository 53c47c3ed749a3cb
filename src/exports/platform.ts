import type { ExportContext, ExportMap } from "./format.ts";
import type { FontSet, Writing } from "./label-font.ts";

/** What makes a map interactive: one script and one style sheet that load nothing. */
export interface Viewer {
  script: string;
  style: string;
}

/** What formats ask of the place where they are written: Node, or a reader's browser. */
export interface Platform {
  /** The fonts that what is written in a map is set in. */
  fonts(writing: Writing, context: ExportContext): Promise<FontSet>;
  /** The map as PNG. */
  paint(map: ExportMap, context: ExportContext): Promise<Uint8Array>;
  viewer(): Promise<Viewer>;
}
