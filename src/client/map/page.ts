import { findNode } from "../../outline/walk.ts";
import { unfoldPathTo } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** Ties the map to the text beside it: what is read is marked, what is clicked is scrolled to. */
export function connectPage(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const ownPage = host.dataset.page === "";
  const reveal = async (anchor: string) => {
    const node = findNode(view.state.data as MapNode, anchor) as MapNode | undefined;
    if (!node) return;
    await unfoldPathTo(view, node);
    await view.setCurrent(node, { center: true });
  };
  const revealHash = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (anchor) void reveal(anchor);
  };
  addEventListener("hashchange", revealHash, { signal });
  revealHash();
  view.element.addEventListener("click", (event) => {
    const node = view.nodeAt(event.target as Element);
    if (node) void view.setCurrent(node);
  });
  if (ownPage) followReading(view, signal);
}

/** Marks the section that stands at the top of the window, and keeps its node in sight. */
function followReading(view: MapView, signal: AbortSignal) {
  const headings = [...document.querySelectorAll<HTMLElement>(".prose :is(h1, h2, h3, h4)[id]")];
  let frame = 0;
  const update = () => {
    frame = 0;
    const line = innerHeight * 0.3;
    const heading = headings.findLast((candidate) => candidate.getBoundingClientRect().top < line) ?? headings[0];
    const node = heading && (findNode(view.state.data as MapNode, heading.id) as MapNode | undefined);
    if (node) void view.setReading(node);
  };
  addEventListener(
    "scroll",
    () => {
      frame ||= requestAnimationFrame(update);
    },
    { passive: true, signal },
  );
  update();
}
