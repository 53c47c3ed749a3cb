import type { Element, ElementContent } from "hast";
import { addNode, type Frame, scopeTo } from "./frame.ts";
import { escapeMarkup } from "./escape.ts";
import { writeLabel } from "./label.ts";
import type { NodePayload } from "./node.ts";

/** A figure is its caption, else its picture's text; what else is in it, such as code and tables, are nodes of their own. */
export function draftFigure(figure: Element, frame: Frame): void {
  const picture = findElement(figure, (node) => node.tagName === "img" || node.properties.role === "img");
  const caption = findElement(figure, (node) => node.tagName === "figcaption");
  const alternative = String(picture?.properties.alt ?? picture?.properties.ariaLabel ?? "");
  const label = caption ? writeLabel(caption.children) : { content: escapeMarkup(alternative), fold: 0 as const };
  if (!picture || !label.content) {
    frame.draftAll(figure.children, frame);
    return;
  }
  const node = addNode(frame, figure, label, imagePayload(picture));
  frame.draftAll(leaveOut(figure, [picture, caption]), scopeTo(node, frame));
}

/** What stands in an element beside some of the elements in it. */
function leaveOut({ children }: Element, left: readonly (Element | undefined)[]): ElementContent[] {
  return children
    .filter((child) => !left.includes(child as Element))
    .map((child) => (child.type === "element" ? { ...child, children: leaveOut(child, left) } : child));
}

/** A picture is its text; one that adds nothing to the words around it has an empty text and no node. */
export function draftImage(image: Element, frame: Frame): void {
  const { alt, src } = image.properties;
  if (alt === "") return;
  const name = String(
    alt ??
      String(src ?? "")
        .split("/")
        .at(-1) ??
      "",
  );
  addNode(frame, image, { content: escapeMarkup(name), fold: 0 }, imagePayload(image));
}

/** A picture in the outline itself; of any other address, programs that draw the map would fetch what it names. */
const EMBEDDED = /^data:image\/(?:png|jpeg);base64,/;

function imagePayload({ properties }: Element): Partial<NodePayload> {
  const { dataPicture, height, src, width } = properties;
  if (typeof src !== "string") return {};
  const size = Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : {};
  const data = EMBEDDED.test(String(dataPicture)) ? { data: String(dataPicture) } : {};
  return { image: { src, ...size, ...data } };
}

/** The first element below another that is wanted, in the order of the page. */
export function findElement(node: Element, wanted: (node: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = wanted(child) ? child : findElement(child, wanted);
    if (found) return found;
  }
  return undefined;
}
