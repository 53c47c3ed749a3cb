import { attributeOf, checkComponent } from "./check-components.ts";
import { checkEmbeds } from "./check-embeds.ts";
import { checkFootnotes } from "./check-footnotes.ts";
import { checkImports, checkLink } from "./check-links.ts";
import { checkPicture, checkRawPicture, type PictureState, type Told } from "./check-pictures.ts";
import { checkComment, checkTag, findOpenTags, findUnended, withoutComments } from "./check-tags.ts";
import { findFrontMatter } from "./front-matter.ts";
import { dropComments } from "./obsidian.ts";
import { placeWithin, type Problem } from "./problems.ts";

/** A node of a note's syntax tree, as far as it matters here. */
export interface MarkupNode {
  type: string;
  name?: string | null | undefined;
  url?: string | undefined;
  alt?: string | null | undefined;
  lang?: string | null | undefined;
  identifier?: string | undefined;
  /** An identifier as it is written. */
  label?: string | null | undefined;
  value?: unknown;
  attributes?: readonly { type: string; name?: string; value?: unknown }[] | undefined;
  children?: readonly MarkupNode[] | undefined;
  position?: { start: MarkupPoint; end?: MarkupPoint } | undefined;
}

/** A place in a note's text. */
interface MarkupPoint {
  line: number;
  column: number;
  /** Characters before it. */
  offset?: number | undefined;
}

/** What a check of a note's pictures, links and components needs to know. */
export interface MarkupSurroundings {
  /** Reads Markdown, or MDX where told so. */
  parse(source: string, isMdx: boolean): MarkupNode;
  /** Looks at a file by its path below the notes' folder. */
  lookAt(path: string): PictureState;
  /** Finds a picture that an embed of a note names, below the notes' folder. */
  findPicture(name: string, note: string): string | undefined;
  /** Names of the drawings that `<Figure>` can show. */
  drawings: readonly string[];
  /** Whether code of this language gets its colours. */
  isLanguage(name: string): boolean;
}

type Finding = Omit<Problem, "file">;
type Place = Pick<Finding, "line" | "column">;

