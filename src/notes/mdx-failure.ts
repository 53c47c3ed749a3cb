import { type MarkupNode, startOf } from "./markup.ts";
import type { Finding } from "./problems.ts";

/** A piece of code in a note, and where it stands. */
interface Piece {
  line: number;
  column: number;
  code: string;
  /** As it is shown to the author. */
  shown: string;
}

/** Names that say nothing of the note's own code. */
const ANYWHERE = new Set(["undefined", "null", "object", "default"]);
const LONGEST = 60;

/**
 * What an author is told of MDX that can be read and whose code fails when it runs. An error names no place in the
 * note; the code in it that has the error's names is the likely one.
 * @param root the whole file's syntax tree
 */
export function describeFailure(error: unknown, root: MarkupNode): Finding {
  const said = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
  const pieces = piecesOf(root);
  const values = pieces.filter(({ code }) => !/^(?:import|export)\b/.test(code));
  const [name, found = []] = namesIn(error, said)
    .map((name) => [name, naming(name, values, pieces)] as const)
    .find(([, found]) => found.length > 0) ?? [undefined, values];
  const [likely, other] = found;
  const isKnown = likely !== undefined && (name !== undefined || other === undefined);
  const where = isKnown ? ` ${other || name === undefined ? "perhaps in" : "in"} ${likely.shown}` : "";
  const undefinedName = /^(\S+) is not defined/.exec(said)?.[1];
  return {
    ...(isKnown ? { line: likely.line, column: likely.column } : { line: 1 }),
    found: `code that fails${where} (${said.replace(/[.!]$/, "")})`,
    expected: "code that runs",
    mend: undefinedName
      ? `define or import ${undefinedName} in the note, or write \\{ for a brace that is text`
      : "mend it, or take it out",
  };
}

function naming(name: string, values: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  const word = new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, "\\$&")}(?![\\w$])`);
  const has = ({ code }: Piece) => word.test(code);
  const found = values.filter(has);
  return found.length > 0 ? found : pieces.filter(has);
}

/** Names that an error's message has, and those of the functions that the note's code had called, the nearest first. */
function namesIn(error: unknown, said: string): string[] {
  const quoted = [
    ...said.matchAll(
      /'([^'\s]+)'|"([^"\s]+)"|`([^`\s]+)`|^([\w$.]+) is not|load url (\S+) |\(intermediate value\)\.(\w+)/g,
    ),
  ];
  const stack = (error instanceof Error && error.stack?.slice(error.stack.indexOf(said) + said.length)) || "";
  const [called = ""] = stack.split(/at (?:_createMdxContent|MDXContent)\b/, 1);
  const functions = called === stack ? [] : [...called.matchAll(/at (?:async )?([\w$]+) \(/g)];
  const names = [...quoted, ...functions.toReversed()].map(([, ...groups]) => groups.find(Boolean) ?? "");
  return names.filter((name) => name !== "" && !ANYWHERE.has(name));
}

function piecesOf(node: MarkupNode): Piece[] {
  const { line, column } = startOf(node);
  const { type, name, value, attributes = [], children = [] } = node;
  const own = (code: string, shown: string) => [{ line, column, code, shown: shorten(shown) }];
  const within = children.flatMap(piecesOf);
  if (type === "mdxjsEsm") return own(String(value), String(value));
  if (/^mdx(?:Flow|Text)Expression$/.test(type))
    return /^\s*\/\*/.test(String(value)) ? [] : own(String(value), `{${value}}`);
  if (!type.startsWith("mdxJsx") || !name) return within;
  const codes = attributes.flatMap(({ value }) => {
    const code: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "value") : undefined;
    return code === undefined ? [] : String(code);
  });
  const isCode = codes.length > 0 || /^[^a-z]|\./.test(name);
  return [...(isCode ? own([name, ...codes].join(" "), `<${name}>`) : []), ...within];
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
