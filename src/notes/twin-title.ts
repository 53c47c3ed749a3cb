import { withoutComments } from "./check-tags.ts";
import { withoutName } from "./heading-names.ts";
import { linkKey } from "./link-key.ts";
import type { MarkupNode } from "./markup.ts";

/**
 * The text's own title, which its page has for its own as well and takes out of the text (`takeTitle`): a leading heading
 * of level 1, and one behind a line of links or badges, or one of several, that says what the note is called.
 */
export function findTitle(root: MarkupNode, title: string): MarkupNode | undefined {
  const blocks = (root.children ?? []).filter(isShown);
  const first = blocks.find(({ type }) => type === "heading");
  if (first?.depth !== 1) return undefined;
  const isOnly = countTitles(root) === 1;
  return (isOnly && blocks[0] === first) || isCalled(first, title) ? first : undefined;
}

/** Whether a page shows something of a block: of imports and comments it does not. */
function isShown({ type, value }: MarkupNode): boolean {
  return type !== "mdxjsEsm" && !(type === "html" && withoutComments(String(value)).trim() === "");
}

function countTitles({ type, depth, children = [] }: MarkupNode): number {
  return children.reduce((sum, child) => sum + countTitles(child), type === "heading" && depth === 1 ? 1 : 0);
}

function isCalled(heading: MarkupNode, title: string): boolean {
  const words = withoutName(textOf(heading)).replace(/\s+/g, " ").trim();
  return linkKey(words) === linkKey(title);
}

/** Words beside pictures, which are badges mostly. */
function textOf({ value, children }: MarkupNode): string {
  return children ? children.map(textOf).join("") : String(value ?? "");
}
