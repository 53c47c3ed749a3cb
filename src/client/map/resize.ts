import { zoomTransform } from "d3";
import type { MapView } from "./map-view.ts";
import { VIEW_PADDING } from "./viewport.ts";

/**
 * Keeps the middle of the map in the middle when its window changes size; nothing else is reset. A map that
 * was fitted and not moved since is fitted to the new size. A node on its way to the middle goes on to the
 * new one, also in a map that was out of sight meanwhile. The node the reader is at stays in sight.
 */
export function connectResize(view: MapView, signal: AbortSignal): void {
  let { clientWidth: width, clientHeight: height } = view.element;
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = view.element;
    if (!clientWidth) return;
    const { aim, current } = view;
    const isSame = clientWidth === width && clientHeight === height;
    const { isFitted } = view;
    const fitted = isFitted && !isSame ? view.atOnce(() => view.fit()) : Promise.resolve();
    // Only after that, which would take it away again.
    if (aim) void fitted.then(() => (view.aim === aim ? view.centerNode(aim) : undefined));
    if (isSame) return;
    if (!isFitted && !aim) {
      const { k } = zoomTransform(view.element);
      const wasSeen = current && view.isInView(current, { clientWidth: width, clientHeight: height });
      view.svg.call(view.zoom.translateBy, (clientWidth - width) / 2 / k, (clientHeight - height) / 2 / k);
      if (wasSeen) void view.ensureVisible(current, VIEW_PADDING);
    }
    [width, height] = [clientWidth, clientHeight];
    view.draw();
  });
  observer.observe(view.element);
  const measure = () => {
    ({ clientWidth: width, clientHeight: height } = view.element);
  };
  view.element.addEventListener("map:placed", measure, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}
