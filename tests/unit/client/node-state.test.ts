import { expect, test } from "vitest";
import { createMapNodes } from "../../../src/client/map/node-state.ts";
import { foldOutline } from "../../../src/mindmap/fold.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

type Fold = OutlineNode["payload"]["fold"];

const node = (id: string, fold: Fold, children: OutlineNode[] = []): OutlineNode => {
  return { content: id, children, payload: { id, tag: "li", ...(fold !== undefined && { fold }) } };
};

/** The branches that are folded. */
const foldedOf = (root: OutlineNode) =>
  [...walkOutline(root)].flatMap(({ node: { children, payload } }) =>
    children.length > 0 && payload.fold ? payload.id : [],
  );

const FOLDS: readonly Fold[] = [undefined, 0, 1, 2];

test.each([-1, 0, 1, 2, 3, 4])("with %d levels open, a map is folded as its static picture is", (level) => {
  for (const a of FOLDS)
    for (const b of FOLDS)
      for (const c of FOLDS) {
        const root = node("a", a, [node("b", b, [node("c", c, [node("x", undefined)])]), node("d", c, [node("y", 0)])]);
        expect(foldedOf(createMapNodes(root, level))).toEqual(foldedOf(foldOutline(root, level)));
      }
});
