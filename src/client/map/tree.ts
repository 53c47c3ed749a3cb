import { plainLabel } from "../../exports/label.ts";
import { countText } from "../../mindmap/draw.ts";
import { type MapBox, hasBelow } from "../../mindmap/layout.ts";
import { isBelow, pathTo } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { VIEW_PADDING } from "./viewport.ts";

let counter = 0;

/**
 * Makes the drawing an ARIA tree with one tab stop (WAI-ARIA Authoring Practices, tree view): the
 * focus stays on the picture, `aria-activedescendant` says which node is meant.
 */
export function connectTree(view: MapView, title: string): void {
  const svg = view.element;
  const prefix = `map${counter++}`;
  svg.setAttribute("role", "tree");
  name(view, title);
  svg.setAttribute("tabindex", "0");
  // What stands between a tree and its items has to have no role: groups are not looked through.
  view.g.attr("role", "none");
  svg.addEventListener("map:node", ({ detail: { box, element } }) => {
    describe(element, box, prefix);
    if (box.node === view.current) mark(view);
  });
  svg.addEventListener("map:current", () => mark(view));
  svg.addEventListener("map:branch", () => name(view, title));
  svg.addEventListener("map:draw", () => {
    mark(view);
    markReading(view);
  });
  svg.addEventListener("map:reading", ({ detail }) => {
    const node = markReading(view);
    if (node && !detail.keepsStill && !isPlaceSeen(view, node)) void view.ensureVisible(node, VIEW_PADDING);
  });
}

/** Names the tree, with the branch that is shown alone: that the rest is gone can otherwise only be seen. */
function name({ element, branch }: MapView, title: string) {
  const only = branch ? `, only “${plainLabel(branch)}”` : "";
  element.setAttribute("aria-label", `Mindmap: ${title}${only}`);
}

/** Whether the map can stand still: the reader sees where they are, in the section or at a place in it, or soon will. */
function isPlaceSeen(view: MapView, section: MapNode): boolean {
  const { aim, current } = view;
  return Boolean(aim) || (current !== undefined && isBelow(section, current) && view.isInView(current));
}

function describe(element: SVGElement, box: MapBox, prefix: string) {
  const node = box.node as MapNode;
  const siblings = box.parent?.children ?? [box];
  element.id = `${prefix}-${node.state.id}`;
  element.setAttribute("role", "treeitem");
  element.setAttribute("aria-level", String(box.level));
  element.setAttribute("aria-setsize", String(siblings.length));
  element.setAttribute("aria-posinset", String(siblings.indexOf(box) + 1));
  // The name begins with what is shown: number or state, the words, and how many nodes are folded away.
  const folded = box.hidden ? ` ${countText(box)} folded` : "";
  element.setAttribute("aria-label", `${plainLabel(node)}${folded}`);
  if (node.payload.checked !== undefined) element.setAttribute("aria-checked", String(node.payload.checked));
  if (hasBelow(node)) element.setAttribute("aria-expanded", String(node.children.length > 0 && !node.payload.fold));
}

function mark(view: MapView) {
  const { current, element: svg } = view;
  for (const other of svg.querySelectorAll(".node.current")) {
    other.classList.remove("current");
    other.removeAttribute("aria-selected");
  }
  const element = current && view.elementOf(current);
  if (!element) {
    svg.removeAttribute("aria-activedescendant");
    return;
  }
  element.classList.add("current");
  element.setAttribute("aria-selected", "true");
  svg.setAttribute("aria-activedescendant", element.id);
}

/** Marks the section being read, or what is shown of the way to it. */
function markReading(view: MapView): MapNode | undefined {
  for (const element of view.element.querySelectorAll(".node.reading")) {
    element.classList.remove("reading");
    element.removeAttribute("aria-current");
  }
  if (!view.reading) return undefined;
  const shown = pathTo(view.root, view.reading).findLast((node) => view.boxes.has(node));
  const element = shown && view.elementOf(shown);
  element?.classList.add("reading");
  element?.setAttribute("aria-current", "location");
  return shown;
}
