import { type D3ZoomEvent, select, zoomTransform } from "d3";
import type { INode, IPureNode } from "markmap-common";
import { type ID3SVGElement, Markmap } from "markmap-view";
import { type Paint, drawNode } from "../../mindmap/draw.ts";
import { type LayoutName, type MapBox, type MapLayout, layoutMap } from "../../mindmap/layout.ts";
import { createPagePaint } from "../../mindmap/paint.ts";
import { type MapOptions, THEMES } from "../../mindmap/theme.ts";
import type { OutlineNode } from "../../outline/node.ts";
import { createElement } from "./elements.ts";
import { type Extent, branchExtents } from "./extents.ts";
import { drawBranchShape } from "./branch-shape.ts";
import { type Visible, findVisible } from "./visible.ts";

/** markmap's node is our outline node with a place. */
export type MapNode = INode & OutlineNode;

interface Drawn {
  box: MapBox;
  element: SVGElement;
  /** What was drawn, to tell whether it has to be drawn again. */
  version: string;
}

export interface MapViewOptions {
  map: MapOptions;
  layoutName: LayoutName;
  /** Address of a node of the map, for its link. */
  linkTo(node: MapNode): string;
}

/** Largest number of nodes that move one by one when a branch folds; more would not keep pace. */
const MOST_MOVING = 400;
/** Room, in screen pixels, that a node keeps from the map's edge when it is brought into view. */
const VIEW_PADDING = { left: 24, right: 40, top: 24, bottom: 24 };
/** Share of the window drawn beyond each of its edges, so that a small pan draws nothing. */
const MARGIN = 0.5;

/**
 * The picture as markmap wants it, but for the `<style>` it would append: the policy of the page
 * forbids inline style, and the site's own sheet has the rules.
 */
function withoutStyle(svg: SVGSVGElement): ID3SVGElement {
  const selection = select(svg) as unknown as ID3SVGElement;
  const append = selection.append;
  selection.append = ((name: string) =>
    name === "style"
      ? select(document.createElementNS("http://www.w3.org/2000/svg", name))
      : append.call(selection, name)) as typeof append;
  return selection;
}

/**
 * markmap's interactive map with this site's drawing: zoom, pan, fit, folding and centring are
 * markmap's; what is drawn is the static picture's own nodes, and only those that can be seen.
 */
export class MapView extends Markmap {
  readonly settings: MapViewOptions;
  /** The branch shown alone; undefined: the whole map. */
  branch: MapNode | undefined;
  layout: MapLayout = { boxes: [], bounds: { x: 0, y: 0, width: 0, height: 0 } };
  readonly boxes = new Map<MapNode, MapBox>();
  /** The node the keyboard and the reader's last click are at. */
  current: MapNode | undefined;
  /** The node whose section stands at the top of the text. */
  reading: MapNode | undefined;

  readonly #paint: Paint;
  readonly #drawn = new Map<MapNode, Drawn>();
  readonly #shapes = new Map<MapNode, SVGElement>();
  #extents = new Map<MapBox, Extent>();
  #covered: (Extent & { scale: number }) | undefined;
  #frame = 0;
  /** Numbers given to nodes that came later, above those markmap gives. */
  #adopted = 1_000_000;

  constructor(svg: SVGSVGElement, settings: MapViewOptions) {
    super(withoutStyle(svg), {
      duration: 300,
      embedGlobalCSS: false,
      initialExpandLevel: settings.map.initialExpandLevel ?? -1,
      maxInitialScale: 1.25,
      pan: false,
    });
    this.settings = settings;
    this.#paint = createPagePaint(settings.map, THEMES.light.branches.length);
    this.zoom.scaleExtent([0.005, 4]);
    this.handleZoom = (event: D3ZoomEvent<SVGElement, INode>) => {
      this.g.attr("transform", event.transform.toString());
      this.#schedule();
      this.#emit("map:zoom");
    };
    this.zoom.on("zoom", this.handleZoom);
  }

  override updateStyle(): void {}

  get root(): MapNode {
    return (this.branch ?? this.state.data) as MapNode;
  }

