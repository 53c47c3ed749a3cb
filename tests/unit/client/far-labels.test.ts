import { describe, expect, it } from "vitest";
import { BranchExtents } from "../../../src/client/map/extents.ts";
import { placeFarLabels } from "../../../src/client/map/far-labels.ts";
import type { FarLabel } from "../../../src/client/map/far-room.ts";
import { type LayoutName, type MapBox, layoutMap } from "../../../src/mindmap/layout.ts";
import { measureOutline } from "../../../src/mindmap/measure.ts";
import { DEFAULT_OPTIONS } from "../../../src/mindmap/theme.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { loadMetrics } from "../../../src/site/font.ts";
import { randomOutline } from "../../fixtures/random-outline.ts";

/** Three branches of four, each of which has thirty leaves. */
function makeOutline(): OutlineNode {
  const make = (label: string, tag: string, children: OutlineNode[] = []): OutlineNode => ({
    content: label,
    children,
    payload: { id: label, tag },
  });
  const times = (count: number, one: (index: number) => OutlineNode) =>
    Array.from({ length: count }, (_, at) => one(at));
  const leaves = (name: string) => times(30, (at) => make(`leaf ${name}.${at}`, "li"));
  const below = (name: string) => times(4, (at) => make(`part ${name}.${at}`, "h3", leaves(`${name}.${at}`)));
  return make(
    "root",
    "h1",
    times(3, (at) => make(`branch ${at}`, "h2", below(`${at}`))),
  );
}

function placeFitted(
  layoutName: LayoutName,
  width: number,
  height: number,
  { currentId, outline = makeOutline() }: { currentId?: string; outline?: OutlineNode } = {},
) {
  const { boxes, bounds } = layoutMap(
    measureOutline(outline, loadMetrics(), DEFAULT_OPTIONS),
    DEFAULT_OPTIONS,
    layoutName,
  );
  const scale = Math.min(width / bounds.width, height / bounds.height);
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  const window = {
    left: x - width / scale / 2,
    right: x + width / scale / 2,
    top: y - height / scale / 2,
    bottom: y + height / scale / 2,
    scale,
  };
  const current = boxes.find(({ node }) => node.payload.id === currentId);
  const root = boxes[0] as MapBox;
  return { labels: placeFarLabels(root, new BranchExtents(boxes), window, current), window, root };
}

/** Pairs of labels that stand on one another. */
function listTouching(labels: readonly FarLabel[]): string[] {
  return labels.flatMap((label, at) =>
    labels.slice(at + 1).flatMap((other) => {
      const isTouching =
        Math.abs(other.y - label.y) < Math.max(label.size, other.size) &&
        Math.min(other.x, other.end) < Math.max(label.x, label.end) &&
        Math.min(label.x, label.end) < Math.max(other.x, other.end);
      return isTouching ? `${label.text} and ${other.text}` : [];
    }),
  );
}

describe("placeFarLabels", () => {
  it.each(["right", "left", "both"] as const)(
    "names branches and theirs beside the %s layout, apart from each other",
    (name) => {
      const { labels, window } = placeFitted(name, 1400, 800);
      expect(labels.map(({ text }) => text).filter((text) => text.startsWith("branch"))).toHaveLength(3);
      // Where branches stand on both sides of it, the root has no side of its own.
      expect(labels.map(({ text }) => text).filter((text) => text === "root")).toHaveLength(name === "both" ? 0 : 1);
      expect(labels).toHaveLength(name === "both" ? 15 : 16);
      for (const label of labels) {
        expect(Math.min(label.x, label.end)).toBeGreaterThanOrEqual(window.left);
        expect(Math.max(label.x, label.end)).toBeLessThanOrEqual(window.right);
      }
      expect(listTouching(labels)).toEqual([]);
    },
  );

  it("leaves the smaller ones out where there is no room for both", () => {
    const { labels } = placeFitted("right", 260, 800);
    expect(labels.map(({ text }) => text)).toEqual(["root", "branch 0", "branch 1", "branch 2"]);
  });

  it("leaves those that stand on nothing beside what they name, though they stand above the root's", () => {
    const { labels } = placeFitted("right", 260, 800);
    for (const { text, box, y } of labels.filter((label) => label.text !== "branch 1")) {
      expect([text, y]).toEqual([text, box.y + box.height / 2]);
    }
  });

  it("names the node the reader is at where it stands, and no other there", () => {
    for (const leaf of ["leaf 1.1.12", "leaf 1.2.3", "part 1.2"]) {
      const { labels } = placeFitted("right", 260, 800, { currentId: leaf });
      const own = labels.find(({ text }) => text === leaf);
      expect(own?.y).toBe(own && own.box.y + own.box.height / 2);
      expect(labels).toHaveLength(5);
      expect(labels.flatMap((label) => (label.isOwn ? label.text : []))).toEqual([leaf]);
      expect(listTouching(labels)).toEqual([]);
    }
  });

  it("names a branch that the reader is at as the others, beside what it covers", () => {
    const { labels } = placeFitted("right", 260, 800, { currentId: "branch 1" });
    expect(labels).toEqual(placeFitted("right", 260, 800).labels);
  });

  it("keeps names off the root and on their own side of it, in the window and apart from each other", () => {
    let count = 0;
    for (const layoutName of ["right", "left", "both"] as const) {
      for (const [width, height] of [[390, 700] as const, [320, 500] as const]) {
        for (let seed = 0; seed < 8; seed++) {
          const outline = randomOutline(seed, 30 + seed * 20);
          const { labels, window, root } = placeFitted(layoutName, width, height, { outline });
          count += labels.length;
          const middle = root.x + root.width / 2;
          for (const label of labels) {
            const [left, right] = [Math.min(label.x, label.end), Math.max(label.x, label.end)];
            const where = `${layoutName} ${width} ${seed}: ${label.text}`;
            const isBeside = right <= root.x || left >= root.x + root.width;
            const isClear = Math.abs(label.y - root.y - root.height / 2) >= root.height / 2 + 5 + label.size * 0.7;
            expect(isBeside || isClear, `${where} is off the root`).toBe(true);
            expect((label.x - middle) * label.side > 0, `${where} is on its side`).toBe(label.box !== root);
            expect(
              left >= window.left - label.size * 0.02 && right <= window.right + label.size * 0.02,
              `${where} is in the window`,
            ).toBe(true);
          }
          expect(listTouching(labels), `${layoutName} ${width} ${seed}`).toEqual([]);
        }
      }
    }
    expect(count).toBeGreaterThan(200);
  });

  it("cuts no name that fits", () => {
    for (let width = 200; width < 400; width += 29) {
      const { labels } = placeFitted("both", width, 800);
      expect(labels.map(({ text }) => text).filter((text) => !/^(?:branch|part) [\d.]+$/.test(text))).toEqual([]);
    }
  });

  it("names nothing that can be read anyway", () => {
    expect(placeFitted("right", 14_000, 8000).labels).toEqual([]);
  });
});
