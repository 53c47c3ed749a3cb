/** A node of a note's syntax tree, as far as it matters here. */
export interface MarkupNode {
  type: string;
  name?: string | null | undefined;
  url?: string | undefined;
  alt?: string | null | undefined;
  lang?: string | null | undefined;
  /** Level of a heading. */
  depth?: number | undefined;
  identifier?: string | undefined;
  /** An identifier as it is written. */
  label?: string | null | undefined;
  value?: unknown;
  attributes?: readonly { type: string; name?: string; value?: unknown }[] | undefined;
  children?: readonly MarkupNode[] | undefined;
  position?: { start: MarkupPoint; end?: MarkupPoint } | undefined;
}

/** A place in a note's text. */
interface MarkupPoint {
  line: number;
  column: number;
  /** Characters before it. */
  offset?: number | undefined;
}

/** Where a node begins; the beginning of the note for one whose place is not known. */
export function startOf({ position }: Pick<MarkupNode, "position">): MarkupPoint {
  return position?.start ?? { line: 1, column: 1 };
}

/** What a node was read from, and where that begins; undefined for one whose place is not known. */
export function writtenOf({ position }: MarkupNode, source: string): { text: string; start: MarkupPoint } | undefined {
  if (position?.start.offset === undefined) return undefined;
  return { text: source.slice(position.start.offset, position.end?.offset), start: position.start };
}
