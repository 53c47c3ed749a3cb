import type { MapBox } from "../../mindmap/layout.ts";
import { createElement } from "./elements.ts";
import type { MapView } from "./map-view.ts";

/** Draws which notes of the atlas refer to each other; those of the current note stand out. */
export function connectCrossLinks(view: MapView): void {
  if (![...view.boxes.keys()].some(({ payload }) => payload.links?.length)) return;
  const layer = createElement({ name: "g", attributes: { "aria-hidden": "true" }, children: [] });
  view.g.node()?.prepend(layer);
  const draw = () => {
    const places = new Map([...view.boxes].map(([node, box]) => [node.payload.id, box]));
    const paths = [...view.boxes].flatMap(([node, box]) =>
      (node.payload.links ?? []).flatMap((id) => {
        const target = places.get(id);
        return target ? [createLink(box, target, node === view.current || target.node === view.current)] : [];
      }),
    );
    layer.replaceChildren(...paths);
  };
  view.element.addEventListener("map:draw", draw);
  view.element.addEventListener("map:current", draw);
  draw();
}

function createLink(from: MapBox, to: MapBox, ofCurrent: boolean): SVGElement {
  const [x1, y1] = end(from);
  const [x2, y2] = end(to);
  const bulge = Math.min(160, 40 + Math.abs(y2 - y1) / 4) * from.side;
  return createElement({
    name: "path",
    attributes: {
      class: ofCurrent ? "cross-link of-current" : "cross-link",
      d: `M${x1} ${y1}C${x1 + bulge} ${y1} ${x2 + bulge} ${y2} ${x2} ${y2}`,
    },
    children: [],
  });
}

/** Beyond the fold handle, at half of the label's height. */
function end(box: MapBox): [number, number] {
  const room = 30;
  return [box.side > 0 ? box.x + box.width + room : box.x - room, box.y + box.height / 2];
}
