import { expect, test } from "vitest";
import { paddingFor, scaleToEdges, VIEW_PADDING } from "../../../src/client/map/viewport.ts";
import type { MapBox } from "../../../src/mindmap/layout.ts";

const WINDOW = { clientWidth: 1000, clientHeight: 600 };
const node = (x: number, y: number) => ({ x, y, width: 100, height: 20 }) as MapBox;

/** Where the map's edges are in the window, in pixels, when a node is brought there as markmap's `centerNode` does. */
function edgesAround(box: MapBox, bounds: { x: number; y: number; width: number; height: number }, scale = 1) {
  const { left, top } = paddingFor(box, bounds, WINDOW, scale);
  const x = (left + WINDOW.clientWidth) / 2 + (bounds.x - box.x - box.width / 2) * scale;
  const y = (top + WINDOW.clientHeight) / 2 + (bounds.y - box.y - box.height / 2) * scale;
  return { left: x, right: x + bounds.width * scale, top: y, bottom: y + bounds.height * scale };
}

test("a node with map on all sides comes to the middle", () => {
  const bounds = { x: -3000, y: -3000, width: 6000, height: 6000 };
  expect(paddingFor(node(120, -40), bounds, WINDOW, 1)).toEqual({ left: 0, top: 0 });
});

test("a node near an edge of a large map leaves no room beyond that edge", () => {
  const bounds = { x: 0, y: 0, width: 5000, height: 5000 };
  const first = edgesAround(node(10, 10), bounds);
  expect([first.left, first.top]).toEqual([VIEW_PADDING.left, VIEW_PADDING.top]);
  const last = edgesAround(node(4890, 4970), bounds, 2);
  expect([last.right, last.bottom]).toEqual([
    WINDOW.clientWidth - VIEW_PADDING.right,
    WINDOW.clientHeight - VIEW_PADDING.bottom,
  ]);
});

test("a map that fits is whole, wherever its node is", () => {
  const bounds = { x: -50, y: -200, width: 800, height: 400 };
  for (const box of [node(-50, -200), node(650, 180), node(300, 0)]) {
    const { left, right, top, bottom } = edgesAround(box, bounds);
    expect(left).toBeGreaterThanOrEqual(VIEW_PADDING.left);
    expect(top).toBeGreaterThanOrEqual(VIEW_PADDING.top);
    expect(right).toBeLessThanOrEqual(WINDOW.clientWidth - VIEW_PADDING.right);
    expect(bottom).toBeLessThanOrEqual(WINDOW.clientHeight - VIEW_PADDING.bottom);
  }
});

test("what fills a window touches two of its edges, or keeps room from them", () => {
  expect(scaleToEdges(WINDOW, { x: 0, y: 0, width: 2000, height: 300 })).toBe(0.5);
  expect(scaleToEdges(WINDOW, { x: 0, y: 0, width: 450, height: 250 }, 50)).toBe(2);
});
