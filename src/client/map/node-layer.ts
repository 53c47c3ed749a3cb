import { type Paint, drawFarNode, drawNode } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";
import type { Shape } from "../../mindmap/shape.ts";
import { createElement } from "./elements.ts";
import type { MapNode, MapViewOptions } from "./map-view.ts";
import { isReadable } from "./visible.ts";

interface Drawn {
  element: SVGElement;
  /** What was drawn, to tell whether it has to be drawn again. */
  version: string;
}

/** The nodes in the page: those that can be seen, each drawn anew only when it looks different. */
export class NodeLayer {
  readonly #drawn = new Map<MapNode, Drawn>();

  /**
   * @param layer what the nodes stand in
   * @param settings the map's: how it is to be drawn, and where its nodes lead
   * @param onDrawn told of each node after it was drawn
   */
  constructor(
    private readonly layer: SVGElement,
    private readonly settings: MapViewOptions,
    private readonly paint: Paint,
    private readonly onDrawn: (box: MapBox, element: SVGElement) => void,
  ) {}

  /** How many nodes are drawn. */
  get size(): number {
    return this.#drawn.size;
  }

  /** What a node is drawn as, while it is. */
  elementOf(node: MapNode): SVGElement | undefined {
    return this.#drawn.get(node)?.element;
  }

  /** The node that an element of the layer draws. */
  nodeOf(element: Element | null): MapNode | undefined {
    for (const [node, drawn] of this.#drawn) if (drawn.element === element) return node;
    return undefined;
  }

  /**
   * Draws these nodes and takes away all others.
   * @param scale pixels on the screen per pixel of the map
   * @param current the box that keeps its words, which the keyboard acts on, where they cannot be read too
   */
  draw(boxes: readonly MapBox[], scale: number, current?: MapBox): void {
    const keep = new Set(boxes.map(({ node }) => node));
    for (const [node, { element }] of this.#drawn) {
      if (keep.has(node)) continue;
      element.remove();
      this.#drawn.delete(node);
    }
    for (const box of boxes) this.#drawBox(box, box === current, isReadable(box, scale));
  }

  /** A node relative to its own corner, with its words and links or without. */
  #shapes(box: MapBox, withWords: boolean): Shape[] {
    const { map, linkTo } = this.settings;
    if (!withWords) return drawFarNode(box, this.paint);
    return drawNode(box, map, this.paint, ({ node }, href) => linkTo(node as MapNode, href));
  }

  #drawBox(box: MapBox, isCurrent: boolean, readable: boolean) {
    const node = box.node as MapNode;
    const { parent } = box;
    const withWords = readable || isCurrent;
    const version = `${readable} ${withWords} ${box.hidden} ${box.side} ${box.level} ${parent ? `${parent.x - box.x} ${parent.y - box.y}` : ""}`;
    let drawn = this.#drawn.get(node);
    if (!drawn) {
      drawn = { element: createElement({ name: "g", attributes: { class: "node" }, children: [] }), version: "" };
      this.#drawn.set(node, drawn);
      this.layer.append(drawn.element);
    }
    drawn.element.setAttribute("transform", `translate(${box.x} ${box.y})`);
    if (drawn.version === version) return;
    drawn.version = version;
    drawn.element.classList.toggle("far-node", !readable);
    drawn.element.replaceChildren(...this.#shapes(box, withWords).map(createElement));
    for (const link of drawn.element.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    this.onDrawn(box, drawn.element);
  }
}
