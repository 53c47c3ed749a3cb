import { isLayoutName, type LayoutName } from "../../mindmap/layout.ts";
import { keep, recall } from "../reading/keep.ts";
import type { MapView } from "./map-view.ts";

const KEPT = "mapLayout";

/** What the button leads to from both sides: the note's own layout, if that is one side. */
const oneSide = (own: LayoutName): LayoutName => (own === "both" ? "right" : own);

/** How a map is laid out that nobody has a wish for: as its picture was, which may be otherwise than the note's own way. */
export function givenLayout({ dataset }: HTMLElement, own: LayoutName): LayoutName {
  return isLayoutName(dataset.givenLayout) ? dataset.givenLayout : own;
}

/** The layout the reader chose last, on whatever map; without a choice, the one that is given. */
export function recallLayout(host: HTMLElement, own: LayoutName): LayoutName {
  // Who saved a map chose how it is laid out.
  if (!host.dataset.src) return own;
  const kept = recall(KEPT);
  if (kept === "both") return kept;
  return kept === "one" ? oneSide(own) : givenLayout(host, own);
}

/** Lets the reader choose between one side and both. */
export function connectLayout(view: MapView, host: HTMLElement, own: LayoutName): void {
  const button = host.querySelector<HTMLButtonElement>('[data-map="layout"]');
  if (!button) return;
  const show = () => {
    const { layoutName } = view.settings;
    button.setAttribute("aria-pressed", String(layoutName === "both"));
    // Style sheets choose the paper by it.
    view.element.dataset.layout = layoutName;
  };
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
