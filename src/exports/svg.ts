import { drawMap } from "../mindmap/draw.ts";
import { createFilePaint, darkStyle } from "../mindmap/paint.ts";
import { type Shape, shape, toXml } from "../mindmap/shape.ts";
import { THEMES } from "../mindmap/theme.ts";
import {
  type ExportContext,
  type ExportFormat,
  type ExportMap,
  absoluteUrl,
  describeSource,
  placeUrl,
} from "./format.ts";

/** Room around the map, in pixels. */
const MARGIN = 24;

/**
 * A map as SVG 1.1 that opens everywhere: text as `<text>`, presentation attributes only, a size
 * and a view box; a style sheet adds dark mode where programs obey it. Links are written twice,
 * as SVG 2 and as XLink, since older programs know only the latter.
 */
export function toSvg(map: ExportMap, context: ExportContext): string {
  return writeSvg(drawSvg(map, context));
}

/** Writes a drawing as a file. */
export function writeSvg(svg: Shape): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(svg)}\n`;
}

/** Width and height of a map's file in pixels, with the room around it. */
export function sizeOfFile({ bounds: { width, height } }: ExportMap["layout"]): { width: number; height: number } {
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/**
 * The drawing that `toSvg` writes, for those who change it first.
 * @param linksWithin whether labels keep each link of theirs, or are one link as a whole
 */
export function drawSvg(map: ExportMap, context: ExportContext, linksWithin = false): Shape {
  const { x, y } = map.layout.bounds;
  const frame = { x: x - MARGIN, y: y - MARGIN, ...sizeOfFile(map.layout) };
  const theme = THEMES[map.theme];
  const nodes = drawMap(map.layout, map.options, createFilePaint(map.options, theme, linksWithin), ({ node }, href) =>
    href === undefined ? placeUrl(node, context) : absoluteUrl(href, context),
  );
  return shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      "xmlns:xlink": "http://www.w3.org/1999/xlink",
      width: frame.width,
      height: frame.height,
      viewBox: `${frame.x} ${frame.y} ${frame.width} ${frame.height}`,
      "xml:lang": context.lang,
      "xml:space": "preserve",
    },
    [
      shape("title", {}, [context.title]),
      shape("desc", {}, [[context.description, ...describeSource(context)].filter(Boolean).join("\n")]),
      ...(map.theme === "light" ? [shape("style", {}, [darkStyle(THEMES.dark)])] : []),
      shape("rect", { class: "bg", ...frame, fill: theme.background }),
      ...nodes.map(withXlink),
    ],
  );
}

function withXlink(part: Shape): Shape {
  const children = part.children.map((child) => (typeof child === "string" ? child : withXlink(child)));
  if (part.attributes.href === undefined) return { ...part, children };
  return { ...part, attributes: { ...part.attributes, "xlink:href": part.attributes.href }, children };
}

/** A picture with its words as text, which the other two kinds of SVG are made of. */
export const svg: ExportFormat = {
  isCopied: true,
  extension: "svg",
  label: "SVG",
  purpose: "Picture that scales, for any program",
  mediaType: "image/svg+xml",
  write: toSvg,
};
