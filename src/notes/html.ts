import type { Element, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { defaultSchema, sanitize as sanitizeTree, type Schema } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { parseFragment } from "parse5";
import { SCHEME } from "./schemes.ts";
import { SKIP, visitNodes } from "./visit.ts";

const DRAWING = "svg g path rect circle ellipse line polyline polygon text tspan defs marker title desc";
const MATHS =
  "math semantics annotation mrow mi mo mn mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded mphantom";
const TEXT =
  "section article aside header footer nav figure figcaption caption colgroup col mark abbr time small u bdi bdo wbr cite dfn data address hgroup";

const DRAWING_ATTRIBUTES =
  "viewBox d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height points transform fill stroke strokeWidth strokeDashArray strokeLineCap strokeLineJoin fillRule opacity textAnchor dominantBaseline fontSize fontWeight markerEnd markerStart markerWidth markerHeight orient refX refY preserveAspectRatio role focusable";

/** What rendering says to later steps; of other names the site's scripts, style and index make what a note should not. */
const DATA =
  "dataFile dataTitle dataLanguage dataFootnotes dataFootnoteRef dataFootnoteBackref dataEra dataMarkmapFold dataOutlineIgnore";

/** How Markdown sets a column of a table. */
const ALIGNED = /^text-align: ?(left|right|center);?$/;

/** What addresses of links may begin with, behind which others open programs or run code. */
export const LINK_SCHEMES: readonly string[] = ["http", "https", "mailto", "tel"];

/**
 * What may stand in a note: everything that carries meaning, nothing that runs, loads from elsewhere or
 * sets a style. Ids are kept as they are written, since addresses point at them.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: "",
  allowComments: true,
  strip: ["script", "style", "template", "noscript", "foreignObject", "annotation-xml"],
  tagNames: [...(defaultSchema.tagNames ?? []), ...`${DRAWING} ${MATHS} ${TEXT}`.split(" ")],
  attributes: {
    ...defaultSchema.attributes,
    "*": [
      ...`id className title lang dir role tabIndex ${DATA} ariaLabel ariaHidden ariaDescribedBy ariaLabelledBy ariaCurrent ariaRoleDescription align`.split(
        " ",
      ),
    ],
    a: ["href", "rel", "hrefLang", "name"],
    abbr: ["title"],
    // The defaults keep only some class names on these; ours are styled by class.
    code: [],
    h2: [],
    section: ["dataFootnotes"],
    ul: [],
    details: ["open"],
    img: ["src", "alt", "width", "height", "loading", "decoding", "srcSet", "sizes"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    li: ["value"],
    math: ["display", "xmlns"],
    annotation: ["encoding"],
    ol: ["start", "reversed", "type"],
    td: ["colSpan", "rowSpan", "headers", ["style", ALIGNED]],
    th: ["colSpan", "rowSpan", "headers", "scope", ["style", ALIGNED]],
    time: ["dateTime"],
    ...Object.fromEntries(DRAWING.split(" ").map((name) => [name, DRAWING_ATTRIBUTES.split(" ")])),
  },
  protocols: {
    cite: ["http", "https"],
    href: [...LINK_SCHEMES],
    src: ["http", "https"],
  },
};

const SHOWN = new Set(SCHEMA.tagNames?.map((name) => name.toLowerCase()));

/** Whether elements of a name, in small letters, may stand in a note. */
export function isShown(name: string): boolean {
  return SHOWN.has(name);
}

/** Reads a piece of HTML; what is not well formed is mended as browsers do. */
export function parseHtml(html: string): Root {
  // Not hast-util-from-html, which notes the place of everything and takes twice as long.
  return fromParse5(parseFragment(html)) as Root;
}

/** Writes a tree as HTML. */
export function serializeHtml(root: Root): string {
  return toHtml(root, { allowDangerousHtml: false });
}

/** An address of another host, or another kind, among those of one picture in several sizes. */
const REMOTE = new RegExp(String.raw`(?:^|[\s,])(?:${SCHEME}:|//)`, "i");

/** What an address begins with, and blanks before it. */
const BEGINNING = new RegExp(String.raw`^\s*(${SCHEME}:)`, "i");

/** How often a drawing is read as browsers read it before it is given up. */
const MOST_READINGS = 5;

/**
 * Leaves only what may stand in a note, and marks footnotes as no part of its outline.
 *
 * What browsers make of a page may differ from the tree that it was written from: an element of HTML ends the drawing or
 * formula that it stands in, and what follows is read by other rules (mutation XSS, https://doi.org/10.1145/2508859.2516723).
 * So these are written, read and cleaned until they stay the same.
 * @param root whose addresses get their schemes in small letters
 * @returns a new tree
 */
export function sanitize(root: Root): Root {
  let clean = sanitizeOnce(root);
  if (!hasForeign(clean)) return clean;
  let written = serializeHtml(clean);
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    clean = sanitizeOnce(parseHtml(written));
    const again = serializeHtml(clean);
    if (again === written) return clean;
    written = again;
  }
  return sanitizeOnce(clean, { ...SCHEMA, strip: [...(SCHEMA.strip ?? []), ...FOREIGN] });
}

/** Elements in which another language than HTML is read. */
const FOREIGN = ["svg", "math"];

function hasForeign(root: Root): boolean {
  let isFound = false;
  visitNodes(root, (node) => {
    isFound ||= node.type === "element" && FOREIGN.includes(node.tagName);
    return isFound ? SKIP : undefined;
  });
  return isFound;
}

function sanitizeOnce(root: Root, schema = SCHEMA): Root {
  visitNodes(root, (node) => {
    if (node.type === "element") lowerSchemes(node);
    return undefined;
  });
  const clean = sanitizeTree(root, schema) as Root;
  visitNodes(clean, (node, above, at) => {
    if (node.type === "comment" && !node.value.trim().startsWith("markmap:")) {
      above.at(-1)?.children.splice(at, 1);
      return at;
    }
    if (node.type !== "element") return undefined;
    // A map has the bytes of a picture from its file: a note could bring others.
    delete node.properties.dataPicture;
    if (REMOTE.test(String(node.properties.srcSet ?? ""))) delete node.properties.srcSet;
    alignCell(node);
    if (isFootnotes(node)) node.properties.dataOutlineIgnore = "";
    return undefined;
  });
  return clean;
}

/** Schemes are the same in capitals (RFC 3986, 3.1), and blanks before them are none of theirs. */
function lowerSchemes({ properties }: Element): void {
  for (const name of ["href", "src", "cite"]) {
    const address = properties[name];
    if (typeof address !== "string") continue;
    properties[name] = address.replace(BEGINNING, (_, scheme: string) => scheme.toLowerCase());
  }
}

/** Says as an attribute how Markdown sets a column: the pages' policy allows no style within an element. */
function alignCell({ tagName, properties }: Element): void {
  if (tagName !== "td" && tagName !== "th") return;
  const [, align] = ALIGNED.exec(String(properties.style)) ?? [];
  if (align) properties.align = align;
  delete properties.style;
}

function isFootnotes(node: Element): boolean {
  const { className, dataFootnotes } = node.properties;
  return dataFootnotes !== undefined || (Array.isArray(className) && className.includes("footnotes"));
}
