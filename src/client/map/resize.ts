import { zoomTransform } from "d3";
import type { MapView } from "./map-view.ts";

/**
 * Keeps the middle of the map in the middle when its window changes size; nothing else is reset. A map
 * that was started out of sight, beside a text read alone, shows its current node when it comes into sight.
 */
export function connectResize(view: MapView, signal: AbortSignal): void {
  let { clientWidth: width, clientHeight: height } = view.element;
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = view.element;
    if (!clientWidth || (clientWidth === width && clientHeight === height)) return;
    if (width === 0 && view.current) void view.centerNode(view.current);
    else {
      const { k } = zoomTransform(view.element);
      view.svg.call(view.zoom.translateBy, (clientWidth - width) / 2 / k, (clientHeight - height) / 2 / k);
    }
    [width, height] = [clientWidth, clientHeight];
    view.draw();
  });
  observer.observe(view.element);
  signal.addEventListener("abort", () => observer.disconnect());
}
