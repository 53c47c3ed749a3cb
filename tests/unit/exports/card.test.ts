import { expect, test, vi } from "vitest";
import { drawCard, toCard } from "../../../src/exports/card.node.ts";
import type { ExportContext } from "../../../src/exports/format.ts";
import { toXml } from "../../../src/mindmap/shape.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";

const context: ExportContext = { id: "note", title: "Map", description: "", lang: "en" };

function draw(content: string) {
  const map = createMap({ content, children: [], payload: { id: "_top", tag: "h1" } }, {});
  return { ...map, layout: layoutWhole(map), theme: "light" as const };
}

test("is as large as those who show it ask for, with the map in the middle", async () => {
  const svg = toXml(drawCard(draw("Root"), context));
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"[^>]*><rect [^>]*><svg [^>]*x="28" y="28"/);
  const png = Buffer.from(await toCard(draw("Root"), context));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("letters that no font at hand has are boxes, for it is painted without fonts", () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const rare = "\u{16E40}\u{16E41}";
  expect(toXml(drawCard(draw(`Root ${rare}`), context))).not.toContain("<text");
});
