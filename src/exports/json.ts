import type { MapOptions } from "../mindmap/theme.ts";
import type { OutlineNode } from "../outline/node.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";

/** `map.json`: the stable machine interface of a map. */
export interface MapFile {
  id: string;
  title: string;
  url: string;
  /** How the author wants it drawn. */
  options: MapOptions;
  root: OutlineNode;
}

/** A map's outline as JSON: every node with its words, its anchor and its measured size. */
export function toJson({ outline, options }: ExportMap, { id, title, url }: ExportContext): string {
  const file: MapFile = { id, title, url, options, root: outline };
  return JSON.stringify(file);
}

export const json: ExportFormat = {
  extension: "json",
  label: "JSON",
  purpose: "Outline for programs",
  mediaType: "application/json",
  write: toJson,
};
