import { isLayoutName, layoutMap, type LayoutName } from "../../mindmap/layout.ts";
import { isLargerIn } from "../../mindmap/frame.ts";
import { keep, recall } from "../reading/keep.ts";
import { isTextShown } from "../reading/sections.ts";
import type { MapView } from "./map-view.ts";

const KEPT = "mapLayout";

/** What the button leads to from both sides: the note's own layout, if that is one side. */
const oneSide = (own: LayoutName): LayoutName => (own === "both" ? "right" : own);

/** How a map is laid out that nobody has a wish for: otherwise than the note's own way where a wide room suits another. */
export function givenLayout({ dataset }: HTMLElement, own: LayoutName): LayoutName {
  return isLayoutName(dataset.layout) ? dataset.layout : own;
}

/** The layout the reader chose last, on whatever map; without a choice, the one that is given. */
export function recallLayout(host: HTMLElement, own: LayoutName): LayoutName {
  // Who saved a map chose how it is laid out.
  if (!host.dataset.src) return own;
  const kept = recall(KEPT);
  if (kept === "both") return kept;
  return kept === "one" ? oneSide(own) : givenLayout(host, own);
}

/**
 * Lays the map of a note's page out as suits the room it has without the text, now and whenever the reader changes what
 * is seen. One that they moved, or want otherwise, stays as it is.
 */
export async function connectRoom(
  view: MapView,
  host: HTMLElement,
  own: LayoutName,
  signal: AbortSignal,
): Promise<void> {
  const boundsIn = (name: LayoutName) => layoutMap(view.root, view.settings.map, name).bounds;
  const suit = async () => {
    const { clientWidth, clientHeight } = view.element;
    if (!view.isShown) return;
    const isWide = !isTextShown() && isLargerIn([clientWidth, clientHeight], boundsIn(own), boundsIn("both"));
    host.dataset.layout = isWide ? "both" : own;
    const layoutName = recallLayout(host, own);
    if (!view.isFitted || layoutName === view.settings.layoutName) return;
    view.settings.layoutName = layoutName;
    await view.atOnce(() => view.renderData());
    await view.atOnce(() => view.fit());
  };
  document.addEventListener("fullscreenchange", () => void suit(), { signal });
  document.addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "view") void suit();
    },
    { signal },
  );
  await suit();
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
