import { parseHtml, serializeHtml } from "../notes/html.ts";
import { createLinkIndex, type LinkIndex, type LinkTarget } from "../notes/links.ts";
import { type Heading, countWords, furnish, listHeadings } from "../notes/prose.ts";
import { type SectionLeads, readSections } from "../notes/sections.ts";
import { indexTerms, linkTerms, type TermIndex, type TermLink } from "../notes/terms.ts";
import { type OutlinedText, readOutline } from "./read-outline.ts";
import { isRoute } from "./routes.ts";

/** What a note's text says, once it is rendered. */
export interface NoteText extends Omit<OutlinedText, "root" | "heading"> {
  /** The text, furnished for its page; the title is not part of it. */
  html: string;
  /** What its own title says, which may hold links and pictures; without one the note's title stands for it. */
  titleHtml: string | undefined;
  headings: Heading[];
  /** What a preview of each section shows. */
  sections: SectionLeads;
  /** How many words it has. */
  words: number;
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

/**
 * Reads a note's rendered text.
 * @throws UnreadablePicture when a picture cannot be read, RangeError when the text is nested too deep
 */
export function readText(html: string, target: LinkTarget, surroundings: TextSurroundings): NoteText {
  const { index, glossary, glossaryUrl, folder } = surroundings;
  const { root, heading, ...outlined } = readOutline(parseHtml(html), target, { index, folder });
  const headings = listHeadings(root);
  const sections = readSections(root);
  const words = countWords(root);
  const terms = glossary ? linkTerms(root, glossary, glossaryUrl) : [];
  furnish(root);
  const titleHtml = heading && serializeHtml({ type: "root", children: heading.children });
  return {
    html: serializeHtml(root),
    titleHtml,
    ...outlined,
    headings,
    sections,
    words,
    terms: terms.map(({ id }) => id),
  };
}
