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
