import { type LayoutName, isLayoutName } from "../../mindmap/layout.ts";
import { setBranch } from "./branch-focus.ts";
import { forgetBranchFolds } from "./branch-unfold.ts";
import { type Center, SCALES, centeredAt, centerOf } from "./center.ts";
import { emit } from "./events.ts";
import {
  type FoldState,
  type IsOpen,
  describeFolds,
  findNamed,
  foldAsNamed,
  formatFolds,
  parseFolds,
  shortName,
} from "./fold-state.ts";
import { stayShown } from "./folding.ts";
import type { MapView } from "./map-view.ts";

/** What an address says of a map. */
export interface ViewState extends FoldState {
  /** Short name of the branch shown alone. */
  branch: string;
  /** What stands in the middle of the window; of a map that fits its window nothing is said. */
  center?: Center;
  /** Name of the layout; "" for the note's own. */
  layout: string;
}

/**
 * Writes a state as `layout_branch_x.y.scale_folds`, the scale in thousandths; every part may be empty. Only characters
 * that addresses carry as they are.
 */
export function formatState({ branch, center, layout, ...folds }: ViewState): string {
  const place = center ? [center.x, center.y, center.scale * 1000].map(Math.round).join(".") : "";
  return [layout, branch, place, formatFolds(folds)].join("_");
}

/** No map reaches as far, in its pixels, and browsers place nothing there. */
const FARTHEST = 1e7;

/** Reads what `formatState` wrote; what cannot be read is left out. */
export function parseState(text: string): ViewState {
  const [layout = "", branch = "", place = "", folds = ""] = text.split("_");
  const center = parsePlace(place);
  return { layout, branch, ...(center && { center }), ...parseFolds(folds) };
}

/** Reads a place; undefined where no map can stand as it says, as in an address that was cut or changed. */
function parsePlace(text: string): Center | undefined {
  if (!/^-?\d+\.-?\d+\.\d+$/.test(text)) return undefined;
  const [x = 0, y = 0, thousandths = 0] = text.split(".").map(Number);
  const [least, most] = SCALES;
  const scale = thousandths / 1000;
  const isThere = Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST && scale >= least && scale <= most;
  return isThere ? { x, y, scale } : undefined;
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
  byAuthor: IsOpen,
  isWanted: () => boolean,
) {
  view.settings.layoutName = isLayoutName(state.layout) ? state.layout : own;
  if (!(await foldAsNamed(view, state, state.branch, byAuthor, isWanted))) return;
  forgetBranchFolds(view);
  setBranch(view, findNamed(view, state.branch));
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
export function describeView(view: MapView, own: LayoutName, byAuthor: IsOpen, written: string | null): string {
  const center = placeOf(view, written);
  return formatState({
    layout: view.settings.layoutName === own ? "" : view.settings.layoutName,
    branch: nameOfBranch(view),
    ...(center && { center }),
    ...describeFolds(view, byAuthor),
  });
}

/** Short name of the branch that is shown alone; "" for none. */
export function nameOfBranch({ branch }: MapView): string {
  return branch ? shortName(branch.payload.id) : "";
}
