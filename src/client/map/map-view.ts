import { type D3ZoomEvent, interpolate, zoomTransform } from "d3";
import type { INode } from "markmap-common";
import { Markmap } from "markmap-view";
import { type MapBox, type MapLayout, layoutMap } from "../../mindmap/layout.ts";
import type { OutlineNode } from "../../outline/node.ts";
import { SCALES, enlargedAt } from "./center.ts";
import { emit } from "./events.ts";
import { BranchExtents } from "./extents.ts";
import { MapLayers } from "./layers.ts";
import { type MapNode, type MapViewOptions, readViewOptions } from "./map-node.ts";
import { moveTo } from "./move-to.ts";
import { createMapNodes } from "./node-state.ts";
import { movePlaces, wantsStillness } from "./places.ts";
import { type Viewport, type WindowSize, isInView, paddingFor, readViewport } from "./viewport.ts";
import { scaleToFit, VIEW_PADDING } from "./viewport.ts";
import { isReadable } from "./visible.ts";
import { withoutStyle } from "./without-style.ts";

export type { MapNode, MapViewOptions };

/** Most nodes that move one by one when a branch folds; more would not keep pace. */
const MOST_MOVING = 400;

/** markmap's map with this site's drawing: of the static picture's own nodes, those that can be seen. */
export class MapView extends Markmap {
  readonly settings: MapViewOptions;
  /** The branch shown alone; undefined: the whole map. */
  branch: MapNode | undefined;
  layout: MapLayout = { boxes: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  /** The node the keyboard and the reader's last click are at. */
  current: MapNode | undefined;
  /** The node whose section stands at the top of the text. */
  reading: MapNode | undefined;
  /** What is on its way to the middle, or was to go there while the map was out of sight. */
  aim: MapNode | undefined;
  /** Whether the map was fitted to its window, but for what a panel takes of it, and the reader has not moved it since. */
  isFitted = false;
  /** Whether it was to be fitted while it was out of sight, which is made up for. */
  mustFit = false;
  /** Moves under way that leave it fitted: a second begins before the first is over, which it ends. */
  #fits = 0;

  readonly #layers: MapLayers;
  #boxes: ReadonlyMap<MapNode, MapBox> | undefined;
  #extents = new BranchExtents([]);
  #frame = 0;

  constructor(svg: SVGSVGElement, settings: MapViewOptions) {
    super(withoutStyle(svg), {
      ...readViewOptions(settings.map),
      embedGlobalCSS: false,
      // The drawing has its own colours; markmap asks for one a node all the same.
      color: () => "",
      pan: false,
    });
    this.settings = settings;
    this.#layers = new MapLayers(this.g.node() as SVGGElement, settings, (box, element) => {
      emit(this.element, "map:node", { box, element });
    });
    // Straight to where it goes: d3's own flight zooms out and in again on the way.
    this.zoom.scaleExtent(SCALES).interpolate(interpolate);
    this.handleZoom = (event: D3ZoomEvent<SVGElement, INode>) => {
      this.isFitted = this.#fits > 0 && !event.sourceEvent;
      this.g.attr("transform", event.transform.toString());
      this.#schedule();
      emit(this.element, "map:zoom");
    };
    this.zoom.on("zoom", this.handleZoom).on("end", () => this.#layers.hasNames && this.draw());
  }

  /** markmap's own styles are none of this drawing's, and pages may not take them. */
  override updateStyle(): void {}

  /** The root of the whole map, whatever branch of it is shown. */
  get whole(): MapNode {
    return this.state.data as MapNode;
  }

  /** The root of what is shown. */
  get root(): MapNode {
    return this.branch ?? this.whole;
  }

  /** The box of each node that is not folded away. */
  get boxes(): ReadonlyMap<MapNode, MapBox> {
    this.#boxes ??= new Map(this.layout.boxes.map((box) => [box.node as MapNode, box]));
    return this.#boxes;
  }

  get element(): SVGSVGElement {
    return this.svg.node() as SVGSVGElement;
  }

  /** The outline to show, which becomes the map's own; folds are those its author set, or the view's. */
  async show(root: OutlineNode): Promise<void> {
    this.state.data = createMapNodes(root, this.options.initialExpandLevel);
    await this.renderData();
  }

  override transition: Markmap["transition"] = (selection) =>
    selection.transition().duration(wantsStillness() ? 0 : this.options.duration);

  /** Lays out and draws; nodes that stay move to their new place, new ones grow from `origin`. */
  override async renderData(origin?: INode): Promise<void> {
    if (!this.state?.data) return;
    const { boxes: before } = this.layout;
    const moving = before.length && this.#layers.nodes.size < MOST_MOVING && this.options.duration > 0;
    if (!moving || wantsStillness()) {
      this.#layOut();
      return this.draw();
    }
    const places = new Map(before.map(({ node, x, y }) => [node as MapNode, [x, y] as const]));
    this.#layOut();
    const start = origin && places.get(origin as MapNode);
    const place = movePlaces(this.layout.boxes, (node) => places.get(node) ?? start);
    const step = (share: number) => {
      place(share);
      this.#extents = new BranchExtents(this.layout.boxes);
      this.draw();
    };
    step(0);
    await this.transition(this.g)
      .tween("places", () => step)
      .end()
      // A newer move takes over from this one.
      .catch(() => undefined);
  }

