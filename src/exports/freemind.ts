import { branchColor } from "../mindmap/paint.ts";
import { type Shape, shape, toXml } from "../mindmap/shape.ts";
import { THEMES } from "../mindmap/theme.ts";
import type { OutlineNode } from "../outline/node.ts";
import { describeSource, type ExportContext, type ExportFormat, type ExportMap } from "./format.ts";
import { listLinks, nodeUrl, plainLabel } from "./label.ts";

/** FreeMind's last format that Freeplane opens without asking its user whether it may. */
const VERSION = "0.9.0";

/**
 * A map as FreeMind has it (freemind.xsd), which Freeplane and most other programs read too.
 * Nodes carry their links, folds and branch colours; those of the first level the side they grow to. Behind the
 * root stands where the map comes from, behind a label of several links where each leads.
 */
export function toFreeMind(map: ExportMap, context: ExportContext): string {
  const sides = new Map(map.layout.boxes.map(({ node, side }) => [node.payload.id, side]));
  const toNode = (node: OutlineNode, level: number): Shape => {
    const color = node.payload.branch === undefined ? undefined : branchColor(map.options, THEMES.light, node);
    const side = (sides.get(node.payload.id) ?? 1) < 0 ? "left" : "right";
    const attributes = {
      ID: `ID_${node.payload.id}`,
      TEXT: toText(plainLabel(node)),
      LINK: nodeUrl(node, context),
      FOLDED: node.payload.fold && node.children.length > 0 ? "true" : undefined,
      POSITION: level === 2 ? side : undefined,
    };
    const edge = level === 2 && color ? [shape("edge", { COLOR: color })] : [];
    const lines = [...(level === 1 ? describeSource(context) : []), ...listLinks(node, context)];
    return shape("node", attributes, [
      ...edge,
      ...toNote(lines),
      ...node.children.map((child) => toNode(child, level + 1)),
    ]);
  };
  return `${toAscii(toXml(shape("map", { version: VERSION }, [toNode(map.outline, 1)])))}\n`;
}

/** What stands behind a node, as a page of HTML. */
function toNote(lines: readonly string[]): Shape[] {
  if (lines.length === 0) return [];
  const paragraphs = lines.map((line) => shape("p", {}, [line]));
  const page = shape("html", {}, [shape("head", {}, []), shape("body", {}, paragraphs)]);
  return [shape("richcontent", { TYPE: "NOTE" }, [page])];
}

/**
 * Writes signs beyond ASCII by their numbers, as FreeMind does: both programs read a file in the system's own
 * encoding. Of numbers with more than 16 bits Freeplane takes the last 16, so those signs stay as they are.
 */
function toAscii(xml: string): string {
  return xml.replace(/[\x80-\uffff]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`);
}

/** Keeps a label as it is that Freeplane would take for HTML, a formula in LaTeX, or one to be run, by how it begins. */
function toText(label: string): string {
  return label.replace(/^(?:<html|=|\\)/i, "\u2060$&");
}

/** What most mindmap programs open, with folds, links and colours. */
export const freemind: ExportFormat = {
  extension: "mm",
  label: "FreeMind",
  purpose: "For Freeplane and most mindmap programs",
  mediaType: "application/x-freemind",
  write: toFreeMind,
};
