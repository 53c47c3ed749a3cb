import { type ZoomTransform, zoomIdentity, zoomTransform } from "d3";
import type { MapNode, MapView } from "./map-view.ts";
import { moveTo } from "./move-to.ts";

/** Where a map is on its way to: presses that come before it is there add up. */
const destinations = new WeakMap<MapView, ZoomTransform>();

/**
 * Zooms by a factor, while the map is in sight.
 * @param about the node that stays in its place, if it is in sight; else the middle of the window does
 */
export async function zoomBy(view: MapView, factor: number, about?: MapNode): Promise<void> {
  if (!view.isShown) return;
  const from = destinations.get(view) ?? zoomTransform(view.element);
  const [least, most] = view.zoom.scaleExtent();
  const k = Math.min(most, Math.max(least, from.k * factor));
  const { clientWidth, clientHeight } = view.element;
  const box = about && view.isInView(about) ? view.boxes.get(about) : undefined;
  const [x, y] = box
    ? from.apply([box.x + box.width / 2, box.y + box.height / 2])
    : [clientWidth / 2, clientHeight / 2];
  const ratio = k / from.k;
  const to = zoomIdentity.translate(x - (x - from.x) * ratio, y - (y - from.y) * ratio).scale(k);
  destinations.set(view, to);
  await moveTo(view, to);
  if (destinations.get(view) === to) destinations.delete(view);
}
