import { expect, test } from "vitest";
import type { ExportContext } from "../../../src/exports/format.ts";
import { toHtml } from "../../../src/exports/html.ts";
import type { MapFile } from "../../../src/exports/json.ts";
import { layoutMap } from "../../../src/mindmap/layout.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";
import { randomOutline } from "../../fixtures/random-outline.ts";

const context: ExportContext = { id: "atlas", title: "Atlas", description: "", lang: "en" };
const viewer = { style: "", script: "" };

test("an atlas some notes of which were opened has its branches in the file on the sides where they were", () => {
  const [small, ...rest] = randomOutline(4, 60).children as [OutlineNode, ...OutlineNode[]];
  const large = { ...small, children: [randomOutline(5, 90)] };
  const { outline: made, ...how } = createMap({ ...randomOutline(4, 60), children: [large, ...rest] }, {}, "both");
  const [first, ...others] = made.children as [OutlineNode, ...OutlineNode[]];
  const opened = { ...first, payload: { ...first.payload, more: 90, source: "map.json" } };
  const outline = { ...made, children: [opened, ...others] };
  const map = { ...how, outline };
  const page = new TextDecoder().decode(toHtml({ ...map, layout: layoutWhole(map), theme: "light" }, context, viewer));
  const { root } = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(page)?.[1] ?? "") as MapFile;
  const sidesOf = (whole: OutlineNode) =>
    layoutMap(whole, map.options, "both")
      .boxes.filter(({ level }) => level === 2)
      .map(({ side }) => side);
  expect(sidesOf(root)).toEqual(sidesOf(outline));
  expect(JSON.stringify(root)).not.toContain("map.json");
});

test("the address of the page reads from left to right also in a note that does not", () => {
  const map = createMap(randomOutline(4, 10), {}, "right");
  const url = "https://example.org/notes/a/";
  const there = { ...context, lang: "ar", dir: "rtl" as const, url };
  const page = new TextDecoder().decode(toHtml({ ...map, layout: layoutWhole(map), theme: "light" }, there, viewer));
  expect(page).toContain(`<a href="${url}" dir="ltr">${url}</a>`);
});
