import { describe, expect, test } from "vitest";
import { foldCrowded, foldOutline, pickExpandLevel, unfoldOutline } from "../../../src/mindmap/fold.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

type Fold = OutlineNode["payload"]["fold"];

function node(id: string, children: OutlineNode[] = [], fold?: Fold): OutlineNode {
  return { content: id, children, payload: { id, tag: "li", ...(fold !== undefined && { fold }) } };
}

const leaves = (count: number) => Array.from({ length: count }, (_, at) => node(`leaf ${at}`));

/** Every branch with its fold, as "id:fold". */
const foldsOf = (root: OutlineNode) =>
  [...walkOutline(root)]
    .filter(({ node: { children } }) => children.length > 0)
    .map(({ node: { payload } }) => `${payload.id}:${payload.fold ?? "-"}`)
    .join(" ");

/** a with b and d below it, c below b, and leaves below c and d. */
const tree = (folds: { b?: Fold; c?: Fold; d?: Fold } = {}) =>
  node("a", [node("b", [node("c", [node("x")], folds.c)], folds.b), node("d", [node("y")], folds.d)]);

describe("a map opens as markmap's would:", () => {
  test.each([
    ["all of it", tree(), -1, "a:0 b:0 c:0 d:0"],
    ["nothing but the root", tree(), 1, "a:1 b:1 c:1 d:1"],
    ["the root, even", tree(), 0, "a:1 b:1 c:1 d:1"],
    ["two levels", tree(), 2, "a:0 b:1 c:1 d:1"],
    ["three levels", tree(), 3, "a:0 b:0 c:1 d:0"],
    ["what the author folded stays folded", tree({ b: 1 }), -1, "a:0 b:1 c:0 d:0"],
    ["what the author folded with all below it, too", tree({ b: 2 }), -1, "a:0 b:1 c:1 d:0"],
    ["which is no more than that branch", tree({ d: 2 }), -1, "a:0 b:0 c:0 d:1"],
  ])("%s", (_, root, level, folds) => expect(foldsOf(foldOutline(root, level))).toBe(folds));

  test("and the outline given stays as it is", () => {
    const root = tree({ b: 2 });
    foldOutline(root, 1);
    unfoldOutline(root);
    expect(root).toEqual(tree({ b: 2 }));
  });

  test("leaves have nothing to fold", () => {
    expect(foldOutline(node("a"), 0).payload).toEqual({ id: "a", tag: "li" });
  });
});

test("an export has all of the map, nothing folded", () => {
  expect(foldsOf(unfoldOutline(tree({ b: 2, c: 1, d: 1 })))).toBe("a:- b:- c:- d:-");
});

describe("a branch that is too long to read at a glance waits until it is asked for:", () => {
  test.each([
    ["twelve children are not too many", node("a", [node("b", leaves(12))]), "a:- b:-"],
    ["thirteen are", node("a", [node("b", leaves(13))]), "a:- b:1"],
    ["at any depth", node("a", [node("b", [node("c", leaves(13))])]), "a:- b:- c:1"],
    ["the root is never folded", node("a", leaves(13)), "a:-"],
    ["the author's word counts more: open", node("a", [node("b", leaves(13), 0)]), "a:- b:0"],
    ["the author's word counts more: all folded", node("a", [node("b", leaves(13), 2)]), "a:- b:2"],
  ])("%s", (_, root, folds) => {
    foldCrowded(root);
    expect(foldsOf(root)).toBe(folds);
  });
});

describe("as many levels are open at first as fit a screen:", () => {
  /** A root with branches of leaves: as many rows as leaves when it is all open. */
  const rows = (count: number, fold?: Fold) => node("a", [node("b", leaves(count - 1), fold), node("c", leaves(1))]);
  /** A branch for each of the numbers, every node on its level with so many children. */
  const nest = ([count = 0, ...more]: number[]): OutlineNode[] =>
    Array.from({ length: count }, () => node("branch", nest(more)));
  test.each([
    ["44 rows do", rows(44), 3],
    ["45 do not", rows(45), 2],
    ["what is folded takes one row", rows(100, 1), 3],
    ["the levels that fit, of more", node("a", nest([2, 2, 11, 2])), 4],
    ["leaves take rows on every level", node("a", [...leaves(44), ...nest([1, 1])]), 2],
    ["a root alone has one level", node("a"), 1],
    ["two levels are open, whatever they take", node("a", leaves(100)), 2],
  ])("%s", (_, root, level) => expect(pickExpandLevel(root)).toBe(level));
});