  #layOut() {
    this.layout = layoutMap(this.root, this.settings.map, this.settings.layoutName);
    this.#boxes = undefined;
    this.#extents = new BranchExtents(this.layout.boxes);
    const { x, y, width, height } = this.layout.bounds;
    this.state.rect = { x1: x, y1: y, x2: x + width, y2: y + height };
    emit(this.element, "map:render");
  }

  /** Draws what the window shows, or another part of the map. */
  draw(view: Viewport = readViewport(this.element)): void {
    const [root] = this.layout.boxes;
    if (!root) return;
    this.#layers.draw({ root, extents: this.#extents, view, current: this.current && this.boxes.get(this.current) });
    emit(this.element, "map:draw");
  }

  #schedule() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#layers.covers(readViewport(this.element))) this.draw();
    });
  }

  /** While the list stands in the map's place there is no window to move in. */
  get isShown(): boolean {
    return this.element.clientWidth > 0;
  }

  override async fit(): Promise<void> {
    this.mustFit = !this.isShown;
    this.isFitted ||= this.mustFit;
    if (this.mustFit) return;
    await this.stayFitted(() => super.fit(scaleToFit(this.element, this.layout.bounds, this.settings.map)));
  }

  /** Moves the map, which counts as fitted all the same. */
  async stayFitted(move: () => Promise<void>): Promise<void> {
    this.#fits++;
    await move().finally(() => this.#fits--);
  }

  /** Does something to the map without showing the way there. */
  async atOnce(action: () => Promise<void>): Promise<void> {
    this.options.duration = 0;
    await action().finally(() => {
      this.options.duration = readViewOptions(this.settings.map).duration;
    });
  }

  /** Brings a node into view, with room around it; the map stands still when all of it is there. */
  override async ensureVisible(...parameters: Parameters<Markmap["ensureVisible"]>): Promise<void> {
    if (this.isShown && !this.isInView(parameters[0] as MapNode)) await super.ensureVisible(...parameters);
  }

  /** Whether all of a node's label can be seen, or could be in a window of another size. */
  isInView(node: MapNode, size?: WindowSize): boolean {
    const box = this.boxes.get(node);
    return box !== undefined && isInView(box, readViewport(this.element, size));
  }

  /** Brings a node to the middle, large enough to be read, or as near to it as leaves no room empty that the map could fill. */
  override async centerNode(node: MapNode): Promise<void> {
    this.aim = node;
    if (!this.isShown) return;
    const box = this.boxes.get(node);
    const enlarged = box && enlargedAt(this, box);
    if (enlarged) await moveTo(this, enlarged);
    else await super.centerNode(node, box && paddingFor(box, this.layout.bounds, this.element, this.scale));
    if (this.aim === node) this.aim = undefined;
  }

  override findElement(node: INode) {
    const data = node as MapNode;
    const box = this.boxes.get(data);
    if (!box) return undefined;
    const { x, y, width, height } = box;
    data.state.rect = { x, y, width, height };
    const drawn = this.#layers.nodes.elementOf(data) ?? this.g.node();
    return { data, g: drawn as SVGGElement };
  }

  /** The drawn element of a node, while it can be seen. */
  elementOf(node: MapNode): SVGElement | undefined {
    return this.#layers.nodes.elementOf(node);
  }

  /** Pixels on the screen per pixel of the map. */
  get scale(): number {
    return zoomTransform(this.element).k;
  }

  /** The node that a drawn element belongs to. */
  nodeAt(target: Element): MapNode | undefined {
    return this.#layers.nodes.nodeOf(target.closest(".node"));
  }

  /** Makes a node the current one and brings it into view, or to the middle, unless the map is to stand still. */
  async setCurrent(node: MapNode, move: "into view" | "to the middle" | "not" = "into view"): Promise<void> {
    this.current = node;
    const box = this.boxes.get(node);
    // Far away, where it stands and what it says has to be drawn.
    if (box && !isReadable(box, this.scale)) this.draw();
    emit(this.element, "map:current", node);
    if (move === "to the middle") await this.centerNode(node);
    else if (move === "into view") await this.ensureVisible(node, VIEW_PADDING);
  }

  /** Marks the node whose section is being read, or the nearest shown above it; the map may have to keep still. */
  setReading(node: MapNode, keepsStill: boolean): void {
    if (this.reading === node) return;
    this.reading = node;
    emit(this.element, "map:reading", { keepsStill });
  }

  override destroy(): void {
    cancelAnimationFrame(this.#frame);
    super.destroy();
  }
}
