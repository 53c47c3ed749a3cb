/** The folder that the notes are read from. */
export interface NotesFolder {
  /** Path, absolute or from the folder of the project. */
  path: string;
  /** Whether it is the project's own; other people's notes are taken as they are. */
  own: boolean;
  /** Which files below it are notes, as glob patterns. */
  patterns: string[];
}

/** Files of Markdown as other programs name them, as a glob pattern that takes small letters for capitals. */
export const MARKDOWN_FILES = "**/*.{md,mdx,markdown,mdown,mkdn,mkd}";

/** Name of the file with the terms, in the folder of notes that has one. */
export const GLOSSARY_FILE = "glossary.yaml";

/** The project's `content`, or the folder that the environment names in `NOTES`. */
export function notesFolder({ NOTES }: { readonly NOTES?: string | undefined }): NotesFolder {
  const patterns = ["**/*.{md,mdx}", "!**/node_modules/**", "!**/.*/**"];
  if (NOTES) return { path: NOTES, own: false, patterns };
  // Among the project's own notes, a README speaks to authors; elsewhere it may be the only note.
  return { path: "content", own: true, patterns: [...patterns, "!**/README.md"] };
}
