import type { MapBox, MapLayout } from "../../mindmap/layout.ts";
import type { MapNode, MapView } from "./map-view.ts";

/**
 * Tells nodes, and markmap, where a layout puts them.
 * @param state markmap's, whose `rect` is what it fits into the window
 * @returns the box of each node
 */
export function recordPlaces({ boxes, bounds }: MapLayout, state: MapView["state"]): Map<MapNode, MapBox> {
  state.rect = { x1: bounds.x, y1: bounds.y, x2: bounds.x + bounds.width, y2: bounds.y + bounds.height };
  const byNode = new Map<MapNode, MapBox>();
  for (const box of boxes) {
    const node = box.node as MapNode;
    byNode.set(node, box);
    const { x, y, width, height } = box;
    node.state.rect = { x, y, width, height };
  }
  return byNode;
}

/**
 * Lets boxes move to their places from where they were before.
 * @param from where a node stood, or comes from, in pixels of the map; undefined: where it belongs
 * @returns puts every box at a share of its way, 0 to 1
 */
export function movePlaces(
  boxes: readonly MapBox[],
  from: (node: MapNode) => readonly [x: number, y: number] | undefined,
): (share: number) => void {
  const places = boxes.map((box) => {
    const [fromX, fromY] = from(box.node as MapNode) ?? [box.x, box.y];
    return { box, fromX, fromY, toX: box.x, toY: box.y };
  });
  return (share) => {
    for (const { box, fromX, fromY, toX, toY } of places) {
      box.x = fromX + (toX - fromX) * share;
      box.y = fromY + (toY - fromY) * share;
    }
  };
}
