import type { LinkTarget } from "../notes/links.ts";
import type { FrontMatter } from "../notes/schema.ts";
import { titleNote } from "../notes/titles.ts";
import type { TermLink } from "../notes/terms.ts";
import type { Site } from "./read-text.ts";
import { glossaryUrl, noteUrl } from "./url.ts";

/** A note before its text is rendered. */
export interface ListedNote {
  id: string;
  /** Path of its file below the notes' folder. */
  path: string;
  front: FrontMatter;
  /** Its Markdown, without front matter. */
  body: string;
}

/**
 * What links need to know of a note.
 * @param base path that the site lives below, without a slash at its end
 */
export function targetOf({ id, path, front, body }: ListedNote, base: string): LinkTarget {
  return { id, title: titleNote(front, body, path), aliases: front.aliases, path, url: noteUrl(id, base) };
}

/**
 * The site that notes are read for.
 * @param places absolute path of the notes' folder, and the path that the site lives below
 */
export function describeSite(
  targets: readonly LinkTarget[],
  terms: readonly TermLink[],
  { folder, base }: Pick<Site, "folder" | "base">,
): Site {
  return { targets, terms, glossaryUrl: glossaryUrl(undefined, base), base, folder };
}
