import { zoomIdentity, zoomTransform } from "d3";
import { handleCenter } from "../../mindmap/draw.ts";
import { type MapBox, boundsOf, hasBelow } from "../../mindmap/layout.ts";
import { createElement } from "./elements.ts";
import { isClosed, loadAllBelow } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { moveTo } from "./move-to.ts";
import { everyNode } from "./node-state.ts";
import { scaleToEdges } from "./viewport.ts";

/** Side of a fold handle's target in screen pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** How far from a handle's middle, in screen pixels, a press is on it and on nothing else. */
const HANDLE = 8;

/** Folds or unfolds a node, and brings what was opened into view. */
export async function toggle(view: MapView, node: MapNode, recursive = false): Promise<void> {
  if (!hasBelow(node)) return;
  const { current } = view;
  if (isClosed(node)) {
    if (!(await loadWanted(view, [node]))) return;
    node.payload = { ...node.payload, fold: 0 };
    await view.renderData(node);
  } else await view.toggleNode(node, recursive);
  await stayShown(view);
  // Who has gone elsewhere while it was loaded is left there.
  if (!node.payload.fold && view.current === current) await showBranch(view, node);
}

/** Lets the reader stand at the nearest node above when theirs was folded away. */
export async function stayShown(view: MapView, move: "into view" | "not" = "into view"): Promise<void> {
  const { current } = view;
  if (current && !view.boxes.has(current)) await view.setCurrent(nearestShown(view, current), move);
}

/** A node, or the nearest above it that is not folded away. */
export function nearestShown(view: MapView, node: MapNode): MapNode {
  return pathTo(view.root, node).findLast((above) => view.boxes.has(above)) ?? view.root;
}

/** Least scale at which a branch that was just opened, or a map beside the panel of a node, is shown whole. */
export const LEAST_SCALE = 0.6;
/** Room, in screen pixels, around such a branch. */
const ROOM = 24;

/** Moves the map, and shrinks it if that helps, so that a node's children can be seen with it. */
async function showBranch(view: MapView, node: MapNode): Promise<void> {
  if (!view.element.clientWidth) return;
  const boxes = [node, ...node.children].flatMap((shown) => view.boxes.get(shown) ?? []);
  const bounds = boundsOf(boxes);
  const { x, y, width, height } = bounds;
  const { clientWidth, clientHeight } = view.element;
  const now = zoomTransform(view.element);
  const fitting = scaleToEdges(view.element, bounds, ROOM);
  const k = Math.min(now.k, Math.max(fitting, Math.min(LEAST_SCALE, now.k)));
  // Zooming keeps the node itself in place.
  const box = view.boxes.get(node);
  if (!box) return;
  const [nodeX, nodeY] = now.apply([box.x, box.y]);
  const shift = (start: number, end: number, size: number) =>
    end > size - ROOM ? Math.max(size - ROOM - end, ROOM - start) : Math.max(ROOM - start, 0);
  const left = nodeX + (x - box.x) * k;
  const top = nodeY + (y - box.y) * k;
  const transform = zoomIdentity
    .translate(
      nodeX - box.x * k + shift(left, left + width * k, clientWidth),
      nodeY - box.y * k + shift(top, top + height * k, clientHeight),
    )
    .scale(k);
  await moveTo(view, transform);
}

/** Opens the way to a node; the node itself stays as it is. */
export async function unfoldPathTo(view: MapView, node: MapNode): Promise<void> {
  let folded = false;
  for (const above of pathTo(view.root, node).slice(0, -1)) {
    if (!above.payload.fold) continue;
    above.payload = { ...above.payload, fold: 0 };
    folded = true;
  }
  if (folded) await view.renderData();
}

/** Tells whether a node stands in a branch. */
export function isBelow(branch: MapNode, node: MapNode): boolean {
  return pathTo(branch, node).length > 0;
}

/** The node above each node of a map. */
export function parentsOf(root: MapNode): Map<MapNode, MapNode | undefined> {
  const parents = new Map<MapNode, MapNode | undefined>([[root, undefined]]);
  const open = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const child of next.children) {
      parents.set(child, next);
      open.push(child);
    }
  }
  return parents;
}

/**
 * The nodes from the root down to a node; empty when the node is not below the root.
 * @param parents what {@link parentsOf} says, for those who ask for many nodes
 */
export function pathTo(root: MapNode, node: MapNode, parents = parentsOf(root)): MapNode[] {
  const path: MapNode[] = [];
  for (let step: MapNode | undefined = parents.has(node) ? node : undefined; step; step = parents.get(step))
    path.unshift(step);
  return path;
}

