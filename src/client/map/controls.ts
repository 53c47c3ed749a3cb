import { foldToLevel } from "./folding.ts";
import { KEYS, fullScreen } from "./keys.ts";
import type { MapView } from "./map-view.ts";

/** Makes the buttons above the map work. */
export function connectControls(view: MapView, host: HTMLElement): void {
  const on = (name: string, action: () => unknown) =>
    host.querySelector(`[data-map="${name}"]`)?.addEventListener("click", action);
  on("fit", () => view.fit());
  on("zoom-in", () => view.rescale(1.25));
  on("zoom-out", () => view.rescale(0.8));
  on("full", () => fullScreen(host));
  on("keys", () => showKeys(host));
  const level = host.querySelector<HTMLSelectElement>('[data-map="level"]');
  level?.addEventListener("change", () => {
    if (level.value) void foldToLevel(view, level.value === "all" ? "all" : Number(level.value));
    level.value = "";
  });
}

function showKeys(host: HTMLElement) {
  let dialog = host.querySelector<HTMLDialogElement>("dialog.map-keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "map-keys";
    dialog.setAttribute("aria-label", "Keys of the map");
    const list = document.createElement("dl");
    for (const [keys, does] of KEYS) {
      const term = document.createElement("dt");
      term.textContent = keys;
      const description = document.createElement("dd");
      description.textContent = does;
      list.append(term, description);
    }
    const form = document.createElement("form");
    form.method = "dialog";
    const close = document.createElement("button");
    close.className = "button";
    close.textContent = "Close";
    form.append(close);
    dialog.append(list, form);
    host.append(dialog);
  }
  dialog.showModal();
}
