import { globSync } from "tinyglobby";
import { indexFiles } from "./embeds.ts";
import { PICTURE_ENDINGS } from "./picture-endings.ts";

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
  let known: { paths: readonly string[]; find: ReturnType<typeof indexFiles> } | undefined;
  const patterns = [`**/*.{${PICTURE_ENDINGS}}`, "!**/node_modules/**", "!**/.*/**"];
  const open = () => {
    if (!known) {
      const options = { cwd: folder, expandDirectories: false, caseSensitiveMatch: false };
      const paths = globSync(patterns, options).toSorted();
      known = { paths, find: indexFiles(paths) };
    }
    return known;
  };
  return {
    find: (name, note) => open().find(name, note),
    list: () => open().paths,
    forget: () => {
      known = undefined;
    },
  };
}
