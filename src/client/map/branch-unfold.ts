import { layoutMap } from "../../mindmap/layout.ts";
import type { OutlineNode } from "../../outline/node.ts";
import { isReadableAt } from "./first-view.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { scaleToFit } from "./viewport.ts";

type Folds = Map<MapNode, OutlineNode["payload"]["fold"]>;

/** What was folded of the branch that each map shows alone, and is open as long as it does. */
const opened = new WeakMap<MapView, Folds>();

/** Unfolds a branch that is to be shown alone, and level by level what is below it while all can be read. */
export function unfoldBranch(view: MapView, branch: MapNode): void {
  const folds: Folds = new Map();
  opened.set(view, folds);
  if (branch.payload.fold) unfold([branch], folds);
  for (let level = branch.children; level.length > 0; level = level.flatMap(({ children }) => children)) {
    const folded = level.filter(({ payload, children }) => payload.fold && children.length > 0);
    if (folded.length === 0) continue;
    const own: Folds = new Map();
    unfold(folded, own);
    if (!isReadableAt(fittingScale(view, branch))) {
      foldAs(own);
      return;
    }
    for (const [node, fold] of own) folds.set(node, fold);
  }
}

/** Folds again what is open for a branch only; what the reader folded meanwhile stays so. */
export function foldBranchAgain(view: MapView): void {
  foldAs(opened.get(view) ?? new Map());
  opened.delete(view);
}

/** Leaves folds as they are from now on, as an address has them. */
export function forgetBranchFolds(view: MapView): void {
  opened.delete(view);
}

function unfold(nodes: readonly MapNode[], folds: Folds): void {
  for (const node of nodes) {
    folds.set(node, node.payload.fold);
    node.payload = { ...node.payload, fold: 0 };
  }
}

function foldAs(folds: Folds): void {
  for (const [node, fold = 1] of folds) {
    if (!node.payload.fold) node.payload = { ...node.payload, fold };
  }
}

/** The scale at which a branch fills the window; 0 where there is none. */
function fittingScale({ element, settings: { map, layoutName } }: MapView, branch: MapNode): number {
  return scaleToFit(element, layoutMap(branch, map, layoutName).bounds, map);
}
