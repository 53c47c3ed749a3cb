import { zoomTransform } from "d3";
import { LEAST_SCALE } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { scaleToEdges, VIEW_PADDING } from "./viewport.ts";

/**
 * Keeps the middle of the map in the middle when its window changes size; nothing else is reset. A map that was fitted
 * and not moved since is fitted to the new size; where the panel of the node the reader is at took too much of the room,
 * when that is gone; one that was to be fitted while it was out of sight, when it is back. A node on its way to the
 * middle goes on to the new one, also in a map that was out of sight meanwhile. The node the reader is at stays in sight.
 */
export function connectResize(view: MapView, signal: AbortSignal): void {
  let { clientWidth: width, clientHeight: height } = view.element;
  /** What is on its way back into sight. */
  let returning: MapNode | undefined;
  /** Whether a fitted map is larger than its window while a panel takes room of that. */
  let isSqueezed = false;
  const keepMiddle = async ({ clientWidth, clientHeight }: Element) => {
    const { current } = view;
    const { k } = zoomTransform(view.element);
    const wasSeen = current && view.isInView(current, { clientWidth: width, clientHeight: height });
    view.svg.call(view.zoom.translateBy, (clientWidth - width) / 2 / k, (clientHeight - height) / 2 / k);
    if (!wasSeen && (!current || current !== returning)) return;
    returning = current;
    await view.ensureVisible(current, VIEW_PADDING);
    if (returning === current) returning = undefined;
  };
  const observer = new ResizeObserver(() => {
    const { element, aim } = view;
    const { clientWidth, clientHeight } = element;
    if (!clientWidth) return;
    const isSame = clientWidth === width && clientHeight === height;
    const isSmaller = clientWidth <= width && clientHeight <= height;
    // Fitted to what a panel leaves of a small window, nothing could be read, not even what was pressed.
    const isLow =
      (isSmaller || isSqueezed) && hasPanel(view) && scaleToEdges(element, view.layout.bounds) < LEAST_SCALE;
    isSqueezed = view.isFitted && isLow;
    const isFitted = view.isFitted && !isLow;
    const isDue = view.isFitted && (view.mustFit || (isFitted && !isSame));
    const fitted = isDue ? view.atOnce(() => view.fit()) : Promise.resolve();
    // Only after that, which would take it away again.
    if (aim) void fitted.then(() => (view.aim === aim ? view.centerNode(aim) : undefined));
    if (isSame) return;
    // Nobody has moved it: it is fitted again with the room it had, and no address says where it stands meanwhile.
    if (isSqueezed && !aim) void view.stayFitted(() => keepMiddle(element));
    else if (!isFitted && !aim) void keepMiddle(element);
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
