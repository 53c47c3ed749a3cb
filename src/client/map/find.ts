import type { OutlineNode } from "../../outline/node.ts";
import { textOf } from "../../outline/walk.ts";
import { hasTerm, parseQuery } from "../../search/query.ts";
import { fold } from "../../search/words.ts";
import { type Standing, standAs, standingOf } from "./center.ts";
import { nearestShown, parentsOf, pathTo } from "./folding.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";

/** Finds words in the map as they are typed: hits are marked, their paths unfolded, the rest stands back. */
export class MapFind {
  readonly #view: MapView;
  /** What is found, and the place that site search opened, if it was found by that; "" while nothing is. */
  #query = "";
  #landing: string | undefined;
  #hits: MapNode[] = [];
  #at = -1;
  /** What was folded and is open for the hits below it: how it was folded, and what the node says of itself since. */
  #opened = new Map<MapNode, Pick<OutlineNode, "payload"> & Pick<OutlineNode["payload"], "fold">>();
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
    const isAgain = query === this.#query;
    this.#query = query;
    this.#landing = landing;
    const stepped = isAgain && !this.#shown ? this.#hits[this.#at] : undefined;
    this.#before ??= { current: this.#view.current, standing: standingOf(this.#view) };
    this.#hits = this.#search();
    this.#foldAgain();
    const parents = parentsOf(this.#view.root);
    for (const hit of this.#hits) this.#openWayTo(hit, parents);
    this.#standBack();
    const { current } = this.#view;
    await this.#view.renderData();
    // A step that was taken meanwhile is not undone.
    if (this.#view.current !== current) {
      this.#at = this.#indexOfCurrent();
      return;
    }
    // What was opened for a place that the reader was led to is to fit the window too, as it will when it is loaded anew.
    if (landing !== undefined && this.#view.isFitted) await this.#view.atOnce(() => this.#view.fit());
    // Found once more, among what was loaded meanwhile, it is where the reader went.
    this.#at = stepped ? this.#hits.indexOf(stepped) : -1;
    if (this.#at >= 0) return;
    this.#at = Math.max(this.#hits.findIndex(({ payload }) => payload.id === landing) - 1, -1);
    if (this.#hits.length) await this.#step(1);
    this.#shown = landing === undefined ? this.#view.current : undefined;
  }

  /** Goes to the next hit (1) or the previous (-1), round and round. */
  async go(by: 1 | -1): Promise<void> {
    this.#shown = undefined;
    await this.#step(by);
  }

  /** Counts the hits of the same query in what is shown by now: a branch alone, or the whole map again. */
  recount(): void {
    if (!this.#query) return;
    this.#hits = this.#search();
    this.#at = this.#indexOfCurrent();
    this.#standBack();
    this.#mark();
  }

  /** Lets the rest stand back where there are hits; all of it would say nothing. */
  #standBack(): void {
    this.#view.element.classList.toggle("finding", this.#hits.length > 0);
  }

  #indexOfCurrent(): number {
    return this.#view.current ? this.#hits.indexOf(this.#view.current) : -1;
  }

  #search(): MapNode[] {
    const nodes = [...everyNode(this.#view.root)];
    return this.#landing === undefined ? findTyped(nodes, this.#query) : findMarked(nodes, this.#query, this.#landing);
  }

  async #step(by: 1 | -1): Promise<void> {
    if (!this.#hits.length) return;
    this.#at = (Math.max(this.#at, by < 0 ? 0 : -1) + by + this.#hits.length) % this.#hits.length;
    const hit = this.#hits[this.#at] as MapNode;
    // Folded away since it was found.
    if (!this.#view.boxes.has(hit)) {
      this.#openWayTo(hit);
      await this.#view.renderData();
    }
    this.#mark();
    await this.#view.setCurrent(hit, "to the middle");
  }

  async #clear() {
    const view = this.#view;
    const { current } = view;
    const isKept = current !== undefined && current !== this.#shown && current !== this.#before?.current;
    this.#hits = [];
    this.#at = -1;
    this.#query = "";
    this.#standBack();
    this.#mark();
    const before = this.#before;
    this.#before = undefined;
    if (!before) return;
    this.#foldAgain();
    if (isKept) this.#openWayTo(current);
    this.#opened.clear();
    await view.renderData();
    if (isKept) {
      // What was opened for other hits is folded: where all of it was in sight, all of it is again.
      if (before.standing.isFitted && view.branch === before.standing.branch) await view.fit();
      await view.setCurrent(current);
    } else {
      // A branch that is alone by now may be without it.
      if (before.current) await view.setCurrent(nearestShown(view, before.current), "not");
      await standAs(view, before.standing);
    }
  }

  #openWayTo(hit: MapNode, parents = parentsOf(this.#view.root)) {
    for (const above of pathTo(this.#view.root, hit, parents).slice(0, -1)) {
      const { fold } = above.payload;
      if (!fold) continue;
      above.payload = { ...above.payload, fold: 0 };
      this.#opened.set(above, { fold: this.#opened.get(above)?.fold ?? fold, payload: above.payload });
    }
  }

  /** Folds what is open for hits only; what the reader folded or opened meanwhile stays so. */
  #foldAgain() {
    const { branch, whole } = this.#view;
    // So does what was put alone.
    for (const node of branch ? pathTo(whole, branch) : []) this.#opened.delete(node);
    for (const [node, { fold = 1, payload }] of this.#opened) {
      // Whatever folds or opens it gives it a new one.
      if (node.payload === payload) node.payload = { ...payload, fold };
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
