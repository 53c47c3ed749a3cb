import type { Element, ElementContent, Root } from "hast";
import { visitElements } from "./visit.ts";

/** What begins a callout of Obsidian, and an alert of GitHub: its kind, and whether it is folded there. */
const KIND = /^\[!([\w-]+)\][+-]?[^\S\n]*/;

/**
 * Gives quotes that are callouts their title, which stands on their first line, else is the name of their kind:
 * `> [!warning] Title`. The tree is changed in place.
 */
export function titleCallouts(root: Root): void {
  visitElements(root, (quote) => {
    if (quote.tagName !== "blockquote") return undefined;
    const at = quote.children.findIndex(({ type }) => type === "element");
    const first = quote.children[at];
    if (first?.type === "element" && first.tagName === "p") quote.children.splice(at, 1, ...splitTitle(first));
    return undefined;
  });
}

function splitTitle(paragraph: Element): ElementContent[] {
  const [head, ...others] = paragraph.children;
  const [mark, kind = ""] = (head?.type === "text" && KIND.exec(head.value)) || [];
  if (head?.type !== "text" || mark === undefined) return [paragraph];
  const rest: ElementContent[] = [{ type: "text", value: head.value.slice(mark.length) }, ...others];
  const end = rest.findIndex((node) => (node.type === "text" && node.value.includes("\n")) || isBreak(node));
  const title = end < 0 ? rest : rest.slice(0, end);
  const text = end < 0 ? [] : rest.slice(end);
  const [cut] = text;
  if (cut?.type === "text") {
    const line = cut.value.indexOf("\n");
    title.push({ type: "text", value: cut.value.slice(0, line) });
    text.splice(0, 1, { type: "text", value: cut.value.slice(line + 1) });
  } else text.splice(0, 1);
  const isNamed = title.some((node) => node.type !== "text" || node.value.trim() !== "");
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  const words: ElementContent[] = isNamed ? title : [{ type: "text", value: name }];
  const element = (tagName: string, children: ElementContent[]): Element => {
    return { type: "element", tagName, properties: {}, children };
  };
  const isEmpty = text.every((node) => node.type === "text" && node.value.trim() === "");
  return [element("p", [element("strong", words)]), ...(isEmpty ? [] : [{ ...paragraph, children: text }])];
}

function isBreak(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "br";
}