  get element(): SVGSVGElement {
    return this.svg.node() as SVGSVGElement;
  }

  /** The outline to show; folds are those its author set, or the view's. */
  async show(root: OutlineNode): Promise<void> {
    await this.setData(root as IPureNode);
  }

  /** Hangs nodes below one that had none, as markmap prepares its own data. */
  async adopt(parent: MapNode, children: OutlineNode[]): Promise<void> {
    const open: { node: OutlineNode; above: MapNode }[] = children.map((node) => ({ node, above: parent }));
    for (let item = open.pop(); item; item = open.pop()) {
      const node = item.node as MapNode;
      const { depth, path } = item.above.state;
      const id = ++this.#adopted;
      node.state = {
        id,
        depth: depth + 1,
        key: String(id),
        path: `${path}.${id}`,
        rect: { x: 0, y: 0, width: 0, height: 0 },
        size: [0, 0],
      };
      open.push(...node.children.map((child) => ({ node: child, above: node })));
    }
    parent.children = children as MapNode[];
    await this.renderData(parent);
  }

  override transition: Markmap["transition"] = (selection) => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return selection.transition().duration(still ? 0 : this.options.duration);
  };

  /** Lays out and draws; nodes that stay move to their new place, new ones grow from `origin`. */
  override async renderData(origin?: INode): Promise<void> {
    if (!this.state?.data) return;
    const before = new Map([...this.boxes].map(([node, { x, y }]) => [node, [x, y] as const]));
    this.#layOut();
    this.#emit("map:render");
    const start = origin && before.get(origin as MapNode);
    const moving = before.size && this.#drawn.size < MOST_MOVING && this.options.duration > 0;
    if (!moving || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.draw();
      return;
    }
    const places = this.layout.boxes.map((box) => {
      const [fromX, fromY] = before.get(box.node as MapNode) ?? start ?? [box.x, box.y];
      return { box, fromX, fromY, toX: box.x, toY: box.y };
    });
    const place = (share: number) => {
      for (const { box, fromX, fromY, toX, toY } of places) {
        box.x = fromX + (toX - fromX) * share;
        box.y = fromY + (toY - fromY) * share;
      }
      this.#extents = branchExtents(this.layout.boxes);
      this.draw();
    };
    place(0);
    await this.transition(this.g)
      .tween("places", () => place)
      .end()
      // A newer move takes over from this one.
      .catch(() => undefined);
  }

  #layOut() {
    this.layout = layoutMap(this.root, this.settings.map, this.settings.layoutName);
    this.boxes.clear();
    for (const box of this.layout.boxes) {
      const node = box.node as MapNode;
      this.boxes.set(node, box);
      const { x, y, width, height } = box;
      node.state.rect = { x, y, width, height };
    }
    const { x, y, width, height } = this.layout.bounds;
    this.state.rect = { x1: x, y1: y, x2: x + width, y2: y + height };
    this.#extents = branchExtents(this.layout.boxes);
  }

  /** Draws what the window shows. */
  draw(): void {
    const [root] = this.layout.boxes;
    if (!root) return;
    const view = this.#window();
    this.#covered = view;
    const visible = findVisible(root, this.#extents, view, view.scale);
    this.#drawNodes(visible);
    this.#drawShapes(visible, view.scale);
    this.#emit("map:draw");
  }

  #drawNodes({ nodes }: Visible) {
    const keep = new Set(nodes.map(({ node }) => node));
    for (const [node, { element }] of this.#drawn) {
      if (keep.has(node)) continue;
      element.remove();
      this.#drawn.delete(node);
    }
    for (const box of nodes) this.#drawBox(box);
  }

  #drawBox(box: MapBox) {
    const node = box.node as MapNode;
    const { parent } = box;
    const version = `${box.hidden} ${box.side} ${box.level} ${parent ? `${parent.x - box.x} ${parent.y - box.y}` : ""}`;
    let drawn = this.#drawn.get(node);
    if (!drawn) {
      drawn = { box, element: createElement({ name: "g", attributes: { class: "node" }, children: [] }), version: "" };
      this.#drawn.set(node, drawn);
      (this.g.node() as SVGGElement).append(drawn.element);
    }
    drawn.box = box;
    drawn.element.setAttribute("transform", `translate(${box.x} ${box.y})`);
    if (drawn.version === version) return;
    drawn.version = version;
    const parts = drawNode(box, this.settings.map, this.#paint, (_, href) => href ?? this.settings.linkTo(node));
    drawn.element.replaceChildren(...parts.map(createElement));
    for (const link of drawn.element.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    this.#emit("map:node", { box, element: drawn.element });
  }

  #drawShapes({ shapes }: Visible, scale: number) {
    for (const element of this.#shapes.values()) element.remove();
    this.#shapes.clear();
    for (const box of shapes) {
      const element = createElement(drawBranchShape(box, this.#extents, this.#paint, scale));
      this.#shapes.set(box.node as MapNode, element);
      (this.g.node() as SVGGElement).prepend(element);
    }
  }

  /** The part of the map that is drawn, in map pixels: the window and a margin around it. */
  #window(): Extent & { scale: number } {
    const { clientWidth: width, clientHeight: height } = this.element;
    const { x, y, k } = zoomTransform(this.element);
    const [roomX, roomY] = [width * MARGIN, height * MARGIN];
    return {
      left: (-x - roomX) / k,
      top: (-y - roomY) / k,
      right: (width - x + roomX) / k,
      bottom: (height - y + roomY) / k,
      scale: k,
    };
  }

  #schedule() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#isCovered()) this.draw();
    });
  }

  #isCovered(): boolean {
    const covered = this.#covered;
    if (!covered) return false;
    const { left, top, right, bottom, scale } = this.#window();
    const [roomX, roomY] = [((right - left) * MARGIN) / (1 + 2 * MARGIN), ((bottom - top) * MARGIN) / (1 + 2 * MARGIN)];
    const inside =
      left + roomX >= covered.left && right - roomX <= covered.right && top + roomY >= covered.top && bottom - roomY <= covered.bottom;
    // Zooming out shows more, zooming in shows letters that were too small.
    return inside && scale >= covered.scale / 1.15 && scale <= covered.scale * 1.15;
  }

  override findElement(node: INode) {
    const data = node as MapNode;
    if (!this.boxes.has(data)) return undefined;
    const drawn = this.#drawn.get(data)?.element ?? this.g.node();
    return { data, g: drawn as SVGGElement };
  }

  /** The drawn element of a node, while it can be seen. */
  elementOf(node: MapNode): SVGElement | undefined {
    return this.#drawn.get(node)?.element;
  }

  /** Pixels on the screen per pixel of the map. */
  get scale(): number {
    return zoomTransform(this.element).k;
  }

  /** The node that a drawn element belongs to. */
  nodeAt(target: Element): MapNode | undefined {
    const element = target.closest(".node");
    for (const [node, drawn] of this.#drawn) if (drawn.element === element) return node;
    return undefined;
  }

  /** Makes a node the current one and brings it into view. */
  async setCurrent(node: MapNode, { center = false } = {}): Promise<void> {
    this.current = node;
    this.#emit("map:current", node);
    if (center) await this.centerNode(node);
    else await this.ensureVisible(node, VIEW_PADDING);
  }

  /** Follows a node's link, as a click on its label does. */
  open(node: MapNode): void {
    this.elementOf(node)?.querySelector<SVGAElement>("a")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }

  /** Says that the reader chose a node, to read or to do something with it. */
  select(node: MapNode): void {
    this.#emit("map:select", node);
  }

  /** Marks the node whose section is being read; the nearest shown one above it when it is folded away. */
  async setReading(node: MapNode): Promise<void> {
    if (this.reading === node) return;
    this.reading = node;
    this.#emit("map:reading", node);
  }

  #emit(name: string, detail?: unknown) {
    this.element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  override destroy(): void {
    cancelAnimationFrame(this.#frame);
    super.destroy();
  }
}
