import type { MapBox } from "../../mindmap/layout.ts";
import { createPagePaint } from "../../mindmap/paint.ts";
import { shape } from "../../mindmap/shape.ts";
import { createElement } from "./elements.ts";
import { FarLayer } from "./far-layer.ts";
import type { MapViewOptions } from "./map-node.ts";
import { NodeLayer } from "./node-layer.ts";
import { type Viewport, isCovered } from "./viewport.ts";
import { type Scene, findVisible } from "./visible.ts";

/** All that is drawn of a map, one over the other: its nodes, and what stands for those too far away to be read. */
export class MapLayers {
  readonly nodes: NodeLayer;
  readonly #far: FarLayer;
  /** What was drawn last. */
  #drawn: Viewport | undefined;

  /**
   * @param group what the layers stand in
   * @param onDrawn told of each node after it was drawn
   */
  constructor(group: Element, settings: MapViewOptions, onDrawn: (box: MapBox, element: SVGElement) => void) {
    const paint = createPagePaint(settings.map);
    const [below, nodes, above] = [createLayer(), createLayer(), createLayer()];
    group.append(below, nodes, above);
    this.#far = new FarLayer(below, nodes, above, paint);
    this.nodes = new NodeLayer(nodes, settings, paint, onDrawn);
  }

  /** Draws what can be seen, and the node the reader is at, wherever it is. */
  draw(scene: Scene): void {
    const { view, current } = scene;
    this.#drawn = view;
    const visible = findVisible(scene);
    if (current && !visible.nodes.includes(current)) visible.nodes.push(current);
    this.nodes.draw(visible.nodes, view.scale, current);
    this.#far.draw(scene, visible.shapes);
  }

  /** Whether branches far away have names, which are in place for the window that they were drawn for alone. */
  get hasNames(): boolean {
    return this.#far.hasNames;
  }

  /** Whether what was drawn last still fills a window. */
  covers(view: Viewport): boolean {
    return isCovered(view, this.#drawn);
  }
}

function createLayer(): SVGElement {
  return createElement(shape("g", { role: "none" }));
}
