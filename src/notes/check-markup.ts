import { readTags } from "./address-tags.ts";
import { attributeOf, checkComponent } from "./check-components.ts";
import { checkEmbeds } from "./check-embeds.ts";
import { checkForeignMarks } from "./check-foreign-marks.ts";
import { checkFootnotes } from "./check-footnotes.ts";
import { checkHeadingNames } from "./check-heading-names.ts";
import { checkImports, checkLink, type Importable } from "./check-links.ts";
import { checkPicture, checkRawPicture } from "./check-pictures.ts";
import { checkReferences } from "./check-references.ts";
import { checkComment, checkTag, createEndFinder, findOpenTags, findUnended } from "./check-tags.ts";
import { blankFrontMatter } from "./front-matter.ts";
import { type MarkupNode, startOf } from "./markup.ts";
import { namesOf } from "./mdx-names.ts";
import { dropComments } from "./obsidian.ts";
import { type Finding, placeWithin, type Fault } from "./problems.ts";

/** What a check of a note's pictures, links and components needs to know. */
export interface MarkupSurroundings extends Importable {
  /** Reads Markdown, or MDX where told so. */
  parse(source: string, isMdx: boolean): MarkupNode;
  /** Finds a picture that an embed of a note names, below the notes' folder. */
  findPicture(name: string, note: string): string | undefined;
  /** Names of the drawings that `<Figure>` can show. */
  drawings: readonly string[];
  /** Whether code of this language gets its colours. */
  isLanguage(name: string): boolean;
}

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
  const isMdx = path.endsWith(".mdx");
  const text = isMdx ? blankFrontMatter(note) : dropComments(blankFrontMatter(note), true);
  const nodes = walk(surroundings.parse(text, isMdx));
  const texts = nodes.filter(({ type }) => type === "text");
  return [
    ...checkNodes(nodes, path, surroundings, required),
    ...checkEnds(nodes),
    ...checkHeadingNames(nodes),
    ...checkFootnotes(nodes, text),
    ...checkReferences(nodes, text),
    ...texts.flatMap((node) => checkEmbeds(node, text, { note: path, ...surroundings })),
    ...texts.flatMap((node) => checkForeignMarks(node, text, path)),
  ];
}

/** Checks that elements of HTML end which hold all that follows until they do. */
function checkEnds(nodes: readonly MarkupNode[]): Finding[] {
  const html = nodes.filter(({ type }) => type === "html");
  return findUnended(html.map(({ value }) => String(value))).map(({ at, offset, fault }) => {
    const node = html[at] as MarkupNode;
    return { ...placeWithin(String(node.value), offset, startOf(node)), ...fault };
  });
}

/** A note, as far as the checks of its nodes have to know it. */
interface Around extends MarkupSurroundings {
  path: string;
  required: boolean;
  /** Whether its imports and exports bring a name. */
  isOwn: (name: string) => boolean;
}

function checkNodes(
  nodes: readonly MarkupNode[],
  path: string,
  surroundings: MarkupSurroundings,
  required: boolean,
): Finding[] {
  const isOwn = namesOf(nodes.flatMap(({ type, value }) => (type === "mdxjsEsm" ? String(value) : [])));
  const around: Around = { ...surroundings, path, required, isOwn };
  const referred = (kind: string) =>
    new Set(nodes.flatMap(({ type, identifier }) => (type === kind ? identifier : [])));
  const [pictured, linked] = [referred("imageReference"), referred("linkReference")];
  const pieces = nodes.filter(({ type }) => type === "html");
  const order = new Map(pieces.map((node, at) => [node, at]));
  const isEnded = createEndFinder(pieces.map(({ value }) => String(value)));
  return nodes.flatMap((node) => {
    const { line, column } = startOf(node);
    const at = (fault: Fault | undefined) => (fault ? [{ line, column, ...fault }] : []);
    const { type, identifier, url = "" } = node;
    if (type === "image") return at(checkPicture(pictureOf(url, `![${node.alt ?? ""}](${url})`, around)));
    if (type === "definition" && pictured.has(identifier))
      return at(checkPicture(pictureOf(url, `[${identifier}]: ${url}`, around)));
    if (type === "link" || (type === "definition" && linked.has(identifier)))
      return at(checkLink(url, path, around.lookAt));
    if (type === "code") return at(checkLanguage(node.lang, around));
    if (type === "mdxjsEsm") return checkImports(String(node.value), path, around).flatMap(at);
    if (type.startsWith("mdxJsx")) return at(checkElement(node, around));
    if (type !== "html") return [];
    const html = String(node.value);
    const ends = (name: string, offset: number) => isEnded(name, order.get(node) ?? 0, offset);
    return checkHtml(html, ends, around).map(({ offset, fault }) => {
      return { ...placeWithin(html, offset, { line, column }), ...fault };
    });
  });
}

function pictureOf(url: string, shown: string, { path, lookAt, required }: Around) {
  return { url, shown, note: path, lookAt, required };
}

/**
 * Checks a piece of HTML, which Markdown leaves as it is.
 * @param ends says whether an element that begins at a character of the piece ends in the note
 * @returns what is wrong, and at which character of the piece
 */
function checkHtml(
  html: string,
  ends: (name: string, offset: number) => boolean,
  around: Around,
): { offset: number; fault: Fault }[] {
  const addresses = readTags(html).map(({ tag, name, address, offset }) => {
    const isPicture = name === "img";
    return {
      offset,
      fault: isPicture
        ? checkRawPicture(pictureOf(address, tag, around))
        : checkLink(address, around.path, around.lookAt),
    };
  });
  const tags = findOpenTags(html).map(({ name, offset }) => ({
    offset,
    fault: checkTag(name, ends(name, offset)),
  }));
  const open = checkComment(html);
  const found = [...addresses, ...tags, ...(open ? [open] : [])];
  return found.flatMap(({ offset, fault }) => (fault ? { offset, fault } : []));
}

/** Checks an element or a component of MDX. */
function checkElement(node: MarkupNode, around: Around): Fault | undefined {
  const { name } = node;
  if (!name) return undefined;
  const hidden = /^[a-z][\w-]*$/.test(name) ? checkTag(name) : undefined;
  if (hidden) return hidden;
  const [source, destination] = [attributeOf(node, "src"), attributeOf(node, "href")];
  if (name === "img" && typeof source === "string")
    return checkRawPicture(pictureOf(source, `<img src="${source}">`, around));
  if (name === "a" && typeof destination === "string") return checkLink(destination, around.path, around.lookAt);
  // What the note itself brings in may be called as one of ours.
  return around.isOwn(name) ? undefined : checkComponent(node, around.drawings);
}

function walk(node: MarkupNode): MarkupNode[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

function checkLanguage(lang: string | null | undefined, { isLanguage }: Around): Fault | undefined {
  if (!lang || isLanguage(lang)) return undefined;
  return {
    found: `code of the language “${lang}”`,
    expected: "a language that Shiki knows (https://shiki.style/languages)",
    mend: "write another, or text for code without colours",
    isHarmless: true,
  };
}
