import { nameIn } from "./heading-names.ts";
import { type MarkupNode, startOf } from "./markup.ts";
import type { Finding } from "./problems.ts";

/** Tells of anchors that an author gave to several headings of a note: only the first of these can have it. */
export function checkHeadingNames(nodes: readonly MarkupNode[]): Finding[] {
  const seen = new Set<string>();
  return nodes.flatMap((node): Finding[] => {
    const last = node.type === "heading" ? node.children?.at(-1) : undefined;
    const name = last?.type === "text" ? nameIn(String(last.value)) : undefined;
    if (name === undefined) return [];
    const isFirst = !seen.has(name);
    seen.add(name);
    if (isFirst) return [];
    const { line, column } = startOf(node);
    const expected = "an anchor that no heading above has";
    return [{ line, column, found: `{#${name}} again`, expected, mend: "give it another", isHarmless: true }];
  });
}
