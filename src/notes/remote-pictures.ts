import type { Parents } from "hast";
import { isElsewhere } from "./check-pictures.ts";
import { SKIP, visitNodes } from "./visit.ts";

/**
 * Puts a link where there is a picture from elsewhere, which pages may not load and browsers show broken; one that
 * stands in a link is its words. The tree is changed in place.
 */
export function linkRemotePictures(tree: Parents): void {
  visitNodes(tree, (node, above) => {
    if (node.type !== "element" || node.tagName !== "img") return undefined;
    const { id, src, alt } = node.properties;
    if (!isElsewhere(String(src ?? ""))) return undefined;
    const isInLink = above.some((parent) => parent.type === "element" && parent.tagName === "a");
    node.tagName = isInLink ? "span" : "a";
    node.properties = { ...(id !== undefined && { id }), ...(!isInLink && { href: src }) };
    node.children = [{ type: "text", value: String(alt || "Picture") }];
    return SKIP;
  });
}
