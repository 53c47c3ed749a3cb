import { createKeysDialog, isListOpen } from "../keys-dialog.ts";
import { KEYS, fullScreen } from "./keys.ts";
import { connectLevels } from "./levels.ts";
import type { MapView } from "./map-view.ts";
import { say } from "./say.ts";
import { zoomBy } from "./zoom-by.ts";

/** Makes the buttons above the map work; a level that is already chosen is shown. */
export function connectControls(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const on = (name: string, action: () => unknown) =>
    host.querySelector(`[data-map="${name}"]`)?.addEventListener("click", action);
  on("fit", () => view.fit());
  on("zoom-in", () => zoomBy(view, 1.25));
  on("zoom-out", () => zoomBy(view, 0.8));
  // Some phones give the whole screen to films only.
  if (!host.requestFullscreen) host.querySelector('[data-map="full"]')?.remove();
  // A press that had to wait for the map may be too old for the browser.
  on("full", () => fullScreen(host).catch(() => say(host, "Press again for the full screen.")));
  const showFull = () => {
    const isFull = document.fullscreenElement === host;
    host.querySelector('[data-map="full"]')?.setAttribute("aria-pressed", String(isFull));
  };
  document.addEventListener("fullscreenchange", showFull, { signal });
  showFull();
  on("keys", () => showKeys(host));
  connectLevels(view, host);
}

function showKeys(host: HTMLElement) {
  if (isListOpen()) return;
  let dialog = host.querySelector<HTMLDialogElement>("dialog.map-keys");
  if (!dialog) {
    // A file that stands alone has no page to take a text from.
    const usable = KEYS.filter(({ keys }) => !keys.includes("Shift Enter") || host.querySelector(".map-panel"));
    dialog = createKeysDialog("map-keys", "Keys of the map", usable);
    host.append(dialog);
  }
  dialog.showModal();
}
