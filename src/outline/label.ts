import type { Element, ElementContent, Root } from "hast";
import { escapeMarkup } from "./escape.ts";

/** Inline elements that a label keeps, and the name each is written with. */
const KEPT: Record<string, string> = {
  a: "a",
  b: "strong",
  code: "code",
  del: "del",
  em: "em",
  i: "em",
  ins: "ins",
  kbd: "kbd",
  mark: "mark",
  s: "del",
  samp: "code",
  strong: "strong",
  sub: "sub",
  sup: "sup",
  var: "em",
};

/** Elements whose text is none of the label's words. */
const DROPPED = new Set(["annotation", "script", "style", "svg"]);

/** What a label is made of. */
export interface Label {
  /** Inline HTML of the elements in `KEPT`, without any attribute but `href`. */
  content: string;
  /** 1 for markmap's comment `fold`, 2 for `foldAll`. */
  fold: 0 | 1 | 2;
}

/** Writes inline content as a label: blanks run together, pictures by their text, unknown elements read through. */
export function writeLabel(nodes: readonly (ElementContent | Root["children"][number])[]): Label {
  let fold: Label["fold"] = 0;
  const write = (node: ElementContent | Root["children"][number]): string => {
    if (node.type === "text") return escapeMarkup(node.value);
    if (node.type === "comment") {
      fold = readFold(node.value) || fold;
      return "";
    }
    if (node.type !== "element") return "";
    fold = readFoldMark(node) || fold;
    return writeElement(node, write);
  };
  const content = joinBlanks(nodes.map(write).join(""));
  return { content, fold };
}

function writeElement(node: Element, write: (child: ElementContent) => string): string {
  const { properties, tagName } = node;
  if (DROPPED.has(tagName) || properties.dataPermalink !== undefined) return "";
  if (tagName === "br") return " ";
  if (tagName === "img") return escapeMarkup(String(properties.alt ?? ""));
  const inner = node.children.map(write).join("");
  const name = KEPT[tagName];
  if (!name) return /^(?:p|div|section)$/.test(tagName) ? ` ${inner} ` : inner;
  if (inner.trim() === "") return inner;
  const href = name === "a" && properties.href !== undefined ? ` href="${escapeMarkup(String(properties.href))}"` : "";
  return `<${name}${href}>${inner}</${name}>`;
}

/** 1 for a comment `markmap: fold`, 2 for `markmap: foldAll`, else 0. */
function readFold(comment: string): Label["fold"] {
  const wish = /^\s*markmap:\s*(fold|foldAll)\s*$/.exec(comment)?.[1];
  return wish === "foldAll" ? 2 : wish ? 1 : 0;
}

/** The same wish as an attribute, for components and for MDX, which has no such comments. */
export function readFoldMark({ properties: { dataMarkmapFold: wish } }: Element): Label["fold"] {
  if (wish === undefined) return 0;
  return wish === "foldAll" || String(wish) === "2" ? 2 : 1;
}

/**
 * Blanks at the ends go, also within elements there; others become one, also where a mark begins between them. No-break
 * spaces are words' own.
 */
function joinBlanks(html: string): string {
  return html
    .replace(/[ \t\n\r\f]+/g, " ")
    .replace(/(?<= (?:<[^>]*>)+) /g, "")
    .replace(/^(?:(<[^/>][^>]*>)* )+/, (start) => start.replaceAll(/ (?![^<]*>)/g, ""))
    .replace(/(?: |<\/[^>]*>)+$/, (end) => end.replaceAll(" ", ""));
}
