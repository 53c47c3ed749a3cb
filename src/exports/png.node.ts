import { findFonts } from "./fonts.node.ts";
import { type ExportContext, type ExportMap, scaleOfPng } from "./format.ts";
import { writingOf } from "./label.ts";
import { paintInThread } from "./paint-threads.node.ts";
import { sizeOfFile } from "./svg.ts";
import { toOutlinedSvg } from "./svg-outlines.ts";

/** A map as PNG, drawn by resvg from its SVG with letters as shapes, so that every machine draws the same. */
export function toPng(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  const svg = toOutlinedSvg(map, context, findFonts(writingOf(map), context), true);
  return paintSvg(svg, scaleOfPng(sizeOfFile(map.layout)));
}

/** Paints an SVG, at a scale. Letters have to be shapes: for words that are text there is no font. */
export function paintSvg(svg: string, scale: number): Promise<Uint8Array> {
  return paintInThread(svg, { fitTo: { mode: "zoom", value: scale }, font: { loadSystemFonts: false } });
}
