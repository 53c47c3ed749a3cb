import regular from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url";
import bold from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url";
import mono from "@fontsource/noto-sans-mono/files/noto-sans-mono-latin-400-normal.woff?url";
import { type FontSet, type FontWeight, hasLetters, type LabelFont, type Writing } from "../../exports/label-font.ts";
import { scaleOfPng } from "../../exports/format.ts";
import type { Platform, Viewer } from "../../exports/platform.ts";
import { sizeOfFile, toSvg } from "../../exports/svg.ts";
import { loadFile } from "../load.ts";
import { paintPng } from "./png.ts";

/**
 * A reader's browser: what formats need is fetched when they ask for it. Letters that the label
 * font lacks, and the viewer, are taken from files of the whole map, which have them.
 * @param fileOf address of the whole map in a format
 * @param within addresses of the maps that were loaded into this one, as SVG with its letters
 */
export function createPlatform(fileOf: (extension: string) => string, within: readonly string[] = []): Platform {
  return {
    fonts: (writing) => loadFonts(writing, [fileOf("embedded.svg"), ...within]),
    paint: (map, context) => paintPng(toSvg(map, context), scaleOfPng(sizeOfFile(map.layout))),
    viewer: () => readViewer(fileOf("html")),
  };
}

async function loadFonts({ words, code: codeWords }: Writing, embedded: readonly string[]): Promise<FontSet> {
  const { openLabelFont } = await import("../../exports/open-font.ts");
  const open = async (address: string, weight: FontWeight) =>
    openLabelFont(new Uint8Array(await (await loadFile(address)).arrayBuffer()), weight);
  const [light, heavy, code] = await Promise.all([
    open(regular, 400),
    open(bold, 700),
    codeWords ? open(mono, 400) : undefined,
  ]);
  const label = { 400: light, 700: heavy };
  const others: LabelFont[] = [];
  const has = (text: string, own: LabelFont) =>
    [...text.replace(/\s/g, "")].every((letter) => [own, ...others].some(({ font }) => hasLetters(font, letter)));
  for (const address of embedded) {
    if (has(words, light) && has(codeWords, code ?? light)) break;
    const svg = await (await loadFile(address)).text();
    for (const [, weight, data = ""] of svg.matchAll(/font-weight:(\d+);unicode-range:[^;]*;src:url\([^,]*,([^)]*)\)/g))
      others.push(openLabelFont(fromBase64(data), weight === "700" ? 700 : 400));
  }
  return { label, code, others };
}

function fromBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

async function readViewer(address: string): Promise<Viewer> {
  const text = await (await loadFile(address)).text();
  // Not parsed as a page: its policy would be this page's, which allows no style.
  const [, style] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
  const [, script] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  if (!script || !style) throw new Error(`${address} holds no map`);
  return { script, style };
}
