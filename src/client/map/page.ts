import { findNode } from "../../outline/walk.ts";
import { findCurrent, listHeadings, onScroll } from "../reading/sections.ts";
import { focusBranch } from "./branch-focus.ts";
import { isBelow, unfoldPathTo } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** Ties the map to the text beside it: what is read is marked, what is clicked is scrolled to. */
export function connectPage(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const ownPage = host.dataset.page === "";
  const reveal = async (anchor: string) => {
    const node = findNode(view.state.data as MapNode, anchor) as MapNode | undefined;
    if (!node) return;
    const { current } = view;
    if (view.branch && !isBelow(view.branch, node)) await focusBranch(view, undefined);
    await unfoldPathTo(view, node);
    // A step the reader took meanwhile is not undone.
    if (view.current !== current) return;
    // What was clicked in the map stays where it is; what an address names comes to the middle.
    await view.setCurrent(node, { center: node !== view.current });
  };
  const revealHash = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (anchor) void reveal(anchor);
  };
  addEventListener("hashchange", revealHash, { signal });
  revealHash();
  view.element.addEventListener("click", (event) => {
    const node = view.nodeAt(event.target as Element);
    if (!node) return;
    void view.setCurrent(node);
    view.select(node);
    if (ownPage) focusPlace(node.payload.id);
  });
  if (ownPage) followReading(view, signal);
}

/** Gives the keyboard's focus to a place in the text, so that reading goes on there. */
function focusPlace(anchor: string) {
  const place = document.getElementById(anchor);
  if (!place) return;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** Marks the section that stands at the top of the window, and keeps its node in sight. */
function followReading(view: MapView, signal: AbortSignal) {
  const headings = listHeadings();
  const update = () => {
    const heading = findCurrent(headings) ?? (headings[0]?.checkVisibility() ? headings[0] : undefined);
    const node = heading && (findNode(view.state.data as MapNode, heading.id) as MapNode | undefined);
    if (node) view.setReading(node);
  };
  onScroll(update, signal);
  update();
}
