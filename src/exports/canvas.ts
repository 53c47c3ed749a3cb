import { indexPrefix } from "../mindmap/measure.ts";
import { branchColor } from "../mindmap/paint.ts";
import { THEMES } from "../mindmap/theme.ts";
import { describeSource, type ExportContext, type ExportFormat, type ExportMap } from "./format.ts";
import { markdownLabel } from "./label.ts";

/** Room that a card needs around its words, in pixels. */
const CARD = { width: 48, height: 32, stretch: 1.6 };

/** Room between the map and the card that says where it comes from, in pixels. */
const GAP = 48;

/**
 * A map as JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/): each node a card where the map has it, and below them
 * one that says where the map comes from, for which the format has no other place.
 */
function toCanvas(map: ExportMap, context: ExportContext): string {
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
  return `${JSON.stringify({ nodes: [...nodes, ...toSourceCard(map, context)], edges }, undefined, 1)}\n`;
}

function toSourceCard({ layout: { bounds } }: ExportMap, context: ExportContext): object[] {
  const lines = describeSource(context);
  if (lines.length === 0) return [];
  return [
    {
      // With a blank, as no node of an outline has it.
      id: `source of ${context.id}`,
      type: "text",
      text: lines.join("\n"),
      x: Math.round(bounds.x * CARD.stretch),
      y: Math.round((bounds.y + bounds.height) * CARD.stretch * 1.5) + GAP,
      width: 420,
      height: lines.length * 24 + CARD.height,
    },
  ];
}

/** Cards and lines, each where the map has it. */
export const canvas: ExportFormat = {
  extension: "canvas",
  label: "JSON Canvas",
  purpose: "For Obsidian and other canvases",
  mediaType: "application/json",
  write: toCanvas,
};
