import type { Element } from "hast";
import { addNode, draftAll, type Frame, scopeTo, splitItem } from "./draft.ts";
import { type Label, writeLabel } from "./label.ts";

/**
 * A table: each row a node named by its first cell, the other cells below it with their column's name.
 * Of rows that share their first cell, each is a node below that cell's. A row that is nothing but the
 * heading of a row group (`<th scope="rowgroup">`) holds the rows after it.
 */
export function draftTable(table: Element, frame: Frame): void {
  const caption = childrenOf(table).find(({ tagName }) => tagName === "caption");
  const below = caption ? scopeTo(addNode(frame, caption, writeLabel(caption.children)), frame) : frame;
  const { columns, rows } = readTable(table);
  let group = below;
  const reaching: Reaching = [];
  for (const row of rows) {
    const [heading, ...others] = childrenOf(row);
    if (heading?.properties.scope === "rowgroup" && others.length === 0) {
      group = scopeTo(addNode(below, row, writeLabel(heading.children)), below);
    } else draftRow(row, columns, group, reaching);
  }
}

/** By column: a cell from a row above that spans this one too, how many more rows it does, and the node it named. */
type Reaching = ({ rows: number; frame?: Frame | undefined } | undefined)[];

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
    return Array.from({ length: widthOf(cell) }, () => content);
  });
}

/** How many columns a cell spans: HTML knows no more than 1,000. */
function widthOf({ properties }: Element): number {
  return Math.min(1000, Math.max(1, Number(properties.colSpan ?? 1)));
}

interface Cell {
  cell: Element;
  label: Label;
  /** Place of its first column. */
  position: number;
}

function draftRow(row: Element, columns: readonly string[], frame: Frame, reaching: Reaching): void {
  const above = reaching[0]?.frame;
  const cells = placeCells(row, reaching);
  const [first, ...others] = cells;
  if (!first || cells.every(({ label, cell }) => !label.content && childrenOf(cell).length === 0)) return;
  if (above) {
    draftPart(row, cells, columns, above);
    return;
  }
  const below = scopeTo(addNode(frame, row, first.label), frame);
  draftAll(splitItem(first.cell).rest, below);
  const [second] = others;
  if (reaching[0] && second) {
    reaching[0].frame = below;
    draftPart(second.cell, others, columns, below);
  } else draftCells(others, columns, below);
}

/** One of the rows that a first cell names together: the next cell is its own name. */
function draftPart(element: Element, cells: readonly Cell[], columns: readonly string[], frame: Frame): void {
  const [first, ...others] = cells;
  if (!first?.label.content) {
    draftCells(cells, columns, frame);
    return;
  }
  const below = scopeTo(addNode(frame, element, withColumn(first, columns)), frame);
  draftAll(splitItem(first.cell).rest, below);
  draftCells(others, columns, below);
}

/** The cells of a row by their columns, those left out that cells from rows above reach into. */
function placeCells(row: Element, reaching: Reaching): Cell[] {
  const cells: Cell[] = [];
  const open = childrenOf(row);
  for (let position = 0; open.length > 0 || position < reaching.length; position += 1) {
    const reached = reaching[position];
    if (reached) {
      reached.rows -= 1;
      if (reached.rows === 0) reaching[position] = undefined;
      continue;
    }
    const cell = open.shift();
    if (!cell) continue;
    cells.push({ cell, label: writeLabel(splitItem(cell).words), position });
    const rows = Number(cell.properties.rowSpan ?? 1) - 1;
    const width = widthOf(cell);
    for (let at = position; at < position + width; at += 1) reaching[at] = rows > 0 ? { rows } : undefined;
    position += width - 1;
  }
  return cells;
}

function draftCells(cells: readonly Cell[], columns: readonly string[], frame: Frame): void {
  for (const each of cells) {
    const { rest } = splitItem(each.cell);
    if (!each.label.content && rest.length === 0) continue;
    draftAll(rest, scopeTo(addNode(frame, each.cell, withColumn(each, columns)), frame));
  }
}

function withColumn({ label, position }: Cell, columns: readonly string[]): Label {
  const column = columns[position];
  const name = column && `<em>${column.replace(/<\/?em>/g, "")}</em>`;
  return { ...label, content: [name, label.content].filter(Boolean).join(name && label.content ? ": " : "") };
}
