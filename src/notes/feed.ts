import type { Element } from "hast";
import { parseHtml, serializeHtml } from "./html.ts";
import { visitElements } from "./visit.ts";

/**
 * A note's text for those who read it away from its page: what a page puts around it is left out, and
 * every address is whole.
 * @param html the text, furnished for its page
 * @param url where the page is
 */
export function writeForFeed(html: string, url: URL): string {
  const root = parseHtml(html);
  visitElements(root, ({ children, tagName, properties }, parent, at) => {
    if (tagName === "copy-code" || properties.dataPermalink !== undefined) {
      // The words of a heading stand within the link to it.
      parent.children.splice(at, 1, ...(tagName === "a" ? children : []));
      return at;
    }
    if ([properties.className].flat().includes("figure-drawing")) {
      // It is drawn in the colours of the page, which its readers have not: its words stand for it.
      const { ariaLabel = "" } = children.find((child): child is Element => child.type === "element")?.properties ?? {};
      parent.children.splice(at, 1, { type: "text", value: String(ariaLabel) });
      return at + 1;
    }
    for (const name of ["tabIndex", "aria-description"]) delete properties[name];
    completeAddresses(properties, url);
    return undefined;
  });
  return serializeHtml(root);
}

function completeAddresses(properties: Element["properties"], url: URL): void {
  for (const name of ["href", "src"]) {
    if (properties[name] !== undefined) properties[name] = complete(String(properties[name]), url);
  }
  if (properties.srcSet === undefined) return;
  const sizes = String(properties.srcSet).split(/,\s+/);
  properties.srcSet = sizes.map((size) => size.trim().replace(/^\S+/, (address) => complete(address, url))).join(", ");
}

/** An address as it is from anywhere; what is none stays as it is. */
export function complete(address: string, url: URL): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}
