import type { Element } from "hast";
import { addNode, draftAll, type Frame, scopeTo, splitItem } from "./draft.ts";
import { type Label, writeLabel } from "./label.ts";

/**
 * A table: each row a node named by its first cell, the other cells below it with their column's name.
 * A row that is nothing but the heading of a row group (`<th scope="rowgroup">`) holds the rows after it.
 */
export function draftTable(table: Element, frame: Frame): void {
  const caption = childrenOf(table).find(({ tagName }) => tagName === "caption");
  const below = caption ? scopeTo(addNode(frame, caption, writeLabel(caption.children)), frame) : frame;
  const { columns, rows } = readTable(table);
  let group = below;
  for (const row of rows) {
    const [heading, ...others] = childrenOf(row);
    if (heading?.properties.scope === "rowgroup" && others.length === 0) {
      group = scopeTo(addNode(below, row, writeLabel(heading.children)), below);
    } else draftRow(row, columns, group);
  }
}

function childrenOf(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === "element");
}

function readTable(table: Element): { columns: string[]; rows: Element[] } {
  const parts = childrenOf(table);
  const rowsOf = (name: string) =>
    parts.filter(({ tagName }) => tagName === name).flatMap((part) => childrenOf(part).filter(isRow));
  const head = rowsOf("thead");
  const rows = [...rowsOf("tbody"), ...parts.filter(isRow), ...rowsOf("tfoot")];
  return { columns: readColumns(head.at(-1)), rows };
}

function isRow({ tagName }: Element): boolean {
  return tagName === "tr";
}

/** Names of the columns, repeated where a cell spans several. */
function readColumns(row: Element | undefined): string[] {
  return (row ? childrenOf(row) : []).flatMap((cell) => {
    const { content } = writeLabel(cell.children);
    return Array.from({ length: Number(cell.properties.colSpan ?? 1) }, () => content);
  });
}

function draftRow(row: Element, columns: readonly string[], frame: Frame): void {
  const cells: { cell: Element; label: Label; column: string }[] = [];
  let position = 0;
  for (const cell of childrenOf(row)) {
    const { words } = splitItem(cell);
    cells.push({ cell, label: writeLabel(words), column: columns[position] ?? "" });
    position += Number(cell.properties.colSpan ?? 1);
  }
  const [first] = cells;
  if (!first || cells.every(({ label, cell }) => !label.content && childrenOf(cell).length === 0)) return;
  const node = addNode(frame, row, first.label);
  const below = scopeTo(node, frame);
  draftAll(splitItem(first.cell).rest, below);
  for (const { cell, label, column } of cells.slice(1)) {
    const { rest } = splitItem(cell);
    if (!label.content && rest.length === 0) continue;
    const name = column && `<em>${column.replace(/<\/?em>/g, "")}</em>`;
    const content = [name, label.content].filter(Boolean).join(name && label.content ? ": " : "");
    draftAll(rest, scopeTo(addNode(below, cell, { ...label, content }), below));
  }
}
