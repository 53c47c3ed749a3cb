import type { LinkTarget } from "../notes/links.ts";
import type { FrontMatter } from "../notes/schema.ts";
import { titleNote } from "../notes/titles.ts";
import type { TermLink } from "../notes/terms.ts";
import type { Site } from "./read-text.ts";
import { basePath, glossaryUrl, noteUrl } from "./url.ts";

/** A note before its text is rendered. */
export interface ListedNote {
  id: string;
  /** Path of its file below the notes' folder. */
  path: string;
  front: FrontMatter;
  /** Its Markdown, without front matter. */
  body: string;
}

/** What links need to know of a note. */
export function targetOf({ id, path, front, body }: ListedNote): LinkTarget {
  return { id, title: titleNote(front, body, path), aliases: front.aliases, path, url: noteUrl(id) };
}

/**
 * The site that notes are read for.
 * @param folder absolute path of the notes' folder
 */
export function describeSite(targets: readonly LinkTarget[], terms: readonly TermLink[], folder: string): Site {
  return { targets, terms, glossaryUrl: glossaryUrl(), base: basePath(), folder };
}
