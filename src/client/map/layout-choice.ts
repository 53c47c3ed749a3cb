import { isLayoutName } from "../../mindmap/layout.ts";
import type { MapView } from "./map-view.ts";

const KEPT = "map-layout";

/** Applies the layout the reader chose last, on whatever map. */
export function recallLayout(view: MapView): void {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === "both" && isLayoutName(kept)) view.settings.layoutName = kept;
  } catch {
    // Without storage the author's layout holds.
  }
}

/** Lets the reader choose between one side (the note's own) and both. */
export function connectLayout(view: MapView, host: HTMLElement, own: MapView["settings"]["layoutName"]): void {
  const button = host.querySelector<HTMLButtonElement>('[data-map="layout"]');
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(view.settings.layoutName === "both"));
  button.addEventListener("click", async () => {
    view.settings.layoutName = view.settings.layoutName === "both" ? own : "both";
    try {
      localStorage.setItem(KEPT, view.settings.layoutName === "both" ? "both" : "own");
    } catch {
      // The choice holds for this page then.
    }
    show();
    await view.renderData();
    await view.fit();
  });
  view.element.addEventListener("map:render", show);
  show();
}
