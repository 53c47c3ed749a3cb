import { flextree } from "d3-flextree";
import { describe, expect, it } from "vitest";
import { type MapBox, layoutMap } from "../../../../src/mindmap/layout.ts";
import { placeTree } from "../../../../src/mindmap/layouts/tree.ts";
import { measureOutline } from "../../../../src/mindmap/measure.ts";
import { DEFAULT_OPTIONS } from "../../../../src/mindmap/theme.ts";
import { loadMetrics } from "../../../../src/site/font.ts";
import { randomOutline } from "../../../fixtures/random-outline.ts";

const metrics = loadMetrics();

/** Where d3-flextree, which markmap lays out with, puts the middle of each box. */
function placeWithFlextree(root: MapBox): Map<MapBox, [x: number, middle: number]> {
  const { spacingHorizontal, spacingVertical } = DEFAULT_OPTIONS;
  const tree = flextree<MapBox>({
    children: (box) => box.children,
    nodeSize: ({ data }) => [data.height, data.width + spacingHorizontal],
    spacing: (a, b) => spacingVertical * (a.parent === b.parent ? 1 : 2),
  });
  return new Map(
    tree(tree.hierarchy(root))
      .descendants()
      .map(({ data, x, y }) => [data, [y, x]]),
  );
}

describe("placeTree", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    "places random tree %i where d3-flextree does, on whole pixels",
    (seed) => {
      const outline = measureOutline(randomOutline(seed, 50 * seed), metrics, DEFAULT_OPTIONS);
      const [root] = layoutMap(outline, DEFAULT_OPTIONS).boxes as [MapBox];
      const expected = placeWithFlextree(root);
      placeTree(root, root.children, 1, DEFAULT_OPTIONS);
      for (const [box, [x, middle]] of expected) {
        expect(Number.isInteger(box.x) && Number.isInteger(box.y)).toBe(true);
        expect(Math.abs(box.x - x)).toBeLessThan(0.500_001);
        expect(Math.abs(box.y + box.height / 2 - middle)).toBeLessThan(0.500_001);
      }
    },
  );
});
