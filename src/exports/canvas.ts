import { boundsOf, LAYOUTS, type MapBounds, type MapBox } from "../mindmap/layout.ts";
import { indexPrefix } from "../mindmap/measure.ts";
import { branchColor } from "../mindmap/paint.ts";
import { THEMES } from "../mindmap/theme.ts";
import { describeSource, type ExportContext, type ExportFormat, type ExportMap } from "./format.ts";
import { markdownLabel } from "./label.ts";

/** Room that a card needs around its words, in pixels. */
const CARD = { width: 48, height: 32 };

/** Room between cards, in pixels: what an author leaves between labels is not meant for them. */
const SPACING = { spacingHorizontal: 80, spacingVertical: 16 };

/** Room between the map and the card that says where it comes from, in pixels. */
const GAP = 48;

/**
 * A map as JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/): each node a card, laid out as the map is, and below
 * them one that says where the map comes from, for which the format has no other place.
 */
function toCanvas(map: ExportMap, context: ExportContext): string {
  const boxes = layoutCards(map);
  const colorOf = (box: MapBox) =>
    box.node.payload.branch === undefined ? {} : { color: branchColor(map.options, THEMES.light, box.node) };
  const nodes = boxes.map((box) => ({
    id: box.node.payload.id,
    type: "text",
    text: `${indexPrefix(box.node).replace(".", "\\.")}${markdownLabel(box.node, context)}`,
    ...placeOf(box),
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
  return `${JSON.stringify({ nodes: [...nodes, ...toSourceCard(boundsOf(boxes), context)], edges }, undefined, 1)}\n`;
}

/** The boxes of a map as large as cards, and as far apart. */
function layoutCards({ layout, layoutName, options }: ExportMap): MapBox[] {
  const cards = new Map<MapBox, MapBox>();
  for (const box of layout.boxes) {
    const parent = (box.parent && cards.get(box.parent)) ?? null;
    const size = { width: box.width + CARD.width, height: box.height + CARD.height };
    const card: MapBox = { ...box, ...size, parent, children: [] };
    parent?.children.push(card);
    cards.set(box, card);
  }
  const boxes = [...cards.values()];
  LAYOUTS[layoutName](boxes[0] as MapBox, { ...options, ...SPACING });
  return boxes;
}

/** A place in whole pixels, as the format has them. */
function placeOf({ x, y, width, height }: MapBounds): MapBounds {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function toSourceCard({ x, y, height }: MapBounds, context: ExportContext): object[] {
  const lines = describeSource(context);
  if (lines.length === 0) return [];
  return [
    {
      // With a blank, as no node of an outline has it.
      id: `source of ${context.id}`,
      type: "text",
      text: lines.join("\n"),
      ...placeOf({ x, y: y + height + GAP, width: 420, height: lines.length * 24 + CARD.height }),
    },
  ];
}

/** Cards and lines, in the order of the map and as far apart as cards need. */
export const canvas: ExportFormat = {
  extension: "canvas",
  label: "JSON Canvas",
  purpose: "For Obsidian and other canvases",
  mediaType: "application/json",
  write: toCanvas,
};
