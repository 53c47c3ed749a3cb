import type { LayoutName } from "../mindmap/layout.ts";
import type { MapOptions } from "../mindmap/theme.ts";
import type { OutlineNode } from "../outline/node.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";

/** `map.json`: the stable machine interface of a map. */
export interface MapFile {
  id: string;
  title: string;
  /** Absolute address of the note's page, if it has one. */
  url?: string | undefined;
  /** How the author wants it drawn. */
  options: MapOptions;
  layout: LayoutName;
  /** What files made from the map say of the note. */
  context: ExportContext;
  root: OutlineNode;
}

/** A map's outline as JSON: every node with its words, its anchor and its measured size. */
export function toJson({ outline, options, layoutName }: ExportMap, context: ExportContext): string {
  const { id, title, url } = context;
  const file: MapFile = { id, title, url, options, layout: layoutName, context, root: outline };
  return JSON.stringify(file);
}

/** The outline for programs, and what pages make their interactive maps from. */
export const json: ExportFormat = {
  extension: "json",
  label: "JSON",
  purpose: "Outline for programs",
  mediaType: "application/json",
  write: toJson,
};
