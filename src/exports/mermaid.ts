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
  "\\": "#92;",
};

/** Signs that may be read as marks. */
const SIGNS = /["#$&;`<>%*_:\\]/g;
/** Before these, Markdown, which Mermaid reads labels as, takes a backslash for its own. */
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ICON = /\bfa[a-z]?$/;

/**
 * Most characters that Mermaid draws where nobody said otherwise. Only who calls it can: of what a file says of
 * `maxTextSize` (https://mermaid.js.org/config/schema-docs/config.html) it takes no notice.
 */
const MOST_CHARACTERS = 50_000;

/** Whether Mermaid reads a sign as a mark where it stands: some always, others doubled, around words, or after an icon's name. */
function isMark(sign: string, at: number, text: string): boolean {
  if (sign === "%") return text[at + 1] === "%";
  if (sign === "\\") return PUNCTUATION.test(text[at + 1] ?? "");
  if (sign === "*" || sign === "_") return text.indexOf(sign) !== text.lastIndexOf(sign);
  return sign !== ":" || ICON.test(text.slice(0, at));
}

function escapeMarks(text: string): string {
  return text.replace(SIGNS, (sign, at: number) => (isMark(sign, at, text) ? (ENTITIES[sign] as string) : sign));
}

/**
 * A map in Mermaid's language for mindmaps (https://mermaid.js.org/syntax/mindmap.html), as Markdown
 * on GitHub and elsewhere draws it. Its nodes have no links. Depth is a blank a level and nodes have no names, for
 * Mermaid draws no text that is too long; one that is all the same says so.
 */
export function toMermaid({ outline }: ExportMap, context: ExportContext): string {
  const about = [context.title, ...describeSource(context)];
  const lines: string[] = [];
  const write = (node: OutlineNode, level: number) => {
    const label = escapeMarks(plainLabel(node)) || " ";
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
