import { findNode } from "../../outline/walk.ts";
import { anchorOf } from "../anchor.ts";
import { enlargedAt } from "./center.ts";
import { emit } from "./events.ts";
import { findCurrent, focusPlace, isSeen, isTextShown, listHeadings, onScroll } from "../reading/sections.ts";
import { focusBranch } from "./branch-focus.ts";
import { farNodeAt } from "./branch-zoom.ts";
import { isBelow, pathTo, toggle, unfoldPathTo } from "./folding.ts";
import { focusMap, listNodeAt } from "./list-view.ts";
import type { MapNode, MapView } from "./map-view.ts";

/**
 * Ties the map to the text beside it: what is read is marked, what is clicked is scrolled to.
 * @param isPlaced whether the map already shows the place that its address names
 */
export function connectPage(view: MapView, host: HTMLElement, isPlaced: boolean, signal: AbortSignal): void {
  const reveal = async (anchor: string) => {
    const node = anchor ? findNode(view.whole, anchor) : undefined;
    if (!node) return;
    const { current } = view;
    if (view.branch && !isBelow(view.branch, node)) await focusBranch(view, undefined, true);
    await unfoldPathTo(view, node);
    // A step the reader took meanwhile is not undone.
    if (view.current !== current) return;
    const box = view.boxes.get(node);
    const isRead = view.isInView(node) && box !== undefined && !enlargedAt(view, box);
    // What was clicked in the map, or can be read, stays where it is; what an address names comes to the middle.
    const isThere = node === view.current || host.dataset.followed !== undefined || isRead;
    delete host.dataset.followed;
    await view.setCurrent(node, isThere ? "into view" : "to the middle");
  };
  addEventListener("hashchange", () => void reveal(anchorOf(location.hash)), { signal });
  const anchor = anchorOf(location.hash);
  if (isPlaced) markPlace(view, anchor);
  // A place that the search opened is shown with the other hits.
  else if (!new URLSearchParams(location.search).has("mark")) void reveal(anchor);
  host.addEventListener("click", (event) => {
    const target = event.target as Element;
    const node = view.nodeAt(target) ?? listNodeAt(view, target);
    const isFold = target.closest("button");
    if (node && !isFold) follow(view, host, node, event);
    const far = farNodeAt(view, target);
    // Beside the text, the address names what is read there.
    if (far && host.dataset.page === "" && !isTextShown()) nameInAddress(view, far);
  });
  if (host.dataset.page === "") followReading(view, isPlaced, signal);
}

/** Marks what an address names in a view that it names as well, and moves nothing. */
function markPlace(view: MapView, anchor: string) {
  const node = findNode(view.whole, anchor);
  const shown = node && pathTo(view.root, node).findLast((above) => view.boxes.has(above));
  if (shown) void view.setCurrent(shown, "not");
}

/** Does what the reader asked for with a click on a node's words, in the map or in the list. */
function follow(view: MapView, host: HTMLElement, node: MapNode, event: MouseEvent) {
  void view.setCurrent(node);
  const address = view.settings.linkTo(node);
  const isOther = (event.target as Element).closest("a")?.getAttribute("href") !== address;
  if (event.ctrlKey || event.metaKey || event.shiftKey || isOther) return;
  if (!host.dataset.src && !node.payload.href && event.detail) {
    // A file may be far from a network: its title and the keys lead to the text, a press stays here.
    event.preventDefault();
    focusMap(view);
    void toggle(view, node);
  } else if (host.dataset.page === "") {
    emit(view.element, "map:select", node);
    const place = document.getElementById(node.payload.id);
    if (place && isSeen(place)) return focusPlace(place);
    // The map has the page to itself: it keeps the reader, and the address names the place.
    event.preventDefault();
    nameInAddress(view, node);
    focusMap(view);
  } else if (
    host.dataset.embedded === undefined &&
    !node.payload.href &&
    host.querySelector(".map-panel") &&
    event.detail
  ) {
    // Where the map is the whole page a press tells of the node; the panel and the keys lead to the text.
    event.preventDefault();
    emit(view.element, "map:select", node);
    focusMap(view);
  }
}

/** Lets the address name a node whose place in the text is out of sight. */
function nameInAddress(view: MapView, node: MapNode) {
  history.replaceState(history.state, "", view.settings.linkTo(node) ?? `#${node.payload.id}`);
}

/** Anchor of the section that was being read before the map took the text's place. */
function lastRead(): string {
  return anchorOf(document.querySelector<HTMLAnchorElement>(".contents [aria-current]")?.hash ?? "");
}

/** Marks the section that stands at the top of the window, and keeps its node in sight. */
function followReading(view: MapView, isPlaced: boolean, signal: AbortSignal) {
  const headings = listHeadings();
  const update = (keepsStill = false) => {
    const anchor = isTextShown() ? (findCurrent(headings) ?? headings[0])?.id : lastRead();
    const node = anchor && findNode(view.whole, anchor);
    if (node) view.setReading(node, keepsStill);
  };
  onScroll(() => update(), signal);
  update(isPlaced);
}
