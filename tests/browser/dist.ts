import { globSync } from "node:fs";
import { join, sep } from "node:path";

/** The built site. */
export const DIST = join(import.meta.dirname, "../../dist");

/** Addresses of all built pages, relative to the site's root. */
export function listPages(): string[] {
  return (
    globSync("**/*.html", { cwd: DIST })
      .map((path) => path.split(sep).join("/"))
      // Exports stand alone; they have tests of their own.
      .filter((path) => !/(?:^|\/)map\.html$/.test(path))
      .map((path) => path.replace(/(?:^|(?<=\/))index\.html$/, ""))
      .sort()
  );
}

/** Addresses of the pages of notes. */
export function listNotes(): string[] {
  return listPages().filter((path) => path.startsWith("notes/") && !path.endsWith("/map/"));
}
