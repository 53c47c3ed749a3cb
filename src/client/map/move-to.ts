import type { ZoomTransform } from "d3";
import type { MapView } from "./map-view.ts";

/** Moves the map until it stands at a transform, or until a newer move takes over. */
export async function moveTo(view: MapView, transform: ZoomTransform): Promise<void> {
  // Out of sight there is no way to show, and none that could be reckoned.
  if (!view.isShown) return void view.svg.call(view.zoom.transform, transform);
  await view
    .transition(view.svg)
    .call(view.zoom.transform, transform)
    .end()
    .catch(() => undefined);
}
