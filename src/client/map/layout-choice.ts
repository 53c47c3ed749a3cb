import type { LayoutName } from "../../mindmap/layout.ts";
import { keep, recall } from "../reading/keep.ts";
import type { MapView } from "./map-view.ts";

const KEPT = "mapLayout";

/** What the button leads to from both sides: the note's own layout, if that is one side. */
const oneSide = (own: LayoutName): LayoutName => (own === "both" ? "right" : own);

/** The layout the reader chose last, on whatever map; without a choice, the note's own. */
export function recallLayout({ dataset }: HTMLElement, own: LayoutName): LayoutName {
  // Who saved a map chose how it is laid out.
  if (!dataset.src) return own;
  const kept = recall(KEPT);
  if (kept === "both") return kept;
  return kept === "one" ? oneSide(own) : own;
}

/** Lets the reader choose between one side and both. */
export function connectLayout(view: MapView, host: HTMLElement, own: LayoutName): void {
  const button = host.querySelector<HTMLButtonElement>('[data-map="layout"]');
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(view.settings.layoutName === "both"));
  button.addEventListener("click", async () => {
    const isBoth = view.settings.layoutName === "both";
    view.settings.layoutName = isBoth ? oneSide(own) : "both";
    keep(KEPT, isBoth ? "one" : "both");
    show();
    await view.renderData();
    await view.fit();
  });
  view.element.addEventListener("map:render", show);
  show();
}
