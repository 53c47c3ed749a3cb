import type { MapBox } from "../../mindmap/layout.ts";
import type { MapNode } from "./map-view.ts";

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

/** Whether the reader has asked their system that nothing moves. */
export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
