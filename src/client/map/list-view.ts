import { hasBelow } from "../../mindmap/layout.ts";
import { textOf } from "../../outline/walk.ts";
import { toggle } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";

/**
 * The same outline as a nested list, with the same folds: for readers to whom a drawing says
 * nothing, and for small screens. What is folded or opened here is so in the map, and the other
 * way round.
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
  button.addEventListener("click", () => {
    list.hidden = !list.hidden;
    view.element.toggleAttribute("hidden", !list.hidden);
    button.setAttribute("aria-pressed", String(!list.hidden));
    render();
    if (list.hidden) view.draw();
    (list.hidden ? view.element : list.querySelector<HTMLElement>("a"))?.focus();
  });
  view.element.addEventListener("map:render", () => {
    const place = focusPlace(list);
    render();
    if (place) list.querySelector<HTMLElement>(place)?.focus();
  });
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
    link.href = view.settings.linkTo(node);
    link.textContent = textOf(node.content);
    if (hasBelow(node)) item.append(createFold(node, view));
    item.append(link);
    if (node.children.length && !node.payload.fold) item.append(createList(node.children as MapNode[], view));
    list.append(item);
  }
  return list;
}

function createFold(node: MapNode, view: MapView): HTMLButtonElement {
  const fold = document.createElement("button");
  fold.type = "button";
  fold.className = "fold";
  fold.setAttribute("aria-expanded", String(node.children.length > 0 && !node.payload.fold));
  fold.setAttribute("aria-label", textOf(node.content));
  fold.addEventListener("click", () => void toggle(view, node));
  return fold;
}
