import { hasBelow } from "../../mindmap/layout.ts";
import { textOf } from "../../outline/walk.ts";
import { focusBranch } from "./branch-focus.ts";
import { emit } from "./events.ts";
import type { ListedKeys } from "../keys-dialog.ts";
import { hasPlainKeys } from "../reading/keep.ts";
import { loadWanted, pathTo, toggle } from "./folding.ts";
import { pressLevel } from "./levels.ts";
import { isClosed } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { nearestToMiddle, readViewport } from "./viewport.ts";
import { zoomBy } from "./zoom-by.ts";

/** How long, in milliseconds, letters typed one after the other make one word. */
const TYPING = 500;

/** The keys of the map, as its help lists them. */
export const KEYS: readonly ListedKeys[] = [
  { keys: ["↑", "↓"], does: "previous, next node" },
  { keys: ["→"], does: "unfold, or go in" },
  { keys: ["←"], does: "fold, or go out" },
  { keys: ["Home", "End"], does: "first, last node" },
  { keys: ["a", "…", "z"], does: "jump to a label" },
  { keys: ["/"], does: "find in the map" },
  { keys: ["Enter"], does: "open the section" },
  { keys: ["Shift Enter"], does: "its text, and a link to it" },
  { keys: ["Space"], does: "fold or unfold" },
  { keys: ["*"], does: "unfold all siblings" },
  { keys: ["+", "−", "0"], does: "zoom in, out, fit" },
  { keys: ["1", "…", "6"], does: "levels shown" },
  { keys: ["b"], does: "this branch alone, or all" },
  { keys: ["Esc"], does: "all again, or close a text" },
  { keys: ["l"], does: "as a nested list" },
  { keys: ["f"], does: "full screen" },
  { keys: ["?"], does: "these keys" },
];

/** Walks, folds and zooms the map by keyboard while it, or the list in its place, has the focus. */
export function connectKeys(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const typing = createTyping(view, host);
  const press = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isOwnKey(event, target as Element)) return;
    const action = event.shiftKey && key === "Enter" ? choose : ACTIONS[key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      typing.end();
      void action(view, host);
    } else if (/^[\p{L}\p{N}]$/u.test(key)) {
      event.stopPropagation();
      typing.take(event);
    }
  };
  const pressInside = (event: KeyboardEvent) => {
    if ((event.target as Element).closest(".map, .map-list")) press(event);
  };
  host.addEventListener("keydown", pressInside, { signal });
  // Who has left the map means nothing more to be done in it.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) typing.forget();
  };
  host.addEventListener("focusout", leave, { signal });
  // Where the map is the whole page, its keys need no way into it first; the page's own keys come before.
  const takesAll = host.dataset.embedded === undefined;
  const pressAnywhere = (event: KeyboardEvent) => {
    if (event.target !== document.body || event.defaultPrevented || event.key === "Tab") return;
    // Turned off they are where a page takes them; a map that has the focus has them all the same.
    if (event.key.length === 1 && !hasPlainKeys()) return;
    view.element.focus({ preventScroll: true });
    press(event);
  };
  if (takesAll) document.addEventListener("keydown", pressAnywhere, { signal });
  // Whatever gave the focus, a press of the pointer or a key, the map stands still.
  view.element.addEventListener("focus", () => {
    if (!view.current || !view.boxes.has(view.current)) void view.setCurrent(nodeInSight(view), "not");
  });
}

/** The node to begin at: the root while it can be seen, else the one nearest to the middle of the window. */
function nodeInSight(view: MapView): MapNode {
  const nearest = nearestToMiddle(view.layout.boxes, readViewport(view.element));
  const isRoot = !nearest || !view.isShown || view.isFitted || view.isInView(view.root);
  return isRoot ? view.root : (nearest.node as MapNode);
}

/** Whether a key has a meaning of its own where it is pressed: on the links and buttons of the list. */
function isOwnKey({ key, shiftKey }: KeyboardEvent, target: Element): boolean {
  if (target.matches("button")) return key === "Enter" || key === " ";
  return key === "Enter" && !shiftKey && target.matches(".map-list a");
}

/** Takes letters one by one: those of a label lead to it, some do something when nothing else is typed. */
function createTyping(view: MapView, host: HTMLElement) {
  let typed = "";
  let typedAt = 0;
  let timer = 0;
  let waiting: Action | undefined;
  const forget = () => {
    clearTimeout(timer);
    typed = "";
    waiting = undefined;
  };
  const end = () => {
    const action = waiting;
    forget();
    void action?.(view, host);
  };
  const take = ({ key, timeStamp }: KeyboardEvent) => {
    if (timeStamp - typedAt >= TYPING) end();
    clearTimeout(timer);
    typedAt = timeStamp;
    typed += key;
    waiting = Object.hasOwn(COMMANDS, typed) ? COMMANDS[typed] : undefined;
    if (!waiting) jump(view, typed);
    // A label that begins so may be meant: the next letter tells.
    else if (findLabel(view, typed)) timer = window.setTimeout(end, TYPING);
    else end();
  };
  return { take, end, forget };
}

type Action = (view: MapView, host: HTMLElement) => unknown;

