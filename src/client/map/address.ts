import { type LayoutName, hasBelow, isLayoutName } from "../../mindmap/layout.ts";
import { hashText } from "../../notes/hash.ts";
import { setBranch } from "./branch-focus.ts";
import { forgetBranchFolds } from "./branch-unfold.ts";
import { type Center, centeredAt, centerOf } from "./center.ts";
import { isClosed, loadAllBelow } from "./load-below.ts";
import { emit } from "./events.ts";
import { recallPlaces } from "../reading/places.ts";
import { beginReadable } from "./first-view.ts";
import { stayShown } from "./folding.ts";
import { recallLayout } from "./layout-choice.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";

/** Name of the query parameter that holds the view of the map. */
const PARAMETER = "map";
/** Links from a map's own page to its note. */
const BACK = ".map-back";
/** Links from a note to its map's own page, and back. */
const SAME_MAP = `.map-whole a, ${BACK}`;
/** How long, in milliseconds, the map must rest before the address follows it. */
const REST = 250;

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

/** Reads what `formatState` wrote; what cannot be read is left out. */
export function parseState(text: string): ViewState {
  const [layout = "", branch = "", place = "", toggled = ""] = text.split("_");
  const [x = Number.NaN, y = Number.NaN, scale = Number.NaN] = place.split(".").map(Number);
  const state: ViewState = { layout, branch, toggled: toggled.split(".").filter(Boolean) };
  if (Number.isFinite(x) && Number.isFinite(y) && scale > 0) state.center = { x, y, scale: scale / 1000 };
  return state;
}

/** Whether what belongs below a node is not shown, be it folded or not loaded yet. */
const isFolded = (node: MapNode) => Boolean(node.payload.fold) || node.children.length === 0;

const nodesOf = (view: MapView): MapNode[] => [...everyNode(view.whole)];

/**
 * Keeps the view in the address, and brings back the view that an address names.
 * @param own the note's own layout, which an address does not name
 * @returns whether the address named a place in the map
 */
export async function connectAddress(
  view: MapView,
  host: HTMLElement,
  own: LayoutName,
  signal: AbortSignal,
): Promise<boolean> {
  const before = new Map(nodesOf(view).map((node) => [node, isFolded(node)]));
  // What is loaded later comes folded.
  const isToggled = (node: MapNode) => hasBelow(node) && isFolded(node) !== (before.get(node) ?? true);
  /** The state that was last read from the address or written to it; null until then. */
  let known: string | null = null;
  let timer = 0;
  /** Ways back under way: what they do is no act of the reader's, and the address has it already. */
  let restoring = 0;
  const restore = async () => {
    const text = new URLSearchParams(location.search).get(PARAMETER);
    // Going to a place in the text is a step in the history too, with the view as it was.
    if (text === known) return false;
    known = text;
    const state = parseState(text ?? "");
    // An address that says nothing leaves the layout to the reader.
    if (text === null) state.layout = recallLayout(host, own);
    restoring++;
    clearTimeout(timer);
    try {
      await applyState(view, state, own, isToggled, () => known === text);
      if (text === null) await beginReadable(view);
    } finally {
      restoring--;
    }
    return state.center !== undefined;
  };
  // Before the first: the reader may go back while it is still on its way.
  addEventListener("popstate", () => void restore(), { signal });
  const isPlaced = await restore();
  // Counted as the reader's own, so that addresses say the same wherever they are opened.
  if (known === null) await beginReadable(view);

  const describe = () => describeView(view, own, isToggled, placeOf(view, known));
  /** Whether to be alone with a branch, or no longer, is a step that is still to be entered. */
  let isStep = false;
  const write = () => {
    known = describe();
    enterAddress(known, isStep);
    isStep = false;
  };
  const follow = ({ type }: Event) => {
    if (restoring > 0) return;
    // A map that was only fitted to its window, as when it comes into sight, is as everybody finds it.
    if (type === "map:zoom" && known === null && view.isFitted) return;
    clearTimeout(timer);
    timer = window.setTimeout(write, REST);
  };
  // Only what the reader does moves the address; the map's own first drawing does not.
  for (const type of ["map:render", "map:zoom"] as const) view.element.addEventListener(type, follow, { signal });
  view.element.addEventListener(
    "map:branch",
    (event) => {
      isStep = !event.detail.isEntered && nameOfBranch(view) !== parseState(known ?? "").branch;
      follow(event);
    },
    { signal },
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
  leadOn(view, () => (known === null ? undefined : describe()), signal);
  return isPlaced;
}

/** Puts a view into the address. To be alone with a branch is a step that the browser's way back undoes. */
function enterAddress(state: string, isStep: boolean): void {
  const address = new URL(location.href);
  address.searchParams.set(PARAMETER, state);
  if (isStep) history.pushState(history.state, "", address);
  else history.replaceState(history.state, "", address);
}

/** Has the links to the other page of the same map lead to the view that the reader has, if it is one of their own. */
function leadOn(view: MapView, describe: () => string | undefined, signal: AbortSignal): void {
  const lead = ({ currentTarget }: Event) => {
    const link = currentTarget as HTMLAnchorElement;
    const state = describe();
    if (state !== undefined) showIn(link, state);
    if (link.matches(BACK)) link.hash = placeInText(view, link.pathname);
  };
  for (const link of document.querySelectorAll(SAME_MAP)) {
    // Before it is followed, in whatever window.
    for (const type of ["pointerdown", "click"]) link.addEventListener(type, lead, { signal });
  }
}

/** Anchor at which the text goes on: of where the reader is in the map, else where they stopped reading. */
function placeInText({ current, whole }: MapView, path: string): string {
  if (current) return current === whole ? "" : current.payload.id;
  return recallPlaces().find((place) => place.path === path)?.anchor ?? "";
}

/** Gives the address of a page the view that its map is to have. */
function showIn(link: HTMLAnchorElement, state: string): void {
  const address = new URL(link.href);
  address.searchParams.set(PARAMETER, state);
  link.href = address.href;
}

/** @param isWanted whether the address still names this state, once what it has of notes is loaded */
async function applyState(
  view: MapView,
  state: ViewState,
  own: LayoutName,
  isToggled: (node: MapNode) => boolean,
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
  if (!state.center) return view.atOnce(() => view.fit());
  view.svg.call(view.zoom.transform, centeredAt(view, state.center));
  // The way back to the whole map has taken its room from the window by now, and the place allows for it.
  emit(view.element, "map:placed");
}

/**
 * What stands in the middle of the window; of a map that is out of sight what was written last, if anything was. A map
 * that fits its window is to fit that of whoever opens the address, which is of another size.
 */
function placeOf(view: MapView, written: string | null): Center | undefined {
  if (view.isFitted) return undefined;
  return centerOf(view) ?? parseState(written ?? "").center;
}

function describeView(
  view: MapView,
  own: LayoutName,
  isToggled: (node: MapNode) => boolean,
  center: Center | undefined,
): string {
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
function nameOfBranch({ branch }: MapView): string {
  return branch ? shortName(branch.payload.id) : "";
}
