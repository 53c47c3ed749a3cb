import { describe, expect, it } from "vitest";
import { canvas } from "../../../src/exports/canvas.ts";
import type { ExportContext } from "../../../src/exports/format.ts";
import { NODE } from "../../../src/exports/platform.node.ts";
import { LAYOUTS, type LayoutName, type MapBounds } from "../../../src/mindmap/layout.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";
import { context, mapOf, node } from "../../fixtures/export-map.ts";
import { findOverlaps } from "../../fixtures/overlaps.ts";
import { randomOutline } from "../../fixtures/random-outline.ts";

const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

describe("JSON Canvas", () => {
  it("ties each card to its parent, with the item's number as words", async () => {
    const text = String(await canvas.write(mapOf([node("one", [], { id: "one", index: 1 })]), context, NODE));
    const { nodes, edges } = JSON.parse(text) as { nodes: { id: string; text: string }[]; edges: unknown[] };
    expect(nodes.find(({ id }) => id === "one")?.text).toBe("1\\. one");
    expect(edges).toMatchObject([{ toNode: "one", fromSide: "right", toSide: "left" }]);
  });
  it("ties cards by the sides that face each other, where the map grows to the left too", async () => {
    const text = String(await canvas.write(mapOf([node("one")], "left"), context, NODE));
    expect(JSON.parse(text)).toMatchObject({ edges: [{ fromSide: "left", toSide: "right" }] });
  });
  const outline = randomOutline(3, 60);
  it.each(
    (Object.keys(LAYOUTS) as LayoutName[]).flatMap((name) =>
      [{}, { spacingVertical: 0, spacingHorizontal: 0 }, { paddingX: 0.25, spacingHorizontal: 10 }].map(
        (options) => [name, options] as const,
      ),
    ),
  )("keeps its cards apart, the one below them too, in the layout %s with %j", async (name, options) => {
    const map = createMap(outline, options, name);
    const whole = { ...map, layout: layoutWhole(map), theme: "light" as const };
    const { nodes } = JSON.parse(String(await canvas.write(whole, context, NODE))) as {
      nodes: (MapBounds & { id: string })[];
    };
    expect(nodes).toHaveLength(61);
    expect(findOverlaps(nodes, ({ id }) => id)).toEqual([]);
    const source = nodes.pop();
    expect(source?.y).toBeGreaterThan(Math.max(...nodes.map(({ y, height }) => y + height)));
  });
  it("says below the map where it comes from and whose work it is, if that is known", async () => {
    const read = async (more: Partial<ExportContext>) => {
      const text = String(await canvas.write(mapOf([node("one")]), { ...context, ...more }, NODE));
      return (JSON.parse(text) as { nodes: { text: string; y: number; height: number }[] }).nodes;
    };
    const [root, one, source] = await read({ licence, author: "A. N. Author" });
    expect(source?.text.split("\n")).toEqual([
      "Source: https://example.org/note/",
      "Author: A. N. Author",
      "Reviewed: 2026-11-25",
      `Licence: CC BY 4.0 (${licence.url})`,
    ]);
    for (const card of [root, one]) expect(source?.y).toBeGreaterThan((card?.y ?? 0) + (card?.height ?? 0));
    expect(await read({ url: undefined, reviewed: undefined })).toHaveLength(2);
  });
  it("gives cards and their lines the colours of their branches, and the root none", async () => {
    const map = mapOf([node("one", [node("below")]), node("two")]);
    const { nodes, edges } = JSON.parse(String(await canvas.write(map, context, NODE))) as {
      nodes: { text: string; color?: string }[];
      edges: { color?: string }[];
    };
    const colours = nodes.map(({ color }) => color).slice(0, 4);
    expect(colours[0]).toBeUndefined();
    expect(colours[1]).toMatch(/^#[\da-f]{6}$/);
    expect(edges.map(({ color }) => color)).toEqual(colours.slice(1));
  });
});
