/** An embed as Obsidian has it: `![[name#place|words]]`; within a table its bar is escaped. */
const EMBED = /!\[\[([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\]/g;

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
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
 * Finds the file that an embed names, as Obsidian does: by its path as seen from the note or from the notes' folder,
 * or by the end of its path, of several the shortest.
 * @param note path of the note below the notes' folder
 * @param paths of all files that may be meant, below the notes' folder
 */
export function findFile(name: string, note: string, paths: readonly string[]): string | undefined {
  const wanted = normalize(name.replace(/^\.?\/+/, ""));
  const beside = normalize(note.replace(/[^/]*$/, "") + wanted);
  const known = paths.map((path) => ({ path, key: normalize(path) }));
  const exact = known.find(({ key }) => key === beside) ?? known.find(({ key }) => key === wanted);
  const alike = known.filter(({ key }) => key.endsWith(`/${wanted}`));
  const [shortest] = alike.toSorted((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  return (exact ?? shortest)?.path;
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.normalize().toLowerCase().split("/")) {
    if (part === ".." && parts.length > 0) parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
