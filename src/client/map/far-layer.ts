import type { Paint } from "../../mindmap/draw.ts";
import type { MapBox } from "../../mindmap/layout.ts";
import { drawBranchShapes } from "./branch-shape.ts";
import { createElement, updateElement } from "./elements.ts";
import type { BranchExtents } from "./extents.ts";
import { drawFarLabel, placeFarLabels } from "./far-labels.ts";
import type { FarLabel } from "./far-room.ts";
import { withoutMargin } from "./viewport.ts";
import { type Scene, isReadable } from "./visible.ts";

/** What stands in the page for branches too far away to be read: their shapes, and labels that can be. */
export class FarLayer {
  readonly #below: SVGElement;
  readonly #nodes: SVGElement;
  readonly #above: SVGElement;
  readonly #paint: Paint;
  /** By the node they name: a label that is pressed stays the same until it is let go, wherever it moves. */
  #labels = new Map<MapBox["node"], SVGElement>();

  /**
   * @param below what the shapes stand in
   * @param nodes what the nodes between stand in
   * @param above what the labels stand in
   */
  constructor(below: SVGElement, nodes: SVGElement, above: SVGElement, paint: Paint) {
    this.#below = below;
    this.#nodes = nodes;
    this.#above = above;
    this.#paint = paint;
  }

  /**
   * Draws what there is to see; the node the reader is at keeps a label.
   * @param shapes the branches that are drawn as shapes
   */
  draw({ root, extents, view, current }: Scene, shapes: readonly MapBox[]): void {
    this.#below.replaceChildren(...drawBranchShapes(shapes, extents, this.#paint, view.scale).map(createElement));
    // The root's would lie on its branches, and is the map's own title.
    const own = current?.parent && !isReadable(current, view.scale) ? current : undefined;
    const labels = placeFarLabels(root, extents, withoutMargin(view), own);
    // Two words in one place can be read neither.
    this.#nodes.classList.toggle("covered", labels.some(isOver(extents)));
    this.#drawLabels(labels, current);
  }

  /** Whether there are labels. */
  get hasNames(): boolean {
    return this.#labels.size > 0;
  }

  #drawLabels(labels: readonly FarLabel[], current?: MapBox) {
    const before = this.#labels;
    this.#labels = new Map();
    for (const label of labels) {
      const { node } = label.box;
      const drawn = drawFarLabel(label, this.#paint, label.box === current);
      let element = before.get(node);
      if (element) {
        updateElement(element, drawn);
        before.delete(node);
      } else {
        element = createElement(drawn);
        this.#above.append(element);
      }
      this.#labels.set(node, element);
    }
    for (const element of before.values()) element.remove();
  }
}

/** Whether a label stands on the branch it names, for want of room beside it. */
function isOver(extents: BranchExtents) {
  return ({ box, side, x, isOwn }: FarLabel): boolean => {
    if (isOwn) return false;
    const { left, right } = extents.coverOf(box);
    return side > 0 ? x < right : x > left;
  };
}
