import type { Element, Root } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { escapeMarkdown } from "./escape-markdown.ts";
import { parseHtml } from "./html.ts";
import { visitElements } from "./visit.ts";

/** The table of a component, which on its page has the component's name as its class: `PcrTable`, `pcr-table`. */
export function writeTable(name: string, html: string): string | undefined {
  const className = name.replace(/(?<=.)(?=\p{Lu})/gu, "-").toLowerCase();
  const table = findElement(parseHtml(html), ({ tagName, properties }) => {
    return tagName === "table" && [properties.className].flat().includes(className);
  });
  if (!table) return undefined;
  const rows: string[][] = [];
  visitElements(table, ({ tagName, children }) => {
    const cells = children.filter((child): child is Element => child.type === "element");
    if (tagName === "tr") rows.push(cells.map(wordsOf));
    return undefined;
  });
  const columns = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((row) => writeRow(Array.from({ length: columns }, (_, at) => row[at] ?? "")));
  return [lines[0], writeRow(Array.from({ length: columns }, () => "-")), ...lines.slice(1)].join("\n");
}

function wordsOf(cell: Element): string {
  return escapeMarkdown(hastToString(cell).replace(/\s+/g, " ").trim());
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function findElement(root: Root, isWanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visitElements(root, (element) => {
    if (isWanted(element)) found ??= element;
    return undefined;
  });
  return found;
}