const press =
  (name: string): Action =>
  (_, host) =>
    host.querySelector<HTMLElement>(`[data-map="${name}"]`)?.click();

const COMMANDS: Record<string, Action> = {
  f: press("full"),
  l: press("list"),
  b: (view) => focusBranch(view, view.branch ? undefined : branchAt(view)),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [level, (_: MapView, host: HTMLElement) => pressLevel(host, level)]),
  ),
};

const ACTIONS: Record<string, Action> = {
  ArrowDown: (view) => step(view, 1),
  ArrowUp: (view) => step(view, -1),
  ArrowRight: (view, host) => walk(view, host, 1),
  ArrowLeft: (view, host) => walk(view, host, -1),
  Home: (view) => view.setCurrent(view.root),
  End: (view) => view.setCurrent([...view.boxes.keys()].at(-1) ?? view.root),
  Enter: openSection,
  Escape: leave,
  " ": (view) => view.current && toggle(view, view.current),
  "*": unfoldSiblings,
  "+": (view) => zoomBy(view, 1.25, view.current),
  "=": (view) => zoomBy(view, 1.25, view.current),
  "-": (view) => zoomBy(view, 0.8, view.current),
  "0": (view) => view.isShown && view.fit(),
  // Words of an earlier search are there to be typed over.
  "/": (_, host) => host.querySelector<HTMLInputElement>(".map-find input")?.select(),
  "?": press("keys"),
};

/** Leaves a branch that is shown alone, else the panel that tells of a node. */
function leave(view: MapView, host: HTMLElement) {
  if (view.branch) void focusBranch(view, undefined);
  else host.querySelector<HTMLElement>('.map-panel:not([hidden]) [data-panel="close"]')?.click();
}

/** The branch the reader is in: a leaf is none. */
function branchAt({ current, root }: MapView): MapNode | undefined {
  return current && pathTo(root, current).findLast(hasBelow);
}

/** Follows the current node's link, as a click on its label does. */
function openSection(view: MapView) {
  if (!view.current) return;
  const links = [...(view.elementOf(view.current)?.querySelectorAll<SVGAElement>("a") ?? [])];
  // Words of its label may lead elsewhere.
  const own = view.settings.linkTo(view.current);
  const link = links.find((each) => each.getAttribute("href") === own) ?? links[0];
  link?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

function step(view: MapView, by: 1 | -1) {
  const nodes = [...view.boxes.keys()];
  const next = nodes[nodes.indexOf(view.current ?? view.root) + by];
  return next && view.setCurrent(next);
}

/** Tells what can be done with the current node, and gives that the keyboard. */
function choose(view: MapView, host: HTMLElement) {
  if (!view.current) return;
  emit(view.element, "map:select", view.current);
  host.querySelector<HTMLElement>(".map-panel")?.focus();
}

/** Goes in where branches grow to that side of the window, and out where they come from there. */
function walk(view: MapView, host: HTMLElement, side: 1 | -1) {
  const node = view.current ?? view.root;
  // Branches may grow to both sides of the root; above it there is nothing to go out to.
  if (node === view.root && view.isShown) return goIn(view, side);
  // The list grows as text does, whatever the map does.
  const isRightToLeft = getComputedStyle(host).direction === "rtl";
  const grows = view.isShown ? view.boxes.get(node)?.side : isRightToLeft ? -1 : 1;
  return grows === side ? goIn(view, side) : goOut(view);
}

async function goIn(view: MapView, side: 1 | -1) {
  const node = view.current ?? view.root;
  if (hasBelow(node) && (node.payload.fold || isClosed(node))) return toggle(view, node);
  const first = view.boxes.get(node)?.children.find((child) => !view.isShown || child.side === side);
  if (first) await view.setCurrent(first.node as MapNode);
}

async function goOut(view: MapView) {
  const node = view.current ?? view.root;
  if (node.children.length && !node.payload.fold && node !== view.root) return toggle(view, node);
  const above = pathTo(view.root, node).at(-2);
  return above && view.setCurrent(above);
}

async function unfoldSiblings(view: MapView) {
  const siblings = pathTo(view.root, view.current ?? view.root).at(-2)?.children ?? [view.root];
  if (!(await loadWanted(view, siblings.filter(isClosed)))) return;
  for (const node of siblings) {
    if (node.children.length) node.payload = { ...node.payload, fold: 0 };
  }
  await view.renderData();
}

function jump(view: MapView, letters: string) {
  const found = findLabel(view, letters);
  if (found) void view.setCurrent(found);
}

/** The next node, from the current one on and round, whose label begins with some letters. */
function findLabel(view: MapView, letters: string): MapNode | undefined {
  const nodes = [...view.boxes.keys()];
  const from = nodes.indexOf(view.current ?? view.root) + (letters.length > 1 ? 0 : 1);
  const wanted = letters.toLowerCase();
  return [...nodes.slice(from), ...nodes.slice(0, from)].find((node) =>
    textOf(node.content).toLowerCase().startsWith(wanted),
  );
}

/** Gives the map the whole screen, or gives it back. */
export async function fullScreen(host: HTMLElement): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await host.requestFullscreen();
}
