import { joinPath } from "./paths.ts";
import { PICTURE_ENDINGS } from "./picture-endings.ts";

/** An embed as Obsidian has it: `![[name#place|words]]`; within a table its bar is escaped. */
const EMBED = /!\[\[([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\]/g;

const PICTURE = new RegExp(`\\.(?:${PICTURE_ENDINGS.join("|")})$`, "i");
/** Other endings of files; what stands behind the dot of a note's name has a blank, or no letters. */
const FILE = /\.(?!mdx?$)(?=\d*[a-z])[a-z\d]{2,10}$/i;

/** Something that a note shows of another file. */
export interface Embed {
  /** As it is written. */
  written: string;
  /** Its place in the text. */
  index: number;
  /** Name or path of what it shows. */
  name: string;
  kind: "picture" | "file" | "note";
  /** What stands behind the bar: words, or a size in pixels. */
  shown: string | undefined;
}

/** The embeds of a text, in their order. */
export function findEmbeds(text: string): Embed[] {
  return [...text.matchAll(EMBED)].map(({ 0: written, 1: target = "", 3: shown, index }) => {
    const name = target.replace(/\\$/, "").trim();
    const kind = PICTURE.test(name) ? "picture" : FILE.test(name) ? "file" : "note";
    return { written, index, name, kind, shown };
  });
}

/**
 * Finds files that embeds name, as Obsidian does: by their path as seen from the note or from the notes' folder, or by
 * the end of their path, of several the shortest.
 * @param paths of all files that may be meant, below the notes' folder
 * @returns finds one by what an embed in a note names; both paths are below the notes' folder
 */
export function indexFiles(paths: readonly string[]): (name: string, note: string) => string | undefined {
  const byPath = new Map(paths.map((path) => [pathKey(path), path]));
  const byName = Map.groupBy(byPath.keys(), nameOf);
  return (name, note) => {
    const wanted = joinPath("", pathKey(name).replace(/^\.?\/+/, ""));
    const beside = joinPath(pathKey(note), wanted);
    const alike = byName.get(nameOf(wanted))?.filter((key) => key.endsWith(`/${wanted}`)) ?? [];
    const [shortest = ""] = alike.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
    return byPath.get(beside) ?? byPath.get(wanted) ?? byPath.get(shortest);
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What is the same for all ways to write a path: in capitals or not, with accents as one letter or as two. */
function pathKey(path: string): string {
  return path.normalize().toLowerCase();
}
