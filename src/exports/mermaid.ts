import type { OutlineNode } from "../outline/node.ts";
import { describeSource, type ExportContext, type ExportFormat, type ExportMap } from "./format.ts";
import { plainLabel } from "./label.ts";

/** What ends a quoted label or begins one of Mermaid's own marks, by its entity. */
const ENTITIES: Record<string, string> = {
  '"': "#quot;",
  "#": "#35;",
  $: "#36;",
  "&": "#amp;",
  ";": "#59;",
  "`": "#96;",
  "<": "#lt;",
  ">": "#gt;",
};

/**
 * A map in Mermaid's language for mindmaps (https://mermaid.js.org/syntax/mindmap.html), as Markdown
 * on GitHub and elsewhere draws it. Its nodes have no links.
 */
export function toMermaid({ outline }: ExportMap, context: ExportContext): string {
  const about = [context.title, ...describeSource(context)].map((line) => `%% ${line.replace(/\s+/g, " ")}`);
  const lines = [...about, "mindmap"];
  let count = 0;
  const write = (node: OutlineNode, level: number) => {
    const label = plainLabel(node).replace(/["#$&;`<>]/g, (sign) => ENTITIES[sign] as string) || " ";
    lines.push(`${"  ".repeat(level)}n${count}["${label}"]`);
    count += 1;
    for (const child of node.children) write(child, level + 1);
  };
  write(outline, 1);
  return `${lines.join("\n")}\n`;
}

export const mermaid: ExportFormat = {
  isOpen: true,
  extension: "mmd",
  label: "Mermaid",
  purpose: "For GitHub and GitLab, which draw up to 50 KB",
  mediaType: "text/vnd.mermaid",
  write: toMermaid,
};