export type Levels = number | "all";

/** What was last asked of each map: loading for an earlier wish may end after it. */
const wishes = new WeakMap<MapView, { levels: Levels }>();

function foldAs(view: MapView, levels: Levels, nodes: Iterable<MapNode>): void {
  for (const node of nodes) {
    if (node.children.length) node.payload = { ...node.payload, fold: isOpenAt(view.root, levels, node) ? 0 : 1 };
  }
}

/** Whether a node is open where so many levels from a root on are. */
export function isOpenAt(root: MapNode, levels: Levels, { state }: MapNode): boolean {
  return levels === "all" || state.depth - root.state.depth + 1 < levels;
}

/**
 * Loads what belongs below nodes that are to be opened.
 * @returns whether they still are: asked for levels meanwhile, the map has them, and what came late is folded like the rest
 */
export async function loadWanted(view: MapView, nodes: readonly MapNode[]): Promise<boolean> {
  const wish = wishes.get(view);
  await loadAllBelow(view, nodes);
  const latest = wishes.get(view);
  if (latest && latest !== wish) foldAs(view, latest.levels, nodes);
  return latest === wish;
}

/** Opens the given number of levels and folds the rest; "all" opens everything. */
export async function foldToLevel(view: MapView, levels: Levels): Promise<void> {
  wishes.set(view, { levels });
  const closed = [...everyNode(view.root)].filter((node) => isClosed(node) && isOpenAt(view.root, levels, node));
  if (!(await loadWanted(view, closed))) return;
  foldAs(view, levels, everyNode(view.root));
  await view.renderData();
  await stayShown(view);
  await view.fit();
}

/** Makes the fold handles of the map work, with targets that stay large enough at any zoom. */
export function connectFolding(view: MapView): void {
  view.element.addEventListener("map:node", ({ detail: { box, element } }) => {
    // The root has a handle only while it is folded.
    if (!hasBelow(box.node) || (!box.parent && !box.hidden)) return;
    element.append(createTarget(box));
  });
  // Targets keep their size on the screen, so they grow as the map shrinks.
  view.element.addEventListener("map:zoom", () => sizeTargets(view));
  view.element.addEventListener("map:draw", () => sizeTargets(view));
  // Where the finger was: on touch screens a click's own place is that of a link nearby.
  let pressed: PointerEvent | undefined;
  view.element.addEventListener("pointerdown", (event) => {
    pressed = event;
  });
  // Before anything else learns of it: where nodes stand close, other labels lie over a handle.
  view.element.addEventListener(
    "click",
    (event) => {
      const node = handleAt(view, event, pressed);
      if (!node) return;
      event.preventDefault();
      event.stopPropagation();
      // Where the reader's hand is, the keyboard goes on.
      void view.setCurrent(node, "not");
      void toggle(view, node, event.ctrlKey || event.metaKey);
    },
    { capture: true },
  );
}

/** The node whose handle was clicked: one that is drawn where the pointer is, or whose target is hit. */
function handleAt(view: MapView, { target, detail }: MouseEvent, pressed?: PointerEvent): MapNode | undefined {
  const hit = (target as Element).closest(".fold-target");
  // Keys and other programs click without a place.
  if (detail === 0 || !pressed) return hit ? view.nodeAt(hit) : undefined;
  const { clientX, clientY } = pressed;
  const { left, top } = view.element.getBoundingClientRect();
  const [x, y] = zoomTransform(view.element).invert([clientX - left, clientY - top]);
  let nearest = hit ? view.nodeAt(hit) : undefined;
  let least = HANDLE;
  for (const [node, box] of view.boxes) {
    if (!view.elementOf(node)?.querySelector(".fold-target")) continue;
    const [handleX, handleY] = handleCenter(box);
    const distance = Math.hypot(box.x + handleX - x, box.y + handleY - y) * view.scale;
    if (distance > least) continue;
    least = distance;
    nearest = node;
  }
  return nearest;
}

function createTarget(box: MapBox): SVGElement {
  const [cx, cy] = handleCenter(box);
  return createElement({
    name: "circle",
    attributes: { class: "fold-target", cx, cy, r: TARGET / 2 },
    children: [],
  });
}

function sizeTargets(view: MapView) {
  const scale = view.scale;
  view.element.style.setProperty("--target", String(TARGET / 2 / Math.min(scale, 1)));
}