/** Nothing below can be wrong in a note without any of these. */
const WORTH_READING = /!\[|^import |^export |\[\^|%|^ {0,3}(?:```|~~~)|<[a-z]|<!--|\]\((?![a-z]+:|[/#?])|\]:/im;

/**
 * Checks what a note shows and where it leads: pictures that are not there or cannot be read, addresses
 * that are none, components without what they need, code of unknown languages.
 * @param path path of the note below the notes' folder
 * @param required whether it is one of the project's own notes; in others a picture that merely does not
 *   show stops nothing
 */
export function checkMarkup(
  note: string,
  path: string,
  surroundings: MarkupSurroundings,
  required: boolean,
): Finding[] {
  if (!WORTH_READING.test(note)) return [];
  const isMdx = path.endsWith(".mdx");
  const text = isMdx ? withoutFrontMatter(note) : dropComments(withoutFrontMatter(note));
  const nodes = walk(surroundings.parse(text, isMdx));
  const texts = nodes.filter(({ type }) => type === "text");
  return [
    ...checkNodes(nodes, path, surroundings, required),
    ...checkEnds(nodes),
    ...checkFootnotes(nodes, text),
    ...texts.flatMap((node) => checkEmbeds(node, text, { note: path, ...surroundings })),
  ];
}

/** Checks that elements of HTML end which hold all that follows until they do. */
function checkEnds(nodes: readonly MarkupNode[]): Finding[] {
  const html = nodes.filter(({ type }) => type === "html");
  return findUnended(html.map(({ value }) => String(value))).map(({ at, offset, told }) => {
    const { value, position } = html[at] as MarkupNode;
    return { ...placeWithin(String(value), offset, position?.start ?? { line: 1, column: 1 }), ...told };
  });
}

function checkNodes(
  nodes: readonly MarkupNode[],
  path: string,
  surroundings: MarkupSurroundings,
  required: boolean,
): Finding[] {
  const { lookAt } = surroundings;
  const modules = nodes.flatMap(({ type, value }) => (type === "mdxjsEsm" ? String(value) : [])).join("\n");
  const referred = (kind: string) =>
    new Set(nodes.flatMap(({ type, identifier }) => (type === kind ? identifier : [])));
  const pictured = referred("imageReference");
  const linked = referred("linkReference");
  return nodes.flatMap((node, order) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const place = { line, column };
    const at = ({ line, column }: Required<Place>, told: Told | undefined) => (told ? [{ line, column, ...told }] : []);
    const { type, url = "" } = node;
    const picture = (url: string, shown: string) => ({ url, shown, note: path, lookAt, required });
    if (type === "image") return at(place, checkPicture(picture(url, `![${node.alt ?? ""}](${url})`)));
    if (type === "definition" && pictured.has(node.identifier))
      return at(place, checkPicture(picture(url, `[${node.identifier}]: ${url}`)));
    if (type === "link" || (type === "definition" && linked.has(node.identifier)))
      return at(place, checkLink(url, path, lookAt));
    if (type === "code") return at(place, checkLanguage(node.lang, surroundings));
    if (type === "mdxjsEsm")
      return checkImports(String(node.value), path, lookAt).map((told) => ({ line, column, ...told }));
    if (type === "html") {
      const html = String(node.value);
      const addresses = readTags(html).flatMap(({ tag, name, address, offset }) => {
        const told = name === "img" ? checkRawPicture(picture(address, tag)) : checkLink(address, path, lookAt);
        return at(placeWithin(html, offset, place), told);
      });
      const after = () => nodes.slice(order + 1).filter((node) => node.type === "html");
      const hidden = findOpenTags(html).flatMap(({ name, offset }) => {
        const told = checkTag(name, () => [html.slice(offset), ...after().map(({ value }) => value)].join("\n"));
        return at(placeWithin(html, offset, place), told);
      });
      const open = checkComment(html);
      return [...addresses, ...hidden, ...(open ? at(placeWithin(html, open.offset, place), open.told) : [])];
    }
    if (type.startsWith("mdxJsx")) {
      if (/^[a-z][\w-]*$/.test(node.name ?? "")) {
        const told = checkTag(String(node.name));
        if (told) return at(place, told);
      }
      const source = attributeOf(node, "src");
      if (node.name === "img" && typeof source === "string")
        return at(place, checkRawPicture(picture(source, `<img src="${source}">`)));
      const destination = attributeOf(node, "href");
      if (node.name === "a" && typeof destination === "string") return at(place, checkLink(destination, path, lookAt));
      if (node.name && !new RegExp(`\\b${node.name}\\b`).test(modules))
        return at(place, checkComponent(node, surroundings.drawings));
    }
    return [];
  });
}

function walk(node: MarkupNode): MarkupNode[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

/** Keeps the lines, so that places stay right. */
function withoutFrontMatter(note: string): string {
  const written = findFrontMatter(note);
  if (!written) return note;
  const closing = written.line + written.source.split("\n").length - 1;
  return note
    .split("\n")
    .map((text, index) => (index < closing ? "" : text))
    .join("\n");
}

function checkLanguage(lang: string | null | undefined, { isLanguage }: MarkupSurroundings): Told | undefined {
  if (!lang || isLanguage(lang)) return undefined;
  return {
    found: `code of the language “${lang}”`,
    expected: "a language that Shiki knows (https://shiki.style/languages)",
    mend: "write another, or text for code without colours",
    isHarmless: true,
  };
}

/** Tags of pictures and links in HTML, but not those in its comments. */
function readTags(html: string): { tag: string; name: string; address: string; offset: number }[] {
  return [...withoutComments(html).matchAll(/<(img|a)\s([^>]*)>/gi)].flatMap(
    ({ 0: tag, 1: name = "", 2: attributes = "", index }) => {
      const wanted = name.toLowerCase() === "img" ? "src" : "href";
      const pattern = new RegExp(`(?<![\\w-])${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i");
      const found = pattern.exec(attributes);
      if (!found) return [];
      return [
        {
          tag: tag.replace(/\s+/g, " "),
          name: name.toLowerCase(),
          address: found[1] ?? found[2] ?? found[3] ?? "",
          offset: index,
        },
      ];
    },
  );
}
