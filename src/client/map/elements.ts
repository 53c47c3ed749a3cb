import type { Shape } from "../../mindmap/shape.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Makes the elements of a drawing; text goes in as text, so nothing in a note can become markup. */
export function createElement(part: Shape): SVGElement {
  const element = document.createElementNS(SVG, part.name);
  updateElement(element, part);
  return element;
}

/** Makes an element look like another drawing of the same kind. */
export function updateElement(element: SVGElement, part: Shape): void {
  for (const [name, value] of Object.entries(part.attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.replaceChildren(...part.children.map((child) => (typeof child === "string" ? child : createElement(child))));
}
