import type { Element, ElementContent, Parents, Root } from "hast";
import { slugOf } from "./ids.ts";
import { visitElements } from "./visit.ts";

/** The name that Obsidian gives a block at its end, `Words. ^name`; a sign alone, or digits, may be a power. */
const NAME = /(?:^|\s+)\^(?=[\d-]*[a-z])([a-z\d-]{2,})\s*$/i;

/**
 * Gives blocks the anchors that their names are for, `[[note#^name]]`, and takes the names out of their words. A name on
 * a line of its own is that of the block above it. The tree is changed in place.
 */
export function nameBlocks(root: Root): void {
  visitElements(root, (node, parent, at) => {
    if (node.tagName !== "p" && node.tagName !== "li") return undefined;
    const name = takeName(node);
    if (name === undefined) return undefined;
    const above = parent.children.slice(0, at).findLast((child) => child.type === "element");
    const isEmpty =
      node.tagName === "p" && node.children.every((child) => child.type === "text" && !child.value.trim());
    const named = isEmpty ? above : isFirstOfItem(parent, above) ? parent : node;
    if (named?.type === "element") named.properties.id ??= name;
    if (!isEmpty) return undefined;
    parent.children.splice(at, 1);
    return at;
  });
}

function isFirstOfItem(parent: Parents, above: unknown): parent is Element {
  return parent.type === "element" && parent.tagName === "li" && above === undefined;
}

/** Takes the name out of a block's own words, which end where a list below them begins. */
function takeName({ children }: Element): string | undefined {
  const end = children.findIndex((child) => child.type === "element" && /^[uo]l$/.test(child.tagName));
  const last = children.slice(0, end < 0 ? undefined : end).at(-1);
  const name = isText(last) ? NAME.exec(last.value)?.[1] : undefined;
  if (name === undefined || !isText(last)) return undefined;
  last.value = withoutBlockName(last.value);
  return slugOf(name);
}

/** The words of a block without the name that its author gave it. */
export function withoutBlockName(words: string): string {
  return words.replace(NAME, "");
}

function isText(node: ElementContent | undefined) {
  return node?.type === "text";
}
