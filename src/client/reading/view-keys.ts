import type { NoteMapElement } from "../note-map.ts";
import { focusPlace, isTextShown } from "./sections.ts";
import { FIELDS, hasPlainKeys, isMeantFor } from "./keep.ts";

const VIEWS = ["text", "both", "map"] as const;
type View = (typeof VIEWS)[number];

const inputOf = (view: View) => document.querySelector<HTMLInputElement>(`view-switch input[value="${view}"]`);
const isShown = (view: View) => inputOf(view)?.checked ?? false;

/** The keys that choose what is seen; the list of the page's keys tells of them. */
const KEYS: Record<string, () => unknown> = {
  t: () => change("text"),
  b: () => change("both"),
  v: () => {
    const offered = VIEWS.filter((view) => inputOf(view)?.checkVisibility());
    // Where there is no room for both, "both" shows the text, which is the first.
    const at = Math.max(0, offered.findIndex(isShown));
    return change(offered[(at + 1) % offered.length] ?? "both");
  },
  m: () => {
    choose("map");
    return goToMap();
  },
  i: () => {
    const isSeen = document.querySelector("note-map")?.checkVisibility();
    if (!isSeen) choose(inputOf("both")?.checkVisibility() ? "both" : "map");
    return goToMap();
  },
};

/** The last view that had the text in it. */
let withText: View = "both";

/** Lets keys choose what is seen, and lead into the map and back. */
export function connectViewKeys(): void {
  const remember = () => {
    withText = VIEWS.find((view) => view !== "map" && isShown(view)) ?? withText;
    keepInHistory();
  };
  remember();
  document.addEventListener("change", remember);
  document.addEventListener("keydown", pressViewKey);
  // Before the map hears it, which has keys of its own.
  document.addEventListener("keydown", leaveMap, { capture: true });
  document.addEventListener("click", readOn);
  document.addEventListener("click", skipToMap);
  addEventListener("popstate", ({ state }: PopStateEvent) => {
    const { view } = (state ?? {}) as HistoryState;
    if (view) choose(view);
  });
}

/** What a step in the history says of the page that was left by it. */
interface HistoryState {
  view?: View;
}

/** Has a step that says what was seen say what is seen by now: who comes back to it finds the page as they left it. */
function keepInHistory() {
  const state = history.state as HistoryState | null;
  const view = VIEWS.find(isShown);
  if (state?.view && view) history.replaceState({ ...state, view } satisfies HistoryState, "");
}

/** Leads past the text also where the map is not shown, to which no address leads then. */
function skipToMap(event: MouseEvent) {
  const { target } = event;
  const isSkip = target instanceof Element && target.closest('.skip[href="#map"]');
  if (!isSkip || document.querySelector("note-map")?.checkVisibility()) return;
  event.preventDefault();
  KEYS.i?.();
}

/** Shows the text to who wants to read on from a map that has the page to itself, and lets them go back to it. */
function readOn(event: MouseEvent) {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('note-map [data-panel="open"]');
  if (!link || !isShown("map") || ctrlKey || metaKey || shiftKey) return;
  // The page has this address already, so that following it would be no step to go back from.
  event.preventDefault();
  history.replaceState({ ...(history.state as HistoryState | null), view: "map" } satisfies HistoryState, "");
  history.pushState(null, "", link.href);
  choose("both");
  location.replace(link.hash);
  // Who goes back, and then on again, wants the text.
  history.replaceState({ view: "both" } satisfies HistoryState, "");
}

/** Does what a key of the view stands for, unless it was typed into a field, meant for the map or turned off. */
export function pressViewKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  const isOther = isMeantFor(`${FIELDS}, dialog, [role=tree]`, target);
  if (ctrlKey || metaKey || altKey || isOther || !hasPlainKeys()) return;
  void KEYS[key]?.();
}

function choose(view: View) {
  const input = inputOf(view);
  if (!input) return;
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Chooses what is seen; who had the keyboard in what that hides goes on in what is shown. */
function change(view: View) {
  const place = document.activeElement;
  choose(view);
  if (place?.checkVisibility()) return;
  return isTextShown() ? focusText() : goToMap();
}

/** What had the keyboard before the map. */
let before: Element | null = null;

/** Gives the map the keyboard. */
async function goToMap() {
  before = document.activeElement;
  const map = document.querySelector<NoteMapElement>("note-map");
  try {
    await map?.ready();
  } catch (error) {
    // The reader is told by the map itself.
    return console.error(error);
  }
  map?.querySelector<SVGElement>("svg.map")?.focus({ preventScroll: true });
}

/** Gives the keyboard back to the text, which shows again where the map had the whole page. */
function leaveMap(event: KeyboardEvent) {
  const { key, target } = event;
  const tree = target instanceof Element && target.closest("note-map :is([role=tree], .map-list)");
  // A branch shown alone is left first, and a panel that takes room from the map; a full screen is the browser's.
  const isBusy =
    document.fullscreenElement ||
    document.querySelector("svg.map[data-branch], .map-panel:not([hidden], [data-beside])");
  if (key !== "Escape" || !tree || isBusy) return;
  event.stopPropagation();
  if (isShown("map")) choose(withText);
  focusText();
}

/** Gives the text the keyboard where it was, or else where one reads: from there Tab goes on. */
function focusText() {
  const place = before instanceof HTMLElement && before.closest(".note-text") ? before : undefined;
  focusPlace(place && isInWindow(place) ? place : undefined);
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
