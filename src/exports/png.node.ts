import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { readTrueType } from "./fonts.node.ts";
import type { ExportContext, ExportMap } from "./format.ts";
import { toSvg } from "./svg.ts";

/** Pixels of the picture per pixel of the map. */
const SCALE = 2;
/** Longest side of the picture in pixels; larger ones few programs open. */
const LONGEST = 16_000;
const FAMILY = "Atkinson Hyperlegible Next";

let ready: Promise<void> | undefined;

/** A map as PNG, drawn by resvg from its SVG with the shipped font alone, so that every machine draws the same. */
export async function toPng(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  await ready;
  const { width, height } = map.layout.bounds;
  const picture = new Resvg(toSvg(map, context), {
    fitTo: { mode: "zoom", value: Math.min(SCALE, LONGEST / Math.max(width, height)) },
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
