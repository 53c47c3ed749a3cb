import type { OutlineNode } from "../../outline/node.ts";
import { textOf } from "../../outline/walk.ts";
import { hasTerm, parseQuery } from "../../search/query.ts";
import { fold } from "../../search/words.ts";
import { anchorOf } from "../anchor.ts";
import { type Standing, standAs, standingOf } from "./center.ts";
import { emit } from "./events.ts";
import { parentsOf, pathTo } from "./folding.ts";
import { focusMap } from "./list-view.ts";
import { loadBelow } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";
import { say } from "./say.ts";

/** Finds words in the map as they are typed: hits are marked, their paths unfolded, the rest stands back. */
export class MapFind {
  readonly #view: MapView;
  #hits: MapNode[] = [];
  #at = -1;
  /** What was folded and is open for the hits below it. */
  #opened = new Map<MapNode, OutlineNode["payload"]["fold"]>();
  /** How the map stood before the first query. */
  #before: { current: MapNode | undefined; standing: Standing } | undefined;
  /** The hit that was come to without being asked for. */
  #shown: MapNode | undefined;

  constructor(view: MapView) {
    this.#view = view;
    view.element.addEventListener("map:draw", () => this.#mark());
  }

  /** How many hits there are. */
  get count(): number {
    return this.#hits.length;
  }

  /** Which hit is current, counted from 1; 0 when there is none. */
  get position(): number {
    return this.#at + 1;
  }

  /**
   * Shows the hits of a query; an empty one brings back the map as it was, but for a hit the reader went to.
   * @param landing anchor of the place that site search opened, which is a hit and the first one shown
   */
  async find(query: string, landing?: string): Promise<void> {
    if (query.trim() === "") {
      await this.#clear();
      return;
    }
    const nodes = [...everyNode(this.#view.root)];
    this.#before ??= { current: this.#view.current, standing: standingOf(this.#view) };
    this.#hits = landing === undefined ? findTyped(nodes, query) : findMarked(nodes, query, landing);
    this.#foldAgain();
    const parents = parentsOf(this.#view.root);
    for (const hit of this.#hits) this.#openWayTo(hit, parents);
    this.#view.element.classList.toggle("finding", this.#hits.length > 0);
    const { current } = this.#view;
    await this.#view.renderData();
    // A step that was taken meanwhile is not undone.
    if (this.#view.current !== current) {
      this.#at = this.#view.current ? this.#hits.indexOf(this.#view.current) : -1;
      return;
    }
    this.#at = Math.max(this.#hits.findIndex(({ payload }) => payload.id === landing) - 1, -1);
    if (this.#hits.length) await this.#step(1);
    this.#shown = landing === undefined ? this.#view.current : undefined;
  }

  /** Goes to the next hit (1) or the previous (-1), round and round. */
  async go(by: 1 | -1): Promise<void> {
    this.#shown = undefined;
    await this.#step(by);
  }

  async #step(by: 1 | -1): Promise<void> {
    if (!this.#hits.length) return;
    this.#at = (this.#at + by + this.#hits.length) % this.#hits.length;
    this.#mark();
    await this.#view.setCurrent(this.#hits[this.#at] as MapNode, "to the middle");
  }

  async #clear() {
    const view = this.#view;
    const { current } = view;
    const isKept = current !== undefined && current !== this.#shown && current !== this.#before?.current;
    this.#hits = [];
    this.#at = -1;
    view.element.classList.remove("finding");
    this.#mark();
    const before = this.#before;
    this.#before = undefined;
    if (!before) return;
    this.#foldAgain();
    if (isKept) this.#openWayTo(current);
    this.#opened.clear();
    await view.renderData();
    if (isKept) await view.setCurrent(current);
    else {
      if (before.current) await view.setCurrent(before.current, "not");
      await standAs(view, before.standing);
    }
  }

  #openWayTo(hit: MapNode, parents = parentsOf(this.#view.root)) {
    for (const above of pathTo(this.#view.root, hit, parents).slice(0, -1)) {
      if (!above.payload.fold) continue;
      if (!this.#opened.has(above)) this.#opened.set(above, above.payload.fold);
      above.payload = { ...above.payload, fold: 0 };
    }
  }

  /** Folds what is open for hits only; what the reader folded or opened meanwhile stays so. */
  #foldAgain() {
    const { branch, whole } = this.#view;
    // So does what was put alone.
    for (const node of branch ? pathTo(whole, branch) : []) this.#opened.delete(node);
    for (const [node, fold = 1] of this.#opened) {
      if (!node.payload.fold) node.payload = { ...node.payload, fold };
    }
    this.#opened.clear();
  }

  #mark() {
    const { element } = this.#view;
    for (const marked of element.parentElement?.querySelectorAll(".hit") ?? []) marked.classList.remove("hit");
    const ids = new Set(this.#hits.map(({ payload }) => payload.id));
    for (const hit of this.#hits) this.#view.elementOf(hit)?.classList.add("hit");
    for (const item of element.parentElement?.querySelectorAll<HTMLElement>(".map-list li") ?? []) {
      item.classList.toggle("hit", ids.has(item.dataset.node ?? ""));
    }
  }
}

/** Nodes that hold every typed word, any part of it; where there are none, those that site search would find. */
function findTyped(nodes: readonly MapNode[], query: string): MapNode[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const hits = nodes.filter(({ content }) => {
    const text = fold(textOf(content));
    return words.every((word) => text.includes(word));
  });
  return hits.length > 0 ? hits : findMarked(nodes, query);
}

/** Nodes that answer a search as site search and the marks in the text do, and the one it landed on. */
function findMarked(nodes: readonly MapNode[], query: string, landing?: string): MapNode[] {
  const { terms } = parseQuery(query);
  return nodes.filter(
    ({ content, payload }) =>
      payload.id === landing || (terms.length > 0 && terms.every((term) => hasTerm(textOf(content), term))),
  );
}

/** Ties the find field of the map's bar to the map. */
export function connectFind(view: MapView, host: HTMLElement, signal: AbortSignal): void {
  const bar = host.querySelector<HTMLElement>(".map-find");
  const input = bar?.querySelector("input");
  const output = bar?.querySelector("output");
  if (!bar || !input || !output) return;
  const { run, go } = createFinder(new MapFind(view), view, host, { input, output });
  input.addEventListener("input", () => void run(input.value));
  input.addEventListener("keydown", (event) => {
    // Keys that choose among what an input method offers are its own.
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      input.value = "";
      void run("");
      focusMap(view);
    }
  });
  bar.querySelector('[data-find="next"]')?.addEventListener("click", () => void go(1));
  bar.querySelector('[data-find="previous"]')?.addEventListener("click", () => void go(-1));
  const takeOver = ({ detail }: GlobalEventHandlersEventMap["note:find"]) => {
    input.value = detail.query;
    void run(input.value);
  };
  document.addEventListener("note:find", takeOver, { signal });
  const marked = new URLSearchParams(location.search).get("mark");
  // Typed before there was a map to find it in.
  if (input.value) void run(input.value);
  // A result of the search was opened: the map shows what the text marks.
  else if (marked) {
    input.value = marked;
    void run(marked, anchorOf(location.hash));
  }
}

/** Runs what is typed into the field, steps through its hits, and says how many there are. */
function createFinder(
  find: MapFind,
  view: MapView,
  host: HTMLElement,
  { input, output }: { input: HTMLInputElement; output: HTMLOutputElement },
) {
  /** What is still being loaded for the latest query. */
  let awaited: Promise<void>[] = [];
  const tell = () => {
    const none = awaited.length ? "…" : view.branch ? "none here" : "none";
    output.value = input.value.trim() ? (find.count ? `${find.position} of ${find.count}` : none) : "";
  };
  const run = async (query: string, landing?: string) => {
    const waits: Promise<void>[] = [];
    awaited = waits;
    // What was said of the words before is no answer to these; empty, it would take the buttons with it.
    output.value = query.trim() && "…";
    emit(host, "map:find", {
      query,
      view,
      load: (node) => loadBelow(view, node),
      say: (sentence) => say(host, sentence),
      waitFor: (wait) => waits.push(wait),
    });
    await find.find(query, landing);
    // Typed on meanwhile, the reader is told of the newer words.
    if (awaited !== waits) return;
    tell();
    if (!waits.length) return;
    // What cannot be loaded holds no hits; the rest does.
    await Promise.allSettled(waits);
    // What was loaded for a query that has changed since shows with the next one.
    if (awaited !== waits) return;
    awaited = [];
    await find.find(query, landing);
    tell();
  };
  const go = async (by: 1 | -1) => {
    // Where nothing was found there is nothing to step through; what is on its way is not asked for again.
    if (find.count) await find.go(by);
    else if (!awaited.length) return run(input.value);
    tell();
  };
  return { run, go };
}
