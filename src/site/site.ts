import type { ExportContext } from "../exports/format.ts";
import { notesFolder } from "../notes/folder.ts";

/** What the site says of itself; the one place to change it. */
export const SITE = {
  name: "Security Mindmaps",
  claim: "Long security papers, drawn so that you remember them.",
  lang: "en",
} as const;

/** Whose the notes are, and on what terms; of other people's notes the site says neither. */
export const RIGHTS: Pick<ExportContext, "author" | "licence"> = notesFolder(process.env).own
  ? {
      author: "The Security Mindmaps authors",
      licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    }
  : {};
