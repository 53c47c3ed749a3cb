import { createKeysDialog, isListOpen } from "../keys-dialog.ts";
import { foldToLevel } from "./folding.ts";
import { KEYS, fullScreen } from "./keys.ts";
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
  const level = host.querySelector<HTMLSelectElement>('[data-map="level"]');
  if (!level) return;
  nameLevels(level);
  let underWay = 0;
  const choose = async () => {
    if (!level.value) return;
    underWay += 1;
    try {
      await foldToLevel(view, level.value === "all" ? "all" : Number(level.value));
    } finally {
      underWay -= 1;
    }
  };
  level.addEventListener("change", () => void choose());
  let shown = 0;
  // Folded otherwise since, the map is at no level any more; laid out otherwise, it still is.
  view.element.addEventListener("map:render", () => {
    const { length } = view.layout.boxes;
    if (underWay === 0 && length !== shown) level.value = "";
    shown = length;
  });
  // Chosen before there was a map to fold.
  void choose();
}

/** A choice that was made is read without the list's name: as the page has them, they are bare numbers. */
function nameLevels({ options }: HTMLSelectElement) {
  for (const option of options) {
    if (option.value) option.text += option.value === "1" ? " level" : " levels";
  }
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
