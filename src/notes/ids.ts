import { slug } from "github-slugger";

/**
 * What words are called in addresses: their letters as GitHub has them in those of headings, and accents as one sign
 * with their letter, although macOS, which names files, has two.
 */
export function slugOf(words: string): string {
  return slug(words.normalize());
}

/**
 * The id of a note, which is also its address below `/notes/`: its path without ending, each folder
 * and name slugged, a folder's own note (`index`) named by the folder. The same as Astro's glob
 * loader gives, except that a `slug` in the front matter does not change it.
 * @param path path of the note's file below the notes' folder, with "/" between folders
 */
export function noteId(path: string): string {
  return path
    .replace(/\.[^./]+$/, "")
    .split("/")
    .map((segment) => slugOf(segment))
    .join("/")
    .replace(/\/index$/, "");
}

/** A tag in addresses. */
export function tagSlug(name: string): string {
  return slugOf(name) || "tag";
}
