import type { ExportMap } from "../../exports/format.ts";
import type { MapFile } from "../../exports/json.ts";
import { PORTABLE_FORMATS } from "../../exports/portable.ts";
import { toSvg } from "../../exports/svg.ts";
import type { MapView } from "./map-view.ts";
import { paintPng } from "./png.ts";

/** Saves the map as the reader has it; returns a sentence that says so. */
export async function saveView(view: MapView, file: MapFile, extension: string): Promise<string> {
  const blob = await writeView(view, file, extension);
  const name = `${file.id.replaceAll("/", "-")}.${extension}`;
  save(blob, name);
  return `Saved ${name}, ${formatSize(blob.size)}.`;
}

/** Puts the map as the reader has it on the clipboard; returns a sentence that says so. */
export async function copyView(view: MapView, file: MapFile, extension: string): Promise<string> {
  const blob = writeView(view, file, extension);
  if (extension === "png") await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  else await navigator.clipboard.writeText(await (await blob).text());
  return `Copied, ${formatSize((await blob).size)}.`;
}

async function writeView(view: MapView, { context }: MapFile, extension: string): Promise<Blob> {
  const map = currentMap(view);
  if (extension === "png") return paintPng(toSvg(map, context), map.layout.bounds);
  const format = PORTABLE_FORMATS.find((candidate) => candidate.extension === extension);
  if (!format) throw new Error(`there is no format “${extension}”`);
  const body = await format.write(map, context);
  return new Blob([body as BlobPart], { type: format.mediaType });
}

function currentMap(view: MapView): ExportMap {
  return {
    outline: view.root,
    layout: view.layout,
    layoutName: view.settings.layoutName,
    options: view.settings.map,
    theme: isDark() ? "dark" : "light",
  };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function formatSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} KB`;
}

function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
