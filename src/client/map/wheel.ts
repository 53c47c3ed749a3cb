import type { D3ZoomEvent } from "d3";
import { zoomTransform } from "d3";
import type { MapView } from "./map-view.ts";
import { say } from "./say.ts";

type ZoomInput = D3ZoomEvent<SVGElement, unknown>["sourceEvent"] & {
  type: string;
  ctrlKey: boolean;
  metaKey: boolean;
  button: number;
  touches?: TouchList;
  target: Element;
};

const HINT_KEPT = "map-wheel-hint";

/** Most that one turn of the wheel zooms, as a power of two: a third larger or smaller. */
const MOST_STEP = 0.4;
/** What a wheel's turn of one pixel, one line or one page zooms, as a power of two (d3-zoom's own). */
const STEP_OF_MODE = [0.002, 0.05, 1];

/**
 * Leaves the wheel and one finger to the page: the map zooms with Ctrl or Cmd, with a pinch, or
 * plainly once it has the focus or the whole screen.
 */
export function connectWheel(view: MapView, host: HTMLElement): void {
  const owned = () =>
    host.contains(document.activeElement) ||
    document.fullscreenElement === host ||
    host.dataset.embedded === undefined ||
    // Where the text made room for the map there is no page to scroll.
    (host.dataset.page === "" && document.querySelector(".prose")?.checkVisibility() === false);
  view.zoom.filter((event: ZoomInput) => {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey || owned();
    if (event.type === "touchstart") return (event.touches?.length ?? 0) > 1 || owned();
    if (event.type === "dblclick") return !event.target.closest(".node");
    return !event.button;
  });
  // A pinch on a touchpad comes as small turns of a wheel with Ctrl held, so those count ten times; a real
  // wheel with Ctrl held would leap with that.
  view.zoom.wheelDelta(({ deltaY, deltaMode, ctrlKey }: WheelEvent) => {
    const step = -deltaY * (STEP_OF_MODE[deltaMode] ?? 1) * (ctrlKey ? 10 : 1);
    return Math.max(-MOST_STEP, Math.min(MOST_STEP, step));
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

function pan(view: MapView, event: WheelEvent) {
  event.preventDefault();
  const { k } = zoomTransform(view.element);
  view.svg.call(view.zoom.translateBy, -event.deltaX / k, -event.deltaY / k);
}

function showHint(host: HTMLElement) {
  try {
    if (localStorage.getItem(HINT_KEPT)) return;
    localStorage.setItem(HINT_KEPT, "shown");
  } catch {
    // Without storage the hint may come again; that is the lesser harm.
  }
  const key = navigator.userAgent.includes("Macintosh") ? "⌘" : "Ctrl";
  say(host, `${key} + wheel zooms the map. Press beside its words, and the wheel alone does.`);
}
