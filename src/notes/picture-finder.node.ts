import { globSync } from "tinyglobby";
import { findFile } from "./embeds.ts";

/** Finds pictures of a folder of notes by what embeds name. */
export interface PictureFinder {
  /**
   * Path below the folder of the picture that an embed names; undefined where there is none.
   * @param note path of the note below the folder
   */
  find(name: string, note: string): string | undefined;
  /** All that can be found: what was found may be another file when these change. */
  list(): readonly string[];
  /** Has the folder be read again. */
  forget(): void;
}

/**
 * Opens a folder of notes to those who look for pictures in it; it is read when the first is asked for.
 * @param folder its path
 */
export function createPictureFinder(folder: string): PictureFinder {
  let paths: readonly string[] | undefined;
  const patterns = ["**/*.{png,jpg,jpeg,gif,svg,webp,avif}", "!**/node_modules/**", "!**/.*/**"];
  const list = () => {
    paths ??= globSync(patterns, { cwd: folder, expandDirectories: false, caseSensitiveMatch: false }).toSorted();
    return paths;
  };
  return {
    find: (name, note) => findFile(name, note, list()),
    list,
    forget: () => {
      paths = undefined;
    },
  };
}
