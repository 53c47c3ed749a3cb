import type { Element, ElementContent, Parents } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { isElsewhere } from "./check-pictures.ts";
import { SKIP, visitNodes } from "./visit.ts";

/**
 * Puts a link where there is a picture from elsewhere, which pages may not load and browsers show broken; one that
 * stands in a link is its words. The tree is changed in place.
 */
export function linkRemotePictures(tree: Parents): void {
  visitNodes(tree, (node, above) => {
    if (node.type !== "element" || !isRemotePicture(node)) return undefined;
    const { id, src, alt } = node.properties;
    const isInLink = above.some((parent) => parent.type === "element" && parent.tagName === "a");
    node.tagName = isInLink ? "span" : "a";
    node.properties = { ...(id !== undefined && { id }), ...(!isInLink && { href: src }) };
    node.children = [{ type: "text", value: String(alt || "Picture") }];
    return SKIP;
  });
}

/** Takes the logo and badges from elsewhere out of a title that has words besides. The element is changed in place. */
export function leaveOutBadges(title: Element): void {
  if (hastToString(title).trim() === "") return;
  const rest = withoutRemotePictures(title.children);
  // A line that only the logo stood in is none.
  const isWord = (node: ElementContent) => !isBreak(node);
  title.children = rest.slice(rest.findIndex(isWord), rest.findLastIndex(isWord) + 1);
}

function withoutRemotePictures(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element" || node.children.length === 0) {
      return node.type === "element" && isRemotePicture(node) ? [] : [node];
    }
    const children = withoutRemotePictures(node.children);
    return children.some((child) => !isBreak(child)) ? [{ ...node, children }] : [];
  });
}

function isRemotePicture({ tagName, properties }: Element): boolean {
  return tagName === "img" && isElsewhere(String(properties.src ?? ""));
}

function isBreak(node: ElementContent): boolean {
  return node.type === "element" ? node.tagName === "br" : node.type === "text" && node.value.trim() === "";
}
