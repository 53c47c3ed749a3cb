import { zoomIdentity } from "d3";
import { boundsOf } from "../../mindmap/layout.ts";
import { findNode } from "../../outline/walk.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { moveTo } from "./move-to.ts";
import { scaleToEdges } from "./viewport.ts";

/** Room, in screen pixels, around a branch that fills the window. */
const ROOM = 32;

/** Lets a branch, with all that is unfolded of it, fill the window; never larger than life. */
async function zoomToBranch(view: MapView, node: MapNode): Promise<void> {
  const branch = view.boxes.get(node);
  if (!branch) return;
  const boxes = [branch];
  for (const box of boxes) boxes.push(...box.children);
  const bounds = boundsOf(boxes);
  const { x, y, width, height } = bounds;
  const { clientWidth, clientHeight } = view.element;
  const scale = Math.min(1, scaleToEdges(view.element, bounds, ROOM));
  const transform = zoomIdentity
    .translate(clientWidth / 2, clientHeight / 2)
    .scale(scale)
    .translate(-x - width / 2, -y - height / 2);
  await moveTo(view, transform);
}

/** The node whose name, as it is read from far away, was pressed. */
export function farNodeAt(view: MapView, target: Element): MapNode | undefined {
  const id = target.closest<SVGElement>(".far-label")?.dataset.node;
  return id === undefined ? undefined : findNode(view.root, id);
}

/** A click on the name of a far branch goes to it. */
export function connectBranchZoom(view: MapView): void {
  view.element.addEventListener("click", ({ target }) => {
    const node = farNodeAt(view, target as Element);
    if (!node) return;
    void view.setCurrent(node, "not");
    void zoomToBranch(view, node);
  });
}
