import type { ExportMap } from "../../exports/format.ts";
import type { MapFile } from "../../exports/json.ts";
import { toSvg } from "../../exports/svg.ts";
import type { MapView } from "./map-view.ts";

/** Lets the page's menu save the map as the reader has it. */
export function connectExports(view: MapView, file: MapFile): void {
  document.querySelector('[data-export="svg"]')?.addEventListener("click", () => {
    const bytes = toSvg(currentMap(view), file.context);
    save(new Blob([bytes], { type: "image/svg+xml" }), `${file.id.replaceAll("/", "-")}.svg`);
  });
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

function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
