import { expect, test } from "vitest";
import type { MapLayout } from "../../../src/mindmap/layout.ts";
import { createMap, layoutBothSides, layoutFirstView } from "../../../src/site/maps.ts";
import { drawPictures } from "../../../src/site/map-picture.ts";
import { randomOutline } from "../../fixtures/random-outline.ts";

const tall = createMap(randomOutline(4, 200), { initialExpandLevel: 3 });
const low = createMap(randomOutline(4, 8), {});

const bothIn = (room: [width: number, height: number], map: typeof tall) =>
  layoutBothSides(room, map, layoutFirstView(map));
const sidesOf = (layout: MapLayout | undefined) =>
  new Set(layout?.boxes.filter(({ parent }) => parent).map((box) => box.side));

test("a tall map has branches on both sides of a wide room, and of no other", () => {
  expect(sidesOf(bothIn([1200, 630], tall))).toEqual(new Set([1, -1]));
  expect(bothIn([390, 844], tall)).toBeUndefined();
  expect(bothIn([1200, 630], low)).toBeUndefined();
});

test("only a page that a tall map has to itself has a second picture, for wide windows", () => {
  const pictures = (map: typeof tall) =>
    drawPictures(map, "Map", ["", "/notes/map/"]).map((drawn) => drawn.match(/<svg class="map[^"]*"/g));
  expect(pictures(tall)).toEqual([['<svg class="map"'], ['<svg class="map"', '<svg class="map wide"']]);
  expect(pictures(low)).toEqual([['<svg class="map"'], ['<svg class="map"']]);
});

test("both pictures lead to the places of the page that the map belongs to", () => {
  const [drawn = ""] = drawPictures(tall, "Map", ["/notes/a&b/"]);
  // Some labels have links of their own.
  const links = [...drawn.matchAll(/<a [^>]*href="([^"]*#[^"]*)"/g)].map(([, address = ""]) => address);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((address) => !address.startsWith("/notes/a&amp;b/#"))).toEqual([]);
});
