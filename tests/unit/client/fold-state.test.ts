import { expect, test } from "vitest";
import { describeFolds, formatFolds, shortName, watchFolds } from "../../../src/client/map/fold-state.ts";
import type { MapNode, MapView } from "../../../src/client/map/map-view.ts";
import { createMapNodes, everyNode } from "../../../src/client/map/node-state.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";

const node = (id: string, children: OutlineNode[] = []): OutlineNode => ({
  content: id,
  children,
  payload: { id, tag: "li" },
});
const times = (count: number, make: (index: number) => OutlineNode) =>
  Array.from({ length: count }, (_, at) => make(at));

/** A map of many branches with many below each, of which its author has the root alone open. */
function createView() {
  const whole = createMapNodes(
    node(
      "root",
      times(30, (branch) =>
        node(
          `${branch}`,
          times(30, (item) => node(`${branch}-${item}`, [node(`${branch}-${item}-x`)])),
        ),
      ),
    ),
    2,
  );
  return { whole, root: whole, branch: undefined as MapNode | undefined };
}

function fold(nodes: Iterable<MapNode>, is: 0 | 1) {
  for (const each of nodes) each.payload = { ...each.payload, fold: is };
}

const describe = (view: ReturnType<typeof createView>, byAuthor: ReturnType<typeof watchFolds>) =>
  formatFolds(describeFolds(view as unknown as MapView, byAuthor));

test("folds are named by what differs from the author's or from a level, whichever is less", () => {
  const view = createView();
  const byAuthor = watchFolds(view as unknown as MapView);
  const [first, second] = view.whole.children as [MapNode, MapNode];
  expect(describe(view, byAuthor)).toBe("");
  fold([first], 0);
  expect(describe(view, byAuthor)).toBe(shortName("0"));
  fold(everyNode(view.whole), 0);
  expect(describe(view, byAuthor)).toBe("*all");
  fold([second], 1);
  expect(describe(view, byAuthor)).toBe(`*all.${shortName("1")}`);
  fold(everyNode(view.whole), 1);
  expect(describe(view, byAuthor)).toBe("*1");
});

test("a branch alone has a level of its own", () => {
  const view = createView();
  const byAuthor = watchFolds(view as unknown as MapView);
  view.branch = view.whole.children[3];
  fold(everyNode(view.branch as MapNode), 0);
  expect(describe(view, byAuthor)).toBe("**all");
});

test("where too many differ the nearest level stands for them, and what is open to a branch", () => {
  const view = createView();
  const byAuthor = watchFolds(view as unknown as MapView);
  const items = view.whole.children.flatMap(({ children }) => children);
  fold(everyNode(view.whole), 0);
  const isMany = (_: MapNode, index: number) => index % 30 >= 15;
  fold(items.filter(isMany).slice(100), 1);
  // More are open than not.
  expect(describe(view, byAuthor)).toBe("*all");
  fold(items.filter(isMany), 1);
  fold(items.slice(0, 30), 1);
  expect(describe(view, byAuthor)).toBe("*3");
  view.branch = (items[31] as MapNode).children[0];
  expect(describe(view, byAuthor)).toBe(`*3.${shortName("1-1")}`);
});
