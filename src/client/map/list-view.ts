import { plainLabel } from "../../exports/label.ts";
import { hasBelow } from "../../mindmap/layout.ts";
import { findNode } from "../../outline/walk.ts";
import { keep, recall } from "../reading/keep.ts";
import { nearestShown, toggle } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { VIEW_PADDING } from "./viewport.ts";

const KEPT = "mapList";

/** What does something to the drawing only, by `data-map`. */
const DRAWING_ONLY = ["layout", "fit", "zoom-out", "zoom-in"];

/**
 * The same outline as a nested list, with the same folds, keys and hits: for readers to whom a drawing
 * says nothing, and for small screens. What is folded or opened here is so in the map, and the other way
 * round; who stood at a node in one stands at it in the other. The choice is kept for all maps.
 */
export function connectList(view: MapView, host: HTMLElement): void {
  const button = host.querySelector<HTMLButtonElement>('[data-map="list"]');
  if (!button) return;
  const list = document.createElement("div");
  list.className = "map-list";
  list.hidden = true;
  view.element.after(list);
  const render = () => {
    if (!list.hidden) list.replaceChildren(createList([view.root], view));
  };
  const show = (isList: boolean) => {
    // What moves on in a window without a size is lost.
    view.svg.interrupt();
    list.hidden = !isList;
    view.element.toggleAttribute("hidden", isList);
    button.setAttribute("aria-pressed", String(isList));
    for (const name of DRAWING_ONLY) {
      host.querySelector(`[data-map="${name}"]`)?.toggleAttribute("disabled", isList);
    }
    render();
    // Hits are marked wherever they are drawn.
    view.draw();
    // The map shows where the reader is by now, not what it was on its way to before.
    if (view.aim !== view.current) view.aim = undefined;
    if (view.current) void view.ensureVisible(view.current, VIEW_PADDING);
  };
  button.addEventListener("click", () => {
    show(Boolean(list.hidden));
    keep(KEPT, list.hidden ? undefined : "list");
    focusMap(view);
  });
  keepFocus(list, view, render);
  followCurrent(list, view);
  if (recall(KEPT)) show(true);
}

/** Keeps the keyboard at the reader's place while the list is made anew as the map is. */
function keepFocus(list: HTMLElement, view: MapView, render: () => void): void {
  view.element.addEventListener("map:render", () => {
    const place = focusPlace(list);
    render();
    if (!place) return;
    const shown = view.current && itemOf(list, nearestShown(view, view.current));
    // Folded away, the place leaves the keyboard to the nearest one above.
    (list.querySelector<HTMLElement>(place) ?? shown?.querySelector("a"))?.focus();
  });
}

/** Has the map's current node be the list's, too, and the other way round. */
function followCurrent(list: HTMLElement, view: MapView): void {
  list.addEventListener("focusin", ({ target }) => {
    const node = listNodeAt(view, target as Element);
    if (node && node !== view.current) void view.setCurrent(node);
  });
  view.element.addEventListener("map:current", () => {
    const item = !list.hidden && view.current && itemOf(list, view.current);
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (item) item.querySelector("a")?.setAttribute("aria-current", "true");
    if (!item || document.activeElement?.closest("li") === item) return;
    const link = item.querySelector<HTMLElement>("a");
    if (list.contains(document.activeElement)) link?.focus();
    else link?.scrollIntoView({ block: "nearest" });
  });
}

/** Gives the keyboard to the map, or to the list that stands in its place. */
export function focusMap(view: MapView): void {
  const list = view.element.parentElement?.querySelector<HTMLElement>(".map-list:not([hidden])");
  const item = list && view.current && itemOf(list, view.current);
  if (list) (item ?? list).querySelector<HTMLElement>("a")?.focus();
  else view.element.focus({ preventScroll: true });
}

/** The same once something is over, if the keyboard is where it was begun, or nowhere; who has gone on meanwhile stays there. */
export function returnToMap(view: MapView, from: Element): void {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body || from.contains(activeElement)) focusMap(view);
}

/** The node whose words in the list were pressed. */
export function listNodeAt(view: MapView, target: Element): MapNode | undefined {
  const id = target.closest(".map-list :is(a, button)")?.closest("li")?.dataset.node;
  return id === undefined ? undefined : findNode(view.root, id);
}

function itemOf(list: HTMLElement, node: MapNode): HTMLElement | null {
  return list.querySelector(`li[data-node="${CSS.escape(node.payload.id)}"]`);
}

function focusPlace(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  const id = list.contains(activeElement) && activeElement?.closest("li")?.dataset.node;
  return id ? `li[data-node="${CSS.escape(id)}"] > ${activeElement?.matches("button") ? "button" : "a"}` : undefined;
}

function createList(nodes: readonly MapNode[], view: MapView): HTMLUListElement {
  const list = document.createElement("ul");
  for (const node of nodes) {
    const item = document.createElement("li");
    item.dataset.node = node.payload.id;
    const link = document.createElement("a");
    const address = view.settings.linkTo(node);
    if (address) link.href = address;
    // What leads nowhere is to be walked to all the same.
    else link.tabIndex = 0;
    link.textContent = plainLabel(node);
    if (node === view.current) link.setAttribute("aria-current", "true");
    if (hasBelow(node)) item.append(createFold(node, view));
    item.append(link);
    if (node.children.length && !node.payload.fold) item.append(createList(node.children, view));
    list.append(item);
  }
  return list;
}

function createFold(node: MapNode, view: MapView): HTMLButtonElement {
  const fold = document.createElement("button");
  fold.type = "button";
  fold.className = "fold";
  fold.setAttribute("aria-expanded", String(node.children.length > 0 && !node.payload.fold));
  fold.setAttribute("aria-label", plainLabel(node));
  fold.addEventListener("click", () => void toggle(view, node));
  return fold;
}
