import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { findFonts, readTrueType } from "./fonts.node.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { wordsOfMap } from "./label.ts";
import { toOutlinedSvg } from "./svg-outlines.ts";

/** Pixels of the picture per pixel of the map. */
const SCALE = 2;
/** Longest side of the picture in pixels; larger ones few programs open. */
const LONGEST = 16_000;
const FAMILY = "Atkinson Hyperlegible Next";

let ready: Promise<void> | undefined;

/** A map as PNG, drawn by resvg from its SVG with the shipped font alone, so that every machine draws the same. */
export function toPng(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  const { width, height } = map.layout.bounds;
  const svg = toOutlinedSvg(map, context, findFonts(wordsOfMap(map), context));
  return paintSvg(svg, Math.min(SCALE, LONGEST / Math.max(width, height)));
}

/** Paints an SVG, at a scale; words that are text are in the label font. */
export async function paintSvg(svg: string, scale: number): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  await ready;
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers: [readTrueType(400), readTrueType(700)],
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
      monospaceFamily: FAMILY,
    },
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}
