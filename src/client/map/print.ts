import { zoomTransform } from "d3";
import { frameOf, MARGIN } from "../../mindmap/frame.ts";
import type { MapView } from "./map-view.ts";

const EVERYTHING = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  scale: 1,
};

/**
 * Puts the whole map, as it is folded, onto the paper, also where its list stands in its place, which takes pages;
 * afterwards it stands where it stood.
 */
export function connectPrint(view: MapView, signal: AbortSignal): void {
  const group = view.g.node() as SVGGElement;
  let isHidden = false;
  addEventListener(
    "beforeprint",
    () => {
      isHidden = view.element.hasAttribute("hidden");
      view.element.removeAttribute("hidden");
      view.draw(EVERYTHING);
      group.removeAttribute("transform");
      view.element.setAttribute("viewBox", frameOf(view.layout.bounds, MARGIN).join(" "));
    },
    { signal },
  );
  addEventListener(
    "afterprint",
    () => {
      view.element.toggleAttribute("hidden", isHidden);
      view.element.removeAttribute("viewBox");
      group.setAttribute("transform", zoomTransform(view.element).toString());
      view.draw();
    },
    { signal },
  );
}
