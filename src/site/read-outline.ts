import { resolve } from "node:path";
import type { Element, Nodes, Root } from "hast";
import { addAnchors, nameAnchors } from "../notes/anchors.ts";
import { nameBlocks } from "../notes/block-names.ts";
import { titleCallouts } from "../notes/callouts.ts";
import { nameHeadings } from "../notes/heading-names.ts";
import { sanitize } from "../notes/html.ts";
import { type LinkIndex, type LinkTarget, type NoteLink, placeLinks, resolveLinks } from "../notes/links.ts";
import { type Places, readPlaces, readShown } from "../notes/places.ts";
import { takeTitle } from "../notes/prose.ts";
import { leaveOutBadges, linkRemotePictures } from "../notes/remote-pictures.ts";
import { headTables } from "../notes/table-heads.ts";
import type { OutlineNode } from "../outline/node.ts";
import { parseOutline } from "../outline/outline.ts";
import { embedPictures } from "./pictures.ts";

/** Anchor of a note's title when the text does not bring its own. */
export const TITLE_ANCHOR = "_top";

/** A rendered text, ready for its page, and the outline that its map is made of. */
export interface OutlinedText extends Places {
  /** The text, whose links are resolved and whose parts have their anchors; the title is not part of it. */
  root: Root;
  /** The text's own title, if it begins with one: its words, links and pictures are ready as well. */
  heading: Element | undefined;
  titleAnchor: string;
  outline: OutlineNode;
  links: NoteLink[];
  /** Addresses that its pictures have on the page, by those they are written with, where these differ. */
  pictures: ReadonlyMap<string, string>;
  /** Addresses of its pictures that are seen from the top of the host. */
  shown: string[];
}

/** What a text leads to and shows beside its own words, as far as its outline needs it. */
export interface OutlineSurroundings {
  /** The notes that links may lead to. */
  index: LinkIndex;
  /** The notes' folder; without it no pictures are read. */
  folder?: string | undefined;
}

/** Most elements that stand within one another: a list item takes two. Pages and the feed are made on a smaller stack. */
const DEEPEST_TEXT = 1100;

function checkDepth(root: Root): void {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_TEXT)
      throw new RangeError(`Its HTML is nested more than ${DEEPEST_TEXT} levels deep: make it flatter.`);
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
}

/**
 * Reads the outline of a note's rendered text, which is made safe and ready for its page.
 * @param rendered the text as it was rendered
 * @throws UnreadablePicture when a picture cannot be read, RangeError when the text is nested too deep
 */
export function readOutline(rendered: Root, target: LinkTarget, { index, folder }: OutlineSurroundings): OutlinedText {
  const root = sanitize(rendered);
  nameHeadings(root);
  nameBlocks(root);
  titleCallouts(root);
  headTables(root);
  const shown = readShown(root);
  const pictures =
    folder === undefined ? new Map<string, string>() : embedPictures(root, resolve(folder, target.path), folder);
  const heading = takeTitle(root, target.title);
  if (heading) leaveOutBadges(heading);
  const title: Root = { type: "root", children: heading ? [heading] : [] };
  const found = [title, root].flatMap((part) => resolveLinks(part, target, index));
  nameAnchors(root);
  addAnchors(root, heading);
  const links = placeLinks(found);
  const places = readPlaces({ ...root, children: [...title.children, ...root.children] });
  // Astro gives a heading that is a picture alone an empty id, which no address can name.
  const titleAnchor = String(heading?.properties.id || TITLE_ANCHOR);
  const outline = parseOutline(root, { heading, title: target.title, id: titleAnchor });
  // The map has them as pictures, by their words.
  for (const part of [title, root]) linkRemotePictures(part);
  // Of lists the outline has told already, with their words.
  checkDepth(root);
  return { root, heading, titleAnchor, outline, links, pictures, shown, ...places };
}
