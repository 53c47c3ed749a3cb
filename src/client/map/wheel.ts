import type { D3ZoomEvent } from "d3";
import { zoomTransform } from "d3";
import { keep, recall } from "../reading/keep.ts";
import type { MapView } from "./map-view.ts";
import { say } from "./say.ts";

type ZoomInput = D3ZoomEvent<SVGElement, unknown>["sourceEvent"] & {
  type: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  button: number;
  touches?: TouchList;
  target: Element;
  timeStamp: number;
};

/** What does something of its own when it is pressed. */
const OWN = ".node, .far-label";
/** How long after a press began a second one may end that is one with it, in milliseconds: systems have half a second between them. */
const DOUBLE = 700;
const HINT_KEPT = "map-wheel-hint";

/** How much a turn of the wheel by one pixel zooms, as a power of two (d3-zoom's own). */
const STEP = 0.002;
/** Pixels, of a turn that is told in pixels, in lines or in pages. */
const PIXELS = [1, 33, 800];
/** A pinch comes as turns of so few pixels. */
const PINCH = 10;

/**
 * Whether wheel and one finger are the map's: where it has the focus or the whole screen, and where there is no page
 * to scroll.
 */
function isOwned(host: HTMLElement): boolean {
  const hasFocus = host.contains(document.activeElement);
  if (document.fullscreenElement === host) return true;
  // In a frame there is always one, around it; who has gone there leaves the focus within behind.
  if (window.top !== window) return hasFocus && document.hasFocus();
  return (
    hasFocus ||
    host.dataset.embedded === undefined ||
    // The text made room for the map.
    (host.dataset.page === "" && document.querySelector(".prose")?.checkVisibility() === false)
  );
}

/** Leaves the wheel and one finger to the page: the map zooms with Ctrl or Cmd, with a pinch, or plainly where it owns them. */
export function connectWheel(view: MapView, host: HTMLElement): void {
  const owned = () => isOwned(host);
  let pressedAt = Number.NEGATIVE_INFINITY;
  view.element.addEventListener("pointerdown", ({ target, timeStamp }) => {
    if ((target as Element).closest(OWN)) pressedAt = timeStamp;
  });
  view.zoom.filter((event: ZoomInput) => {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey || (!event.shiftKey && owned());
    if (event.type === "touchstart") return (event.touches?.length ?? 0) > 1 || owned();
    // The second of two presses, with a mouse or a finger, after whose first the node may have moved away from under it.
    if (event.type === "dblclick" || event.type === "touchend")
      return !event.target.closest(OWN) && event.timeStamp - pressedAt > DOUBLE;
    // A Mac opens its menu on Ctrl and a press, whose end the map is not told.
    return !event.button && !event.ctrlKey;
  });
  // A pinch on a touchpad comes as small turns of a wheel with Ctrl held, which count ten times. All of a real
  // wheel's turn would leap with that.
  view.zoom.wheelDelta(({ deltaY, deltaMode, ctrlKey }: WheelEvent) => {
    const pixels = Math.abs(deltaY) * (PIXELS[deltaMode] ?? 1);
    return -Math.sign(deltaY) * STEP * (pixels + (ctrlKey ? Math.min(pixels, PINCH) * 9 : 0));
  });
  // The listeners of a zoom are set with it; setting it again takes the new filter to them.
  view.svg.call(view.zoom);
  view.element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      if (!owned()) showHint(host);
      else if (event.shiftKey) pan(view, event);
    },
    { passive: false },
  );
}

/** Moves the map sideways; some browsers have turned the wheel already when Shift is held, others leave that to the page. */
function pan(view: MapView, event: WheelEvent) {
  event.preventDefault();
  const { k } = zoomTransform(view.element);
  const { deltaX, deltaY } = event;
  view.svg.call(view.zoom.translateBy, -(deltaX || deltaY) / k, deltaX ? -deltaY / k : 0);
}

function showHint(host: HTMLElement) {
  if (recall(HINT_KEPT)) return;
  keep(HINT_KEPT, "shown");
  const key = navigator.userAgent.includes("Macintosh") ? "⌘" : "Ctrl";
  say(host, `${key} + wheel zooms the map. Click an empty spot in it, and the wheel alone does.`);
}
