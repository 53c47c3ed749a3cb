import { startOf } from "./markup.ts";
import { namesOf } from "./mdx-names.ts";
import { findNearest } from "./nearest.ts";
import type { Finding } from "./problems.ts";

/** The parts of an MDX compiler that a check needs; both throw `line:column: message` where MDX is broken. */
export interface MdxCompiler {
  compile(source: string): unknown;
  parse(source: string): MdxNode;
  /** Names of the components that stand ready for every note. */
  components: readonly string[];
}

/** A node of MDX's syntax tree, as far as it matters here. */
export interface MdxNode {
  type: string;
  name?: string | null | undefined;
  value?: unknown;
  children?: readonly MdxNode[] | undefined;
  position?: { start: { line: number; column: number } } | undefined;
}

/** What to do about broken MDX, by words of the compiler's message. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [/closing tag for `<(area|br|col|hr|img|input|source|wbr)>`/, "end it in />, as in <$1 />"],
  [/comment in MDX/, "write a comment as {/* … */}"],
  [/closing tag/, "close the component, with an empty line before its end, or write &lt; for a < that is text"],
  [/closing brace|expression/i, "close the brace, or write \\{ for a brace that is text"],
  [/esm/, "mend the import or export, or begin the line with another word"],
  [/link in MDX|before name|after `<`/, "write &lt; for a < that is text, and links as [text](address)"],
];
const MEND = "write { as \\{ and < as &lt; where they are text";

/** Checks that the text is MDX, and that there is something behind each component and value it names. */
export function checkMdx(source: string, { compile, parse, components }: MdxCompiler): Finding[] {
  try {
    compile(source);
    return checkNames(parse(source), components);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [place = "", line = "1", column = "1"] = /^(\d+):(\d+): /.exec(message) ?? [];
    const said = message.slice(place.length).replace(/\s*\((?:note: .*|mdx\S*|\d+:\d+)\)/g, "");
    const [pattern, words] = MENDS.find(([pattern]) => pattern.test(message)) ?? [/.*/, MEND];
    const mend = pattern.exec(message)?.[0].replace(pattern, words) ?? words;
    const found = `MDX that cannot be read (${said})`;
    return [{ line: Number(line), column: Number(column), found, expected: "Markdown, components and {values}", mend }];
  }
}

function checkNames(root: MdxNode, components: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  // Wherever they stand, imports come first.
  const imports = (root.children ?? []).filter(({ type }) => type === "mdxjsEsm");
  const defined = namesOf(imports.map(({ value }) => String(value)));
  const visit = (node: MdxNode): void => {
    const { line, column } = startOf(node);
    if (node.type.startsWith("mdxJsx")) {
      const name = node.name?.split(".")[0] ?? "";
      if (/^\p{Lu}/u.test(name) && !components.includes(name) && !defined(name)) {
        const nearest = findNearest(name, components);
        const mend = nearest ? `write <${nearest}>` : "use one of these, or import it at the top of the note";
        findings.push({ line, column, found: `<${name}>`, expected: `one of ${components.join(", ")}`, mend });
      }
    }
    if (/^mdx(?:Flow|Text)Expression$/.test(node.type)) {
      const [, name, member] = /^\s*([A-Za-z_$][\w$]*)\s*(\.[\w$.]+\s*)?$/.exec(String(node.value)) ?? [];
      const isKnown = name && (KNOWN_VALUES.has(name) || (member && KNOWN_OBJECTS.has(name)));
      if (name && !isKnown && !defined(name)) {
        const mend = `write \\{${name}} for braces that are text`;
        findings.push({ line, column, found: `{${name}}`, expected: "a value that the note defines", mend });
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return findings;
}

const KNOWN_VALUES = new Set(["frontmatter", "props", "undefined", "null", "true", "false", "Infinity", "NaN"]);
/** What is known everywhere by its members; alone in braces it is rather meant as a word. */
const KNOWN_OBJECTS = new Set(["import", "Math", "Number"]);
