import type { Element, ElementContent, Root, Text } from "hast";
import { toString as hastToString } from "hast-util-to-string";
import { findDestination, NOTES_ALONE } from "./addresses.ts";
import { linkKey } from "./link-key.ts";
import { anchorOf, nameHeading, placeOf } from "./link-places.ts";
import { resolvePath } from "./paths.ts";
import { createSentenceFinder } from "./sentences.ts";
import { visitNodes } from "./visit.ts";

/** What a link needs to know of the notes it may lead to. */
export interface LinkTarget {
  id: string;
  title: string;
  /** Other names that it is called by. */
  aliases?: readonly string[] | undefined;
  /** Path of the note's file below the notes' folder. */
  path: string;
  /** Address of its page, with the path that the site lives below. */
  url: string;
}

/** A link from one note to a place in another (or the same). */
export interface NoteLink {
  /** Id of the note it leads to; undefined when there is no such note. */
  to: string | undefined;
  /** Place in that note; "" for the note itself. */
  anchor: string;
  /** The words that are linked. */
  text: string;
  /** As the author wrote it, to find it in the file. */
  written: string;
  /** Nearest anchor at or before it: of the item or cell it stands in, else of the heading above; "" above the first. */
  from: string;
  /** The words around it, for showing it where it leads. */
  sentence: string;
}

/** Finds notes by what an author may write: id, last part of the id, title, alias, or name or path of its file. */
export interface LinkIndex {
  find(written: string): LinkTarget | undefined;
  /** All notes that may be meant, where an author's words do not tell which. */
  findAll(written: string): readonly LinkTarget[];
  findPath(path: string): LinkTarget | undefined;
  /**
   * Where an address leads that names no file: to a note, if there is one, or to another of the site's addresses;
   * undefined for what leads elsewhere.
   * @param from path of the note that the link is in
   */
  findAddress(path: string, from: string): { note: LinkTarget | undefined } | { route: string } | undefined;
}

/**
 * Makes notes ready to be found. A name that several have leads to none of them; an id always to its own.
 * @param site what else there is at the site's addresses
 */
export function createLinkIndex(targets: readonly LinkTarget[], site = NOTES_ALONE): LinkIndex {
  const byId = new Map(targets.map((target) => [target.id.normalize(), target]));
  const named = new Map<string, Set<LinkTarget>>();
  const byPath = new Map(targets.map((target) => [target.path.normalize(), target]));
  const add = (name: string, target: LinkTarget) => {
    const key = linkKey(name);
    named.set(key, (named.get(key) ?? new Set()).add(target));
  };
  for (const target of targets) {
    add(target.id.split("/").at(-1) ?? target.id, target);
    add(target.title, target);
    add(target.path.replace(/^.*\/|\.mdx?$/gi, ""), target);
    for (const alias of target.aliases ?? []) add(alias, target);
  }
  const byName = new Map(Array.from(named, ([name, same]) => [name, [...same]]));
  for (const target of targets) byName.set(linkKey(target.id), [target]);
  const byFile = new Map(targets.map((target) => [linkKey(target.path).replace(/\.mdx?$/, ""), target]));
  const findAll = (written: string) => {
    const name = linkKey(written.trim()).replace(/\.mdx?$/, "");
    const file = byFile.get(name.replace(/^\.?\/+/, ""));
    return byName.get(name) ?? (file ? [file] : []);
  };
  return {
    find: (written) => {
      const [target, other] = findAll(written);
      return other ? undefined : target;
    },
    findAll,
    findPath: (path) => byPath.get(path.normalize()),
    findAddress: (path, from) => {
      const found = findDestination(path, from, (id) => byId.has(id.normalize()), site);
      if (!found || "route" in found) return found && { route: site.base + found.route };
      return { note: found.note === undefined ? undefined : byId.get(found.note.normalize()) };
    },
  };
}

