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
  "%": "#37;",
  "*": "#42;",
  ":": "#58;",
  _: "#95;",
};

/** Signs that are always read as marks; those that are where they are doubled, or surround words; and an icon's name. */
const MARKS = /["#$&;`<>]|%(?=%)|([*_])(?=.*\1)|(?<=([*_]).*)\2|(?<=\bfa[a-z]?):/g;

/**
 * Most characters that Mermaid draws where nobody said otherwise. Only who calls it can: of what a file says of
 * `maxTextSize` (https://mermaid.js.org/config/schema-docs/config.html) it takes no notice.
 */
const MOST_CHARACTERS = 50_000;

/**
 * A map in Mermaid's language for mindmaps (https://mermaid.js.org/syntax/mindmap.html), as Markdown
 * on GitHub and elsewhere draws it. Its nodes have no links. Depth is a blank a level and nodes have no names, for
 * Mermaid draws no text that is too long; one that is all the same says so.
 */
export function toMermaid({ outline }: ExportMap, context: ExportContext): string {
  const about = [context.title, ...describeSource(context)];
  const lines: string[] = [];
  const write = (node: OutlineNode, level: number) => {
    const label = plainLabel(node).replace(MARKS, (sign) => ENTITIES[sign] as string) || " ";
    lines.push(`${" ".repeat(level)}["${label}"]`);
    for (const child of node.children) write(child, level + 1);
  };
  write(outline, 1);
  const map = `mindmap\n${lines.join("\n")}\n`;
  const comments = (told: readonly string[]) => told.map((line) => `%% ${line.replace(/\s+/g, " ")}\n`).join("");
  const whole = comments(about) + map;
  if (whole.length <= MOST_CHARACTERS) return whole;
  return (
    comments([...about, `Too long for Mermaid as it is set: draw it with a maxTextSize above ${MOST_CHARACTERS}.`]) +
    map
  );
}

/** Text that GitHub and others draw as a map; Mermaid knows no folds, so of a view it has what is open. */
export const mermaid: ExportFormat = {
  isOpen: true,
  extension: "mmd",
  label: "Mermaid",
  purpose: "For GitHub and GitLab, which draw up to 50 KB",
  mediaType: "text/vnd.mermaid",
  write: toMermaid,
};
