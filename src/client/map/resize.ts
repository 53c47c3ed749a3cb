import { zoomTransform } from "d3";
import { LEAST_SCALE } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { scaleToEdges, VIEW_PADDING } from "./viewport.ts";

/**
 * Keeps the middle of the map in the middle when its window changes size; nothing else is reset. A map that
 * was fitted and not moved since is fitted to the new size, unless the panel of the node the reader is at took
 * too much of the room; one that was to be fitted while it was out of sight is so when it is back. A node on its
 * way to the middle goes on to the new one, also in a map that was out of sight meanwhile. The node the reader is
 * at stays in sight.
 */
export function connectResize(view: MapView, signal: AbortSignal): void {
  let { clientWidth: width, clientHeight: height } = view.element;
  /** What is on its way back into sight. */
  let returning: MapNode | undefined;
  const keepMiddle = ({ clientWidth, clientHeight }: Element) => {
    const { current } = view;
    const { k } = zoomTransform(view.element);
    const wasSeen = current && view.isInView(current, { clientWidth: width, clientHeight: height });
    view.svg.call(view.zoom.translateBy, (clientWidth - width) / 2 / k, (clientHeight - height) / 2 / k);
    if (!wasSeen && (!current || current !== returning)) return;
    returning = current;
    void view.ensureVisible(current, VIEW_PADDING).then(() => {
      if (returning === current) returning = undefined;
    });
  };
  const observer = new ResizeObserver(() => {
    const { element, aim } = view;
    const { clientWidth, clientHeight } = element;
    if (!clientWidth) return;
    const isSame = clientWidth === width && clientHeight === height;
    const isSmaller = clientWidth <= width && clientHeight <= height;
    // Fitted to what a panel leaves of a small window, nothing could be read, not even what was pressed.
    const isFitted =
      view.isFitted && !(isSmaller && hasPanel(view) && scaleToEdges(element, view.layout.bounds) < LEAST_SCALE);
    const isDue = view.isFitted && (view.mustFit || (isFitted && !isSame));
    const fitted = isDue ? view.atOnce(() => view.fit()) : Promise.resolve();
    // Only after that, which would take it away again.
    if (aim) void fitted.then(() => (view.aim === aim ? view.centerNode(aim) : undefined));
    if (isSame) return;
    if (!isFitted && !aim) keepMiddle(element);
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

/** Whether a panel beside the map tells of the node the reader is at. */
function hasPanel({ element, current }: MapView): boolean {
  return Boolean(current && element.parentElement?.querySelector(".map-panel:not([hidden])"));
}
