import type { Element, Root } from "hast";
import { elementsOf, visitElements } from "./visit.ts";

/**
 * Gives tables of HTML that have none their head: the first rows, where they hold headings alone. Authors leave it out,
 * and without it cells are not told by their column. The tree is changed in place.
 */
export function headTables(root: Root): void {
  visitElements(root, (table) => {
    if (table.tagName !== "table") return undefined;
    const at = table.children.findIndex((node) => node.type === "element" && /^t(?:head|body)$/.test(node.tagName));
    const body = table.children[at];
    if (body?.type !== "element" || body.tagName !== "tbody") return undefined;
    const rows = elementsOf(body);
    const count = rows.findIndex((row) => !isOfHeadings(row));
    const hasMore = elementsOf(table).filter(({ tagName }) => tagName === "tbody").length > 1;
    if (count > 0) {
      const head = rows.slice(0, count);
      body.children = body.children.slice(body.children.indexOf(rows[count] as Element));
      table.children.splice(at, 0, { type: "element", tagName: "thead", properties: {}, children: head });
    } else if (count < 0 && rows.length > 0 && hasMore) body.tagName = "thead";
    return undefined;
  });
}

/** Whether a row is of headings of columns; one alone is of all rows below it. */
function isOfHeadings(row: Element): boolean {
  const cells = elementsOf(row);
  return cells.length > 1 && cells.every(({ tagName, properties }) => tagName === "th" && !isOfRows(properties.scope));
}

function isOfRows(scope: unknown): boolean {
  return scope === "row" || scope === "rowgroup";
}
