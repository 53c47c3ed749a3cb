import { resolve } from "node:path";
import type { Nodes, Root } from "hast";
import { addAnchors } from "../notes/anchors.ts";
import { titleCallouts } from "../notes/callouts.ts";
import { parseHtml, sanitize, serializeHtml } from "../notes/html.ts";
import {
  createLinkIndex,
  type LinkIndex,
  type LinkTarget,
  type NoteLink,
  placeLinks,
  resolveLinks,
} from "../notes/links.ts";
import { type Places, readPlaces, readShown } from "../notes/places.ts";
import { type Heading, countWords, furnish, listHeadings, takeTitle } from "../notes/prose.ts";
import { type SectionLeads, readSections } from "../notes/sections.ts";
import { indexTerms, linkTerms, type TermIndex, type TermLink } from "../notes/terms.ts";
import type { OutlineNode } from "../outline/node.ts";
import { parseOutline } from "../outline/outline.ts";
import { embedPictures } from "./pictures.ts";
import { isRoute } from "./routes.ts";

/** Anchor of a note's title when the text does not bring its own. */
export const TITLE_ANCHOR = "_top";

/** What a note's text says, once it is rendered. */
export interface NoteText extends Places {
  /** The text, furnished for its page; the title is not part of it. */
  html: string;
  titleAnchor: string;
  headings: Heading[];
  /** What a preview of each section shows. */
  sections: SectionLeads;
  outline: OutlineNode;
  /** How many words it has. */
  words: number;
  links: NoteLink[];
  /** Addresses that its pictures have on the page, by those they are written with, where these differ. */
  pictures: ReadonlyMap<string, string>;
  /** Addresses of its pictures that are seen from the top of the host. */
  shown: string[];
  /** Anchors in the glossary of the terms it uses. */
  terms: string[];
}

/** What is to be known of the site in which notes stand; it can be sent to a thread. */
export interface Site {
  /** All notes, for links. */
  targets: readonly LinkTarget[];
  terms: readonly TermLink[];
  /** Address of the page of terms. */
  glossaryUrl: string;
  /** The path that the site lives below, without a slash at its end. */
  base: string;
  /** The notes' folder. */
  folder: string;
}

/** What a text leads to and shows beside its own words, ready to be looked up. */
export interface TextSurroundings extends Pick<Site, "glossaryUrl" | "folder"> {
  /** The notes that links may lead to. */
  index: LinkIndex;
  glossary: TermIndex | undefined;
}

/** What the texts of a site's notes have around them. */
export function surroundingsOf({ targets, terms, glossaryUrl, base, folder }: Site): TextSurroundings {
  const index = createLinkIndex(targets, { base, isRoute });
  return { index, glossary: indexTerms(terms), glossaryUrl, folder };
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
 * Reads a note's rendered text.
 * @throws Error when a picture cannot be read, RangeError when the text is nested too deep
 */
export function readText(html: string, target: LinkTarget, surroundings: TextSurroundings): NoteText {
  const { index, glossary, glossaryUrl, folder } = surroundings;
  const root = sanitize(parseHtml(html));
  titleCallouts(root);
  const ownTitle = takeTitle(root);
  const shown = readShown(root);
  const pictures = embedPictures(root, resolve(folder, target.path), folder);
  const found = resolveLinks(root, target, index);
  addAnchors(root, ownTitle);
  const links = placeLinks(found);
  const places = readPlaces(root);
  const titleAnchor = String(ownTitle?.properties.id ?? TITLE_ANCHOR);
  const outline = parseOutline(root, { heading: ownTitle, title: target.title, id: titleAnchor });
  // Of lists the outline has told already, with their words.
  checkDepth(root);
  const headings = listHeadings(root);
  const sections = readSections(root);
  const words = countWords(root);
  const terms = glossary ? linkTerms(root, glossary, glossaryUrl) : [];
  furnish(root);
  return {
    html: serializeHtml(root),
    titleAnchor,
    headings,
    sections,
    outline,
    words,
    links,
    pictures,
    shown,
    ...places,
    terms: terms.map(({ id }) => id),
  };
}
