import { type LayoutName, hasBelow, isLayoutName } from "../../mindmap/layout.ts";
import { hashText } from "../../notes/hash.ts";
import { setBranch } from "./branch-focus.ts";
import { forgetBranchFolds } from "./branch-unfold.ts";
import { type Center, centeredAt, centerOf } from "./center.ts";
import { emit } from "./events.ts";
import { stayShown } from "./folding.ts";
import { isClosed, loadAllBelow } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";

/** A short name of a node for addresses, in base 36. It stays the same as long as the node's anchor does. */
export function shortName(anchor: string): string {
  return hashText(anchor).toString(36);
}

/** What an address says of a map. */
export interface ViewState {
  /** Short names of the nodes whose fold is not as the author set it. */
  toggled: string[];
  /** Short name of the branch shown alone. */
  branch: string;
  /** What stands in the middle of the window; of a map that fits its window nothing is said. */
  center?: Center;
  /** Name of the layout; "" for the note's own. */
  layout: string;
}

/**
 * Writes a state as `layout_branch_x.y.scale_toggled.toggled`, the scale in thousandths; every part
 * may be empty. Only characters that addresses carry as they are.
 */
export function formatState({ toggled, branch, center, layout }: ViewState): string {
  const place = center ? [center.x, center.y, center.scale * 1000].map(Math.round).join(".") : "";
  return [layout, branch, place, toggled.join(".")].join("_");
}

/** No map reaches as far, in its pixels, and browsers place nothing there. */
const FARTHEST = 1e7;

/** Reads what `formatState` wrote; what cannot be read is left out. */
export function parseState(text: string): ViewState {
  const [layout = "", branch = "", place = "", toggled = ""] = text.split("_");
  const [x = Number.NaN, y = Number.NaN, scale = Number.NaN] = place.split(".").map(Number);
  const state: ViewState = { layout, branch, toggled: toggled.split(".").filter(Boolean) };
  if (Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST && scale > 0) state.center = { x, y, scale: scale / 1000 };
  return state;
}

/** Whether what belongs below a node is not shown, be it folded or not loaded yet. */
const isFolded = (node: MapNode) => Boolean(node.payload.fold) || node.children.length === 0;

const nodesOf = (view: MapView): MapNode[] => [...everyNode(view.whole)];

/** Whether a node is not folded as its author set it. */
type IsToggled = (node: MapNode) => boolean;

/** Remembers the folds of a map as they are now, which is as its author set them. */
export function watchFolds(view: MapView): IsToggled {
  const before = new Map(nodesOf(view).map((node) => [node, isFolded(node)]));
  // What is loaded later comes folded.
  return (node) => hasBelow(node) && isFolded(node) !== (before.get(node) ?? true);
}

/**
 * Brings a map to a state.
 * @param own the note's own layout, for a state that names none
 * @param isWanted whether the address still names this state, once what it has of notes is loaded
 */
export async function applyState(
  view: MapView,
  state: ViewState,
  own: LayoutName,
  isToggled: IsToggled,
  isWanted: () => boolean,
) {
  view.settings.layoutName = isLayoutName(state.layout) ? state.layout : own;
  const toggled = new Set(state.toggled);
  const isNamed = (node: MapNode) => toggled.has(shortName(node.payload.id));
  await loadAllBelow(
    view,
    nodesOf(view).filter((node) => isClosed(node) && isNamed(node)),
  );
  if (!isWanted()) return;
  for (const node of nodesOf(view)) {
    if (!node.children.length || isNamed(node) === isToggled(node)) continue;
    node.payload = { ...node.payload, fold: isFolded(node) ? 0 : 1 };
  }
  const isBranch = ({ payload }: MapNode) => shortName(payload.id) === state.branch;
  forgetBranchFolds(view);
  setBranch(view, state.branch ? nodesOf(view).find(isBranch) : undefined);
  await view.renderData();
  await stayShown(view, "not");
  emit(view.element, "map:branch", { isEntered: true });
  // The way back to the whole map has taken its room from the window by now, and what follows allows for it.
  emit(view.element, "map:placed");
  if (!state.center) return view.atOnce(() => view.fit());
  view.svg.call(view.zoom.transform, centeredAt(view, state.center));
}

/**
 * What stands in the middle of the window; of a map that is out of sight what was written last, if anything was. A map
 * that fits its window is to fit that of whoever opens the address, which is of another size.
 */
function placeOf(view: MapView, written: string | null): Center | undefined {
  if (view.isFitted) return undefined;
  return centerOf(view) ?? parseState(written ?? "").center;
}

/**
 * The state of a map, as `formatState` writes it.
 * @param own the note's own layout, which is not named
 * @param written the state that the address names now
 */
export function describeView(view: MapView, own: LayoutName, isToggled: IsToggled, written: string | null): string {
  const center = placeOf(view, written);
  const toggled = nodesOf(view)
    .filter(isToggled)
    .map((node) => shortName(node.payload.id));
  return formatState({
    layout: view.settings.layoutName === own ? "" : view.settings.layoutName,
    branch: nameOfBranch(view),
    ...(center && { center }),
    toggled,
  });
}

/** Short name of the branch that is shown alone; "" for none. */
export function nameOfBranch({ branch }: MapView): string {
  return branch ? shortName(branch.payload.id) : "";
}
