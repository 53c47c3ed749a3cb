import { checkPicture } from "../notes/check-pictures.ts";
import type { MarkupNode } from "../notes/markup.ts";
import { parseMarkdown } from "../notes/parse-markdown.ts";
import { inWords } from "../notes/paths.ts";
import type { Fault, Finding } from "../notes/problems.ts";

/**
 * Tells of a picture that cannot be read what the check of a site's notes does, and where it is shown.
 * @param markdown the note, its lines as its author has them
 */
export function tellUnreadable(address: string, markdown: string): Finding {
  const node = findShown(parseMarkdown(markdown), address);
  const { line, column = 1 } = node?.position?.start ?? { line: 1 };
  const name = inWords(address);
  const shown = node?.type === "image" ? `![${node.alt ?? ""}](${name})` : name;
  const picture = { url: address, shown, note: "", lookAt: () => "unreadable" as const, required: true };
  return { line, column, ...(checkPicture(picture) as Fault) };
}

/** The first picture, definition or piece of HTML that names an address, however it is encoded. */
function findShown(node: MarkupNode, address: string): MarkupNode | undefined {
  const { type, url, value, children = [] } = node;
  if (url !== undefined && type !== "link" && inWords(url) === inWords(address)) return node;
  if (type === "html" && String(value).includes(address)) return node;
  for (const child of children) {
    const found = findShown(child, address);
    if (found) return found;
  }
  return undefined;
}
