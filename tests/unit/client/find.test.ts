import { expect, test } from "vitest";
import { MapFind } from "../../../src/client/map/find.ts";
import type { MapNode, MapView } from "../../../src/client/map/map-view.ts";

let reads = 0;

/** A node that counts how often somebody looks for what is below it. */
function node(content: string, children: MapNode[] = []): MapNode {
  const made = { content, payload: { id: content, tag: "li", fold: 1 } };
  Object.defineProperty(made, "children", {
    get: () => {
      reads += 1;
      return children;
    },
  });
  return made as unknown as MapNode;
}

test("a query with thousands of hits opens the way to each without walking the map for each", async () => {
  const hits = Array.from({ length: 2000 }, (_, at) => node(`hit ${at}`));
  const branches = Array.from({ length: 20 }, (_, at) => node(`branch ${at}`, hits.slice(at * 100, (at + 1) * 100)));
  const closed = node("closed", [node("other")]);
  const root = node("root", [...branches, closed]);
  const element = { addEventListener() {}, classList: { toggle() {}, remove() {} } };
  const view = {
    root,
    element,
    settings: {},
    boxes: new Map(),
    async renderData() {},
    async setCurrent() {},
    elementOf() {},
  };
  const find = new MapFind(view as unknown as MapView);
  reads = 0;
  await find.find("hit");
  expect(find.count).toBe(2000);
  expect(branches.map(({ payload }) => payload.fold)).toEqual(branches.map(() => 0));
  expect(closed.payload.fold).toBe(1);
  expect(reads).toBeLessThan(20 * 2000);
});
