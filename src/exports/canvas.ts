import { indexPrefix } from "../mindmap/measure.ts";
import { branchColor } from "../mindmap/paint.ts";
import { THEMES } from "../mindmap/theme.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { markdownLabel } from "./label.ts";

/** Room that a card needs around its words, in pixels. */
const CARD = { width: 48, height: 32, stretch: 1.6 };

/** A map as JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/): each node a card where the map has it. */
export function toCanvas(map: ExportMap, context: ExportContext): string {
  const { boxes } = map.layout;
  const colorOf = (box: (typeof boxes)[number]) =>
    box.node.payload.branch === undefined ? {} : { color: branchColor(map.options, THEMES.light, box.node) };
  const nodes = boxes.map((box) => ({
    id: box.node.payload.id,
    type: "text",
    text: `${indexPrefix(box.node).replace(".", "\\.")}${markdownLabel(box.node, context)}`,
    x: Math.round(box.x * CARD.stretch),
    y: Math.round(box.y * CARD.stretch * 1.5),
    width: Math.round(box.width + CARD.width),
    height: Math.round(box.height + CARD.height),
    ...colorOf(box),
  }));
  const edges = boxes.flatMap((box) => {
    if (!box.parent) return [];
    const [from, to] = box.side > 0 ? ["right", "left"] : ["left", "right"];
    return {
      id: `to-${box.node.payload.id}`,
      fromNode: box.parent.node.payload.id,
      fromSide: from,
      toNode: box.node.payload.id,
      toSide: to,
      toEnd: "none",
      ...colorOf(box),
    };
  });
  return `${JSON.stringify({ nodes, edges }, undefined, 1)}\n`;
}

export const canvas: ExportFormat = {
  extension: "canvas",
  label: "JSON Canvas",
  purpose: "For Obsidian and other canvases",
  mediaType: "application/json",
  write: toCanvas,
};
