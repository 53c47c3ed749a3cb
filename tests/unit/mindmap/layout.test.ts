import { describe, expect, it, test } from "vitest";
import { foldOutline } from "../../../src/mindmap/fold.ts";
import {
  LAYOUTS,
  type LayoutName,
  type MapBox,
  boundsOf,
  isLayoutName,
  layoutMap,
} from "../../../src/mindmap/layout.ts";
import { measureOutline } from "../../../src/mindmap/measure.ts";
import { DEFAULT_OPTIONS } from "../../../src/mindmap/theme.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { loadMetrics } from "../../../src/site/font.ts";
import { findOverlaps } from "../../fixtures/overlaps.ts";
import { randomOutline } from "../../fixtures/random-outline.ts";

const metrics = loadMetrics();
const measure = (outline: OutlineNode) => measureOutline(outline, metrics, DEFAULT_OPTIONS);

describe.each(Object.keys(LAYOUTS) as LayoutName[])("layout %s", (name) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("places the nodes of random tree %i apart from each other", (seed) => {
    const { boxes } = layoutMap(measure(randomOutline(seed, 30 * seed)), DEFAULT_OPTIONS, name);
    expect(boxes).toHaveLength(30 * seed);
    expect(findOverlaps(boxes, ({ node }) => node.payload.id)).toEqual([]);
  });

  it("keeps all boxes within its bounds", () => {
    const { boxes, bounds } = layoutMap(measure(randomOutline(9, 120)), DEFAULT_OPTIONS, name);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(bounds.x);
      expect(box.y).toBeGreaterThanOrEqual(bounds.y);
      expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width);
      expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
    }
  });
});

describe("layoutMap", () => {
  it("puts branches on both sides and balances their heights", () => {
    const { boxes } = layoutMap(measure(randomOutline(4, 200)), DEFAULT_OPTIONS, "both");
    const [root] = boxes as [MapBox];
    for (const child of root.children) {
      if (child.side > 0) expect(child.x).toBeGreaterThan(root.x + root.width);
      else expect(child.x + child.width).toBeLessThan(root.x);
    }
    expect(new Set(root.children.map(({ side }) => side))).toEqual(new Set([1, -1]));
  });

  it.each([2, 3, 4, 5, 6, 7])("keeps each branch on its side, whatever is folded (random tree %s)", (seed) => {
    const outline = measure(randomOutline(seed, 120));
    const sidesAt = (level: number) =>
      (layoutMap(foldOutline(outline, level), DEFAULT_OPTIONS, "both").boxes[0] as MapBox).children.map(
        ({ side }) => side,
      );
    const whole = sidesAt(-1);
    for (const level of [2, 3]) expect(sidesAt(level)).toEqual(whole);
  });

  it("keeps each branch on its side when one that has a file of its own was loaded", () => {
    const outline = measure(randomOutline(4, 60));
    const sidesOf = (root: OutlineNode) =>
      (layoutMap(root, DEFAULT_OPTIONS, "both").boxes[0] as MapBox).children.map(({ side }) => side);
    const [first, ...others] = outline.children as [OutlineNode, ...OutlineNode[]];
    const note = { ...first, children: [], payload: { ...first.payload, more: 90 } };
    const loaded = { ...note, children: [measure(randomOutline(5, 90))] };
    expect(sidesOf({ ...outline, children: [loaded, ...others] })).toEqual(
      sidesOf({ ...outline, children: [note, ...others] }),
    );
  });

  it("puts a lone branch on the right", () => {
    const lone = { ...randomOutline(1, 1), children: [randomOutline(2, 3)] };
    const [root, child] = layoutMap(measure(lone), DEFAULT_OPTIONS, "both").boxes as [MapBox, MapBox];
    expect(child.x).toBeGreaterThan(root.x + root.width);
  });

  it("leaves out what is folded and counts it", () => {
    const outline = foldOutline(measure(randomOutline(5, 60)), 2);
    const { boxes } = layoutMap(outline, DEFAULT_OPTIONS);
    expect(boxes.every(({ level }) => level <= 2)).toBe(true);
    expect(boxes.length + boxes.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(60);
    expect(boxes.filter(({ level }) => level === 1).map(({ hidden }) => hidden)).toEqual([0]);
  });

  it("draws a hundred levels and names the limit beyond a thousand", () => {
    const chain = (depth: number): OutlineNode => {
      let node: OutlineNode = { content: "leaf", children: [], payload: { id: "leaf", tag: "li" } };
      for (let level = depth; level > 0; level--)
        node = { content: `level ${level}`, children: [node], payload: { id: `l${level}`, tag: "li" } };
      return node;
    };
    expect(layoutMap(measure(chain(100)), DEFAULT_OPTIONS).boxes).toHaveLength(101);
    expect(() => layoutMap(measure(chain(1500)), DEFAULT_OPTIONS)).toThrow(/more than 1000 levels/);
  });

  it("asks for measured outlines", () => {
    expect(() => layoutMap(randomOutline(1, 2), DEFAULT_OPTIONS)).toThrow(/was not measured/);
  });
});

describe("the bounds of a map", () => {
  const boxAt = (x: number, side: MapBox["side"], more = 0): MapBox => ({
    node: { content: "", children: [], payload: { id: "x", tag: "li", more } },
    parent: null,
    children: [],
    level: 2,
    hidden: more,
    x,
    y: 10,
    width: 50,
    height: 20,
    side,
  });
  it("are those of its boxes where nothing can be unfolded", () => {
    expect(boundsOf([boxAt(100, 1), boxAt(-80, -1)])).toEqual({ x: -80, y: 10, width: 230, height: 20 });
  });
  it("have room for the handle of a branch, on the side it grows to", () => {
    expect(boundsOf([boxAt(100, 1, 3)])).toEqual({ x: 100, y: 10, width: 86, height: 26 });
    expect(boundsOf([boxAt(-80, -1, 3)])).toEqual({ x: -116, y: 10, width: 86, height: 26 });
  });
});

test.each([
  ["right", true],
  ["both", true],
  ["toString", false],
  ["", false],
  [null, false],
  [undefined, false],
])("%s is the name of a layout: %s", (name, isOne) => expect(isLayoutName(name)).toBe(isOne));
