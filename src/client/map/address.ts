import type { LayoutName } from "../../mindmap/layout.ts";
import { recallPlaces } from "../reading/places.ts";
import { type IsOpen, watchFolds } from "./fold-state.ts";
import { beginReadable } from "./first-view.ts";
import { recallLayout } from "./layout-choice.ts";
import type { MapView } from "./map-view.ts";
import { applyState, describeView, nameOfBranch, parseState } from "./view-state.ts";

/** Name of the query parameter that holds the view of the map. */
const PARAMETER = "map";
/** Links from a map's own page to its note. */
const BACK = ".map-back";
/** Links from a note to its map's own page, and back. */
const SAME_MAP = `.map-whole a, ${BACK}`;
/** How long, in milliseconds, the map must rest before the address follows it. */
const REST = 250;

/**
 * Keeps the view in the address, and brings back the view that an address names.
 * @param own the note's own layout, which an address does not name
 * @returns whether the address named a place in the map
 */
export async function connectAddress(
  view: MapView,
  host: HTMLElement,
  own: LayoutName,
  signal: AbortSignal,
): Promise<boolean> {
  const address = new ViewAddress(view, host, own);
  // Before the first: the reader may go back while it is still on its way.
  addEventListener("popstate", () => void address.restore(), { signal });
  const isPlaced = await address.restore();
  // Counted as the reader's own, so that addresses say the same wherever they are opened.
  if (address.known === null) await beginReadable(view);
  address.followView(signal);
  leadOn(view, () => (address.known === null ? undefined : address.describe()), signal);
  return isPlaced;
}

/** The address of the page as far as it names a view of the map, which follows the one and leads the other. */
class ViewAddress {
  /** The state that was last read from the address or written to it; null until then. */
  known: string | null = null;
  private timer = 0;
  /** Ways back under way: what they do is no act of the reader's, and the address has it already. */
  private restoring = 0;
  /** Whether to be alone with a branch, or no longer, is a step that is still to be entered. */
  private isStep = false;
  private readonly byAuthor: IsOpen;

  constructor(
    private readonly view: MapView,
    private readonly host: HTMLElement,
    private readonly own: LayoutName,
  ) {
    this.byAuthor = watchFolds(view);
  }

  /**
   * Brings back the view that the address names.
   * @returns whether it names a place in the map
   */
  async restore(): Promise<boolean> {
    const text = new URLSearchParams(location.search).get(PARAMETER);
    // Going to a place in the text is a step in the history too, with the view as it was.
    if (text === this.known) return false;
    this.known = text;
    const state = parseState(text ?? "");
    // An address that says nothing leaves the layout to the reader.
    if (text === null) state.layout = recallLayout(this.host, this.own);
    this.restoring++;
    clearTimeout(this.timer);
    try {
      await applyState(this.view, state, this.own, this.byAuthor, () => this.known === text);
      if (text === null) await beginReadable(this.view);
    } finally {
      this.restoring--;
    }
    return state.center !== undefined;
  }

  /** The view as an address names it. */
  describe(): string {
    return describeView(this.view, this.own, this.byAuthor, this.known);
  }

  /** Has the address name what the reader makes of the map; its own first drawing is over by now. */
  followView(signal: AbortSignal): void {
    const { element } = this.view;
    for (const type of ["map:render", "map:zoom"] as const) {
      element.addEventListener(type, () => this.follow(type), { signal });
    }
    element.addEventListener(
      "map:branch",
      ({ detail }) => {
        this.isStep = !detail.isEntered && nameOfBranch(this.view) !== parseState(this.known ?? "").branch;
        this.follow("map:branch");
      },
      { signal },
    );
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  private follow(type: string): void {
    if (this.restoring > 0) return;
    // A map that was only fitted to its window, as when it comes into sight, is as everybody finds it.
    if (type === "map:zoom" && this.known === null && this.view.isFitted) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), REST);
  }

  private write(): void {
    this.known = this.describe();
    enterAddress(this.known, this.isStep);
    this.isStep = false;
  }
}

/** Puts a view into the address. To be alone with a branch is a step that the browser's way back undoes. */
function enterAddress(state: string, isStep: boolean): void {
  const address = new URL(location.href);
  address.searchParams.set(PARAMETER, state);
  if (isStep) history.pushState(history.state, "", address);
  else history.replaceState(history.state, "", address);
}

/** Has the links to the other page of the same map lead to the view that the reader has, if it is one of their own. */
function leadOn(view: MapView, describe: () => string | undefined, signal: AbortSignal): void {
  const lead = ({ currentTarget }: Event) => {
    const link = currentTarget as HTMLAnchorElement;
    const state = describe();
    if (state !== undefined) showIn(link, state);
    if (link.matches(BACK)) link.hash = placeInText(view, link.pathname);
  };
  for (const link of document.querySelectorAll(SAME_MAP)) {
    // Before it is followed, in whatever window.
    for (const type of ["pointerdown", "click"]) link.addEventListener(type, lead, { signal });
  }
}

/** Anchor at which the text goes on: of where the reader is in the map, else where they stopped reading. */
function placeInText({ current, whole }: MapView, path: string): string {
  if (current) return current === whole ? "" : current.payload.id;
  return recallPlaces().find((place) => place.path === path)?.anchor ?? "";
}

/** Gives the address of a page the view that its map is to have. */
function showIn(link: HTMLAnchorElement, state: string): void {
  const address = new URL(link.href);
  address.searchParams.set(PARAMETER, state);
  link.href = address.href;
}
