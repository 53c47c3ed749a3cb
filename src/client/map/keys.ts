import { hasBelow } from "../../mindmap/layout.ts";
import { textOf } from "../../outline/walk.ts";
import { focusBranch } from "./branch-focus.ts";
import { foldToLevel, pathTo, toggle } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** How long, in milliseconds, letters typed one after the other make one word. */
const TYPING = 600;

/** The keys of the map, as its help lists them. */
export const KEYS = [
  ["↑ ↓", "previous, next node"],
  ["→", "unfold, or go in"],
  ["←", "fold, or go out"],
  ["Home End", "first, last node"],
  ["a … z", "jump to a label"],
  ["/", "find in the map"],
  ["Enter", "open the section"],
  ["Space", "fold or unfold"],
  ["*", "unfold all siblings"],
  ["+ − 0", "zoom in, out, fit"],
  ["1 … 6", "levels shown"],
  ["b", "this branch alone, or all"],
  ["l", "as a nested list"],
  ["f", "full screen"],
  ["?", "these keys"],
] as const;

/** Walks, folds and zooms the map by keyboard while it has the focus. */
export function connectKeys(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  let typed = "";
  let typedAt = 0;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = ACTIONS[event.key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      void action(view, host);
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      event.stopPropagation();
      typed = event.timeStamp - typedAt < TYPING ? typed + event.key : event.key;
      typedAt = event.timeStamp;
      if (!letterAction(typed, view, host)) jump(view, typed);
    }
  };
  view.element.addEventListener("keydown", press, { signal });
  // Where the map is the whole page, its keys need no way into it first; the page's own keys come before.
  const takesAll = host.dataset.embedded === undefined;
  const pressAnywhere = (event: KeyboardEvent) => {
    if (event.target !== document.body || event.defaultPrevented || event.key === "Tab") return;
    view.element.focus({ preventScroll: true });
    press(event);
  };
  if (takesAll) document.addEventListener("keydown", pressAnywhere, { signal });
  view.element.addEventListener("focus", () => {
    if (!view.current || !view.boxes.has(view.current)) void view.setCurrent(view.root);
  });
}

/** Letters that do something when typed alone; a label is still found by its first two. */
function letterAction(typed: string, view: MapView, host: HTMLElement): boolean {
  const press = (name: string) => host.querySelector<HTMLElement>(`[data-map="${name}"]`)?.click();
  if (typed === "f") void fullScreen(host);
  else if (typed === "l") press("list");
  else if (typed === "b") void focusBranch(view, view.branch ? undefined : view.current);
  else if (/^[1-6]$/.test(typed)) void foldToLevel(view, Number(typed));
  else return false;
  return true;
}

type Action = (view: MapView, host: HTMLElement) => unknown;

const ACTIONS: Record<string, Action> = {
  ArrowDown: (view) => step(view, 1),
  ArrowUp: (view) => step(view, -1),
  ArrowRight: goIn,
  ArrowLeft: goOut,
  Home: (view) => view.setCurrent(view.root),
  End: (view) => view.setCurrent(view.layout.boxes.at(-1)?.node as MapNode),
  Enter: openSection,
  Escape: (view) => view.branch && focusBranch(view, undefined),
  " ": (view) => view.current && toggle(view, view.current),
  "*": unfoldSiblings,
  "+": (view) => view.rescale(1.25),
  "=": (view) => view.rescale(1.25),
  "-": (view) => view.rescale(0.8),
  "0": (view) => view.fit(),
  "/": (_, host) => host.querySelector<HTMLInputElement>(".map-find input")?.focus(),
  "?": (_, host) => host.querySelector<HTMLButtonElement>('[data-map="keys"]')?.click(),
};

/** Follows the current node's link, as a click on its label does. */
function openSection(view: MapView) {
  const link = view.current && view.elementOf(view.current)?.querySelector<SVGAElement>("a");
  link?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

function step(view: MapView, by: 1 | -1) {
  const nodes = view.layout.boxes.map(({ node }) => node as MapNode);
  const next = nodes[nodes.indexOf(view.current ?? view.root) + by];
  return next && view.setCurrent(next);
}

async function goIn(view: MapView) {
  const node = view.current ?? view.root;
  if (hasBelow(node) && (node.payload.fold || !node.children.length)) await toggle(view, node);
  else if (node.children[0]) await view.setCurrent(node.children[0] as MapNode);
}

async function goOut(view: MapView) {
  const node = view.current ?? view.root;
  if (node.children.length && !node.payload.fold && node !== view.root) return toggle(view, node);
  const above = pathTo(view.root, node).at(-2);
  return above && view.setCurrent(above);
}

async function unfoldSiblings(view: MapView) {
  const siblings = pathTo(view.root, view.current ?? view.root).at(-2)?.children ?? [view.root];
  for (const node of siblings as MapNode[]) {
    if (node.children.length) node.payload = { ...node.payload, fold: 0 };
  }
  await view.renderData();
}

function jump(view: MapView, letters: string) {
  const nodes = view.layout.boxes.map(({ node }) => node as MapNode);
  const from = nodes.indexOf(view.current ?? view.root) + (letters.length > 1 ? 0 : 1);
  const wanted = letters.toLowerCase();
  const found = [...nodes.slice(from), ...nodes.slice(0, from)].find((node) =>
    textOf(node.content).toLowerCase().startsWith(wanted),
  );
  if (found) void view.setCurrent(found);
}

/** Gives the map the whole screen, or gives it back. */
export async function fullScreen(host: HTMLElement): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await host.requestFullscreen();
}
