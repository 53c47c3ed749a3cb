import type { MapBox } from "../../mindmap/layout.ts";
import { createElement } from "./elements.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";

/** Draws which notes refer to the one that the reader points at or is at, and to which it refers; all at once would hide the map. */
export function connectCrossLinks(view: MapView): void {
  // Also of those that are folded away at first.
  if (![...everyNode(view.root)].some(({ payload }) => payload.links?.length)) return;
  const layer = createElement({ name: "g", attributes: { "aria-hidden": "true" }, children: [] });
  view.g.node()?.prepend(layer);
  let pointed: MapNode | undefined;
  const draw = () => {
    // Over the labels of a note that is open they would be in the way.
    const shown = new Set([pointed, view.current].filter((node) => node && !view.boxes.get(node)?.children.length));
    if (shown.size === 0) return layer.replaceChildren();
    const places = new Map([...view.boxes].map(([node, box]) => [node.payload.id, box]));
    const paths = [...view.boxes].flatMap(([node, box]) =>
      (node.payload.links ?? []).flatMap((id) => {
        const target = places.get(id);
        const isShown = shown.has(node) || shown.has(target?.node as MapNode | undefined);
        return target && isShown ? [createLink(box, target)] : [];
      }),
    );
    layer.replaceChildren(...paths);
  };
  const point = (node: MapNode | undefined) => {
    if (node === pointed) return;
    pointed = node;
    draw();
  };
  view.element.addEventListener("pointerover", ({ target }) => point(view.nodeAt(target as Element)));
  view.element.addEventListener("pointerleave", () => point(undefined));
  view.element.addEventListener("map:draw", draw);
  view.element.addEventListener("map:current", draw);
  draw();
}

function createLink(from: MapBox, to: MapBox): SVGElement {
  const [x1, y1] = end(from);
  const [x2, y2] = end(to);
  const bulge = Math.min(160, 40 + Math.abs(y2 - y1) / 4) * from.side;
  return createElement({
    name: "path",
    attributes: {
      class: "cross-link",
      d: `M${x1} ${y1}C${x1 + bulge} ${y1} ${x2 + bulge} ${y2} ${x2} ${y2}`,
    },
    children: [],
  });
}

/** Beyond the fold handle, at half of the label's height; of a branch that is open, whose lines begin there, its upper corner. */
function end(box: MapBox): [number, number] {
  const isOpen = box.children.length > 0;
  const room = isOpen ? 4 : 30;
  return [box.side > 0 ? box.x + box.width + room : box.x - room, box.y + (isOpen ? 4 : box.height / 2)];
}
