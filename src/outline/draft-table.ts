import type { Element } from "hast";
import { addItem, addNode, type Frame, mergeFirst, scopeTo } from "./frame.ts";
import { type Label, writeLabel } from "./label.ts";
import { splitItem } from "./split-item.ts";

/**
 * A table: each row a node named by its first cell that is not empty, the others below it with their column's name.
 * Of rows that share their first cell, each is a node below that cell's. A row that is nothing but the
 * heading of a row group (`<th scope="rowgroup">`) holds the rows after it. The head of a table that says nothing else is
 * its rows.
 */
export function draftTable(table: Element, frame: Frame): void {
  const caption = childrenOf(table).find(({ tagName }) => tagName === "caption");
  const below = caption ? scopeTo(addItem(frame, caption), frame) : frame;
  const { columns, sections } = readTable(table);
  let group = below;
  for (const rows of sections) {
    // What spans more rows than its section has ends with it.
    const reaching: Reaching = [];
    for (const row of rows) {
      const [heading, ...others] = childrenOf(row);
      if (heading?.properties.scope === "rowgroup" && others.length === 0) {
        group = scopeTo(addNode(below, row, writeLabel(heading.children)), below);
      } else draftRow(row, columns, group, reaching);
    }
  }
}

/** By column: a cell from a row above that spans this one too, how many more rows it does, and the node it named. */
type Reaching = ({ rows: number; frame?: Frame | undefined } | undefined)[];

function childrenOf(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === "element");
}

/** Names of a table's columns, and its rows by the sections they stand in, the foot last. */
function readTable(table: Element): { columns: string[]; sections: Element[][] } {
  const parts = childrenOf(table);
  // Parsers of HTML put every row into a section.
  const sectionsOf = (name: string) => parts.filter(({ tagName }) => tagName === name).map(childrenOf);
  const head = sectionsOf("thead");
  const sections = [...sectionsOf("tbody"), ...sectionsOf("tfoot")];
  if (sections.flat().flatMap(childrenOf).every(isEmpty)) return { columns: [], sections: head };
  return { columns: readColumns(head.flat()), sections };
}

/** Whether a cell holds neither words nor anything else. */
function isEmpty(cell: Element): boolean {
  return childrenOf(cell).length === 0 && !writeLabel(cell.children).content;
}

/** Name of each column: the lowest of the cells above it that has words, repeated where it spans several. */
function readColumns(rows: readonly Element[]): string[] {
  const columns: string[] = [];
  const reaching: Reaching = [];
  for (const row of rows) {
    for (const { cell, position } of placeCells(row, reaching)) {
      const { content } = writeLabel(cell.children);
      for (let at = position; content && at < position + widthOf(cell); at += 1) columns[at] = content;
    }
  }
  return columns;
}

/** How many columns a cell spans: HTML knows no more than 1,000. */
function widthOf({ properties }: Element): number {
  return Math.min(1000, Math.max(1, Number(properties.colSpan) || 1));
}

/** How many rows a cell spans; 0 stands for all that its section still has. */
function heightOf({ properties }: Element): number {
  const rows = Number(properties.rowSpan ?? 1);
  return rows === 0 ? Number.POSITIVE_INFINITY : rows || 1;
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
  const from = cells.findIndex(({ cell }) => !isEmpty(cell));
  const [first, ...others] = cells.slice(from);
  if (from < 0 || !first) return;
  // An empty cell before it names nothing, however many rows it spans.
  const isNamed = first.position === 0;
  if (above) {
    draftPart(row, cells, columns, above);
    return;
  }
  const node = addNode(frame, row, isNamed ? first.label : withColumn(first, columns));
  frame.draftAll(splitItem(first.cell).rest, scopeTo(node, frame));
  mergeFirst(node);
  const below = scopeTo(node, frame);
  const [second] = others;
  const spanning = isNamed ? reaching[0] : undefined;
  if (spanning) spanning.frame = below;
  if (spanning && second) draftPart(second.cell, others, columns, below);
  else draftCells(others, columns, below);
}

/** One of the rows that a first cell names together: the next cell is its own name. */
function draftPart(element: Element, cells: readonly Cell[], columns: readonly string[], frame: Frame): void {
  const [first, ...others] = cells;
  if (!first?.label.content) {
    draftCells(cells, columns, frame);
    return;
  }
  const node = addNode(frame, element, withColumn(first, columns));
  frame.draftAll(splitItem(first.cell).rest, scopeTo(node, frame));
  draftCells(others, columns, scopeTo(node, frame));
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
    const rows = heightOf(cell) - 1;
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
    frame.draftAll(rest, scopeTo(addNode(frame, each.cell, withColumn(each, columns)), frame));
  }
}

function withColumn({ label, position }: Cell, columns: readonly string[]): Label {
  const column = columns[position];
  const name = column && `<em>${column.replace(/<\/?em>/g, "")}</em>`;
  return { ...label, content: [name, label.content].filter(Boolean).join(": ") };
}
