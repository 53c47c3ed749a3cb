import type { OutlineNode } from "../outline/node.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { markdownLabel } from "./label.ts";

/** A map as one Markdown heading and a list below it, in which depth is depth whatever the labels were. */
export function toMarkdown({ outline }: ExportMap, context: ExportContext): string {
  const lines = [`# ${markdownLabel(outline, context)}`, ""];
  const write = (nodes: readonly OutlineNode[], indent: string) => {
    // A number of its own belongs to an item only in a list whose items all have one.
    for (const node of nodes) {
      const { index } = node.payload;
      const bullet = index === undefined ? "-" : `${index}.`;
      lines.push(`${indent}${bullet} ${markdownLabel(node, context)}`);
      write(node.children, `${indent}${" ".repeat(bullet.length + 1)}`);
    }
  };
  write(outline.children, "");
  const source = [context.url && `From <${context.url}>`, context.licence?.name].filter(Boolean).join(", ");
  return `${lines.join("\n").trimEnd()}\n${source && `\n${source}.\n`}`;
}

export const markdown: ExportFormat = {
  isOpen: true,
  extension: "md",
  label: "Markdown",
  purpose: "Outline as a list, for any editor",
  mediaType: "text/markdown",
  write: toMarkdown,
};
