import type { OutlineNode } from "../outline/node.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { markdownLabel } from "./label.ts";

/** Numbers of lists have nine digits at most and begin no lower than nought (CommonMark 5.2). */
const LARGEST_NUMBER = 999_999_999;

/** A map as one Markdown heading and a list below it, in which depth is depth whatever the labels were. */
export function toMarkdown({ outline }: ExportMap, context: ExportContext): string {
  const lines = [`# ${markdownLabel(outline, context)}`, ""];
  const write = (nodes: readonly OutlineNode[], indent: string) => {
    let sign = ".";
    for (const [at, node] of nodes.entries()) {
      const { index } = node.payload;
      const last = nodes[at - 1]?.payload.index;
      // Numbers that do not follow the last are those of another list, which only another sign begins (CommonMark 5.3).
      if (index !== undefined && last !== undefined && index !== last + 1) sign = sign === "." ? ")" : ".";
      const isNumbered = index !== undefined && index >= 0 && index <= LARGEST_NUMBER;
      const bullet = isNumbered ? `${index}${sign}` : "-";
      // Without an empty line before it, a list that begins with another number than 1 is more of its parent's words.
      if (at === 0 && indent && isNumbered && index !== 1) lines.push("");
      // Below nothing at all, a list would be taken for the rule under a heading.
      lines.push(`${indent}${bullet} ${markdownLabel(node, context) || "&nbsp;"}`);
      write(node.children, `${indent}${" ".repeat(bullet.length + 1)}`);
    }
  };
  write(outline.children, "");
  const { url, author, licence } = context;
  const source = [url && `From <${url}>`, author && `by ${author}`, licence?.name].filter(Boolean).join(", ");
  return `${lines.join("\n").trimEnd()}\n${source && `\n${source}.\n`}`;
}

/** The outline as a list; Markdown knows no folds, so of a view it has what is open. */
export const markdown: ExportFormat = {
  isOpen: true,
  isCopied: true,
  extension: "md",
  label: "Markdown",
  purpose: "Outline as a list, for any editor",
  mediaType: "text/markdown",
  write: toMarkdown,
};
