import type { MarkupNode } from "./markup.ts";
import { parseDate } from "./dates.ts";
import { findNearest } from "./nearest.ts";
import type { Fault } from "./problems.ts";

/** A number or a text in braces, which says the same as in quotation marks. */
const LITERAL = /^\s*(?:(\d+(?:\.\d+)?)|"([^"\\]*)"|'([^'\\]*)')\s*$/;

/** The text of an attribute; true where only the browser or a component can tell what it says. */
export function attributeOf({ attributes = [] }: MarkupNode, name: string): string | true | undefined {
  const attribute = attributes.find((candidate) => candidate.name === name);
  if (!attribute) return attributes.some(({ type }) => type === "mdxJsxExpressionAttribute") ? true : undefined;
  const { value } = attribute;
  if (typeof value !== "object" || value === null) return String(value ?? "");
  const [, number, double, single] = LITERAL.exec(String(Reflect.get(value, "value"))) ?? [];
  return number ?? double ?? single ?? true;
}

const DATES = "a date as YYYY, YYYY-MM or YYYY-MM-DD, or two years as YYYY/YYYY";

/** What the components that stand ready for every note can be told: the properties that each has. */
export const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["Figure", ["src", "alt", "caption"]],
  ["Now", ["date"]],
  ["PcrTable", []],
  ["Then", ["date"]],
]);

/** Checks that a component has properties of its own only: another would be left out, and nobody would know. */
function checkProperties({ name, attributes = [] }: MarkupNode): Fault | undefined {
  const known = PROPERTIES.get(name ?? "");
  if (!known) return undefined;
  const written = attributes.flatMap((attribute) => attribute.name ?? []);
  const unknown = written.find((property) => !known.includes(property));
  if (unknown === undefined) return undefined;
  const meant = findNearest(unknown, known);
  return {
    found: `<${name} ${unknown}>`,
    expected: known.length > 0 ? `no property but ${known.join(", ")}` : "no property",
    mend: meant && !written.includes(meant) ? `write ${meant}` : `leave ${unknown} out`,
  };
}

/** Checks what the components that stand ready for every note can be told, and cannot do without; nothing when all is well. */
export function checkComponent(node: MarkupNode, drawings: readonly string[]): Fault | undefined {
  const fault = checkProperties(node);
  if (fault) return fault;
  if (node.name === "Figure") {
    const [src, alt] = [attributeOf(node, "src"), attributeOf(node, "alt")];
    if (src !== true && !drawings.includes(src ?? "")) {
      const nearest = findNearest(src ?? "", drawings);
      const mend = nearest ? `write src="${nearest}"` : "draw it, or write the name of another";
      return {
        found: src ? `<Figure src="${src}">` : "<Figure> without src",
        expected: `one of the drawings in content/assets: ${drawings.join(", ")}`,
        mend,
      };
    }
    if (alt === undefined || alt === "")
      return {
        found: "<Figure> without alt",
        expected: "what it shows, for those who cannot see it",
        mend: 'add alt="…"',
      };
  }
  if (node.name === "Then" || node.name === "Now") {
    const date = attributeOf(node, "date");
    if (date === true || (date === undefined && node.name === "Now")) return undefined;
    if (date === undefined || !parseDate(date)) {
      const found = date === undefined ? `<${node.name}> without date` : `<${node.name} date="${date}">`;
      return { found, expected: DATES, mend: `write <${node.name} date="2015-03">` };
    }
  }
  return undefined;
}