/** All notes that a link may mean, which is written as {@link NoteLink} has it. */
export function findMeant(written: string, from: LinkTarget, index: LinkIndex): readonly LinkTarget[] {
  const name = /^\[\[([^\]|#]*)/.exec(written)?.[1];
  if (name !== undefined) {
    const near = findNear(name.trim(), from, index);
    return near ? [near] : index.findAll(name);
  }
  const path = written.replace(/[?#].*$/s, "");
  const found = findFile(path, from, index) ?? index.findAddress(path, from.path);
  return found && "note" in found && found.note ? [found.note] : [];
}

/** An embed that nothing stands for stays as it is written. */
const WIKILINK = /(?<!!)\[\[([^[\]|#]*)(?:#([^[\]|]*))?(?:\\?\|([^[\]]*))?\]\]/g;
const NO_LINKS = new Set(["a", "code", "pre", "script", "style", "svg", "math"]);

/**
 * Resolves the links between notes: `[[id#anchor|text]]`, Markdown links to files (`../tpm.mdx`) and to addresses
 * (`/notes/tpm/`); those to other addresses of the site get the path that it lives below.
 * A wikilink that leads nowhere becomes its plain text. The tree is changed in place.
 * @returns every link found, for backlinks; `placeLinks` says where they stand once the tree has its anchors
 */
export function resolveLinks(root: Root, from: LinkTarget, index: LinkIndex): UnplacedLink[] {
  const links: (FoundLink & Context)[] = [];
  let heading: Element | undefined;
  visitNodes(root, (node, ancestors, at) => {
    if (node.type === "element" && /^h[1-6]$/.test(node.tagName)) heading = node;
    if (node.type === "element" && node.tagName === "a") {
      const link = resolveAddress(node, from, index);
      if (link) links.push({ ...link, ...contextOf(ancestors as Element[], heading) });
    }
    if (node.type === "element" && node.tagName === "img") resolvePicture(node, from, index);
    if (node.type !== "text" || !node.value.includes("[[")) return undefined;
    if (ancestors.some((ancestor) => ancestor.type === "element" && NO_LINKS.has(ancestor.tagName))) return undefined;
    const parent = ancestors.at(-1) as Element;
    const { parts, found } = splitWikilinks(node, from, index);
    const place = contextOf(ancestors as Element[], heading);
    links.push(...found.map((link) => ({ ...link, ...place })));
    parent.children.splice(at, 1, ...parts);
    return at + parts.length;
  });
  // Only now has every link of a block its words.
  const sentenceOf = createSentenceFinder();
  return links.map(({ block, linked, ...link }) => ({ ...link, sentence: block ? sentenceOf(linked, block) : "" }));
}

/** Says where links stand. An anchor is made of the words that links have become, so there is none before. */
export function placeLinks(links: readonly UnplacedLink[]): NoteLink[] {
  return links.map(({ holders, ...link }) => {
    const anchored = holders.find(({ properties }) => properties?.id !== undefined);
    return { ...link, from: String(anchored?.properties.id ?? "") };
  });
}

type FoundLink = Omit<NoteLink, "from" | "sentence"> & {
  /** What stands in the tree for it. */
  linked: ElementContent;
};

type UnplacedLink = Omit<NoteLink, "from"> & Pick<Context, "holders">;

/** Where a link stands. */
interface Context {
  /** What it stands in, the innermost first, and the heading above it. */
  holders: Element[];
  block: Element | undefined;
}

function splitWikilinks(node: Text, from: LinkTarget, index: LinkIndex) {
  const parts: ElementContent[] = [];
  const found: FoundLink[] = [];
  let end = 0;
  for (const match of node.value.matchAll(WIKILINK)) {
    const [written, name = "", path = "", shown] = match;
    // Obsidian names the headings above one as well.
    const heading = path.split("#").at(-1) ?? "";
    const anchor = anchorOf(heading);
    const target = name.trim() ? (findNear(name.trim(), from, index) ?? index.find(name)) : from;
    const isAlias = target?.aliases?.some((alias) => linkKey(alias) === linkKey(name.trim()));
    const called = isAlias ? name.trim() : (target?.title ?? name.trim());
    const place = target && nameHeading(heading);
    const text = shown?.trim() || (place ? [...(name.trim() ? [called] : []), place].join(" › ") : called);
    if (match.index > end) parts.push({ type: "text", value: node.value.slice(end, match.index) });
    const linked: ElementContent = target ? createLink(target, anchor, text) : { type: "text", value: text };
    found.push({ to: target?.id, anchor, text, written, linked });
    parts.push(linked);
    end = match.index + written.length;
  }
  if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
  return { parts, found };
}

function createLink(target: LinkTarget, anchor: string, text: string): Element {
  const href = target.url + (anchor ? `#${anchor}` : "");
  return { type: "element", tagName: "a", properties: { href }, children: [{ type: "text", value: text }] };
}

function resolveAddress(node: Element, from: LinkTarget, index: LinkIndex): FoundLink | undefined {
  const written = String(node.properties.href ?? "");
  const [, path = "", query = "", anchor = ""] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  const found = findFile(path, from, index) ?? index.findAddress(path, from.path);
  if (!found) return undefined;
  if ("route" in found) {
    node.properties.href = found.route + query + (anchor && `#${anchor}`);
    return undefined;
  }
  const place = placeOf(anchor);
  if (found.note) node.properties.href = found.note.url + query + (place && `#${place}`);
  return { to: found.note?.id, anchor: place, text: hastToString(node), written, linked: node };
}

/** A picture of the site's own gets the path that the site lives below. */
function resolvePicture(node: Element, from: LinkTarget, index: LinkIndex): void {
  const source = String(node.properties.src ?? "");
  const found = source.startsWith("/") ? index.findAddress(source, from.path) : undefined;
  if (found && "route" in found) node.properties.src = found.route;
}

/** The note whose file a path names; undefined for what is no path of one. */
function findFile(path: string, from: LinkTarget, index: LinkIndex): { note: LinkTarget | undefined } | undefined {
  if (!/^(?![a-z]+:|\/\/).*\.mdx?$/i.test(path)) return undefined;
  const resolved = resolvePath(path, from.path);
  const note = resolved === undefined ? undefined : index.findPath(resolved);
  // A note's twin in Markdown has the ending of a file, and is one of the site's addresses.
  return note || !path.startsWith("/") ? { note } : undefined;
}

/** The note that a wikilink names by its path as seen from the note it is in: `../boot/pcr`. */
function findNear(name: string, from: LinkTarget, index: LinkIndex): LinkTarget | undefined {
  if (!/^\.{1,2}\//.test(name)) return undefined;
  const files = /\.mdx?$/i.test(name) ? [name] : [`${name}.md`, `${name}.mdx`];
  return files.map((file) => findFile(file, from, index)?.note).find(Boolean);
}

const BLOCKS = new Set(["p", "li", "td", "th", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]);

function contextOf(ancestors: Element[], heading: Element | undefined): Context {
  const block = ancestors.findLast((ancestor) => BLOCKS.has(ancestor.tagName));
  return { holders: [...ancestors.toReversed(), ...(heading ? [heading] : [])], block };
}
