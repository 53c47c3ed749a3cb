import { type PictureState, type Told, tellPercent } from "./check-pictures.ts";
import { decodeAddress, resolvePath } from "./paths.ts";

/** A path to a file: neither an address of another host or kind, nor of the site, nor of a place on the page. */
const FILE = /^(?![a-z][a-z\d+.-]*:|[/#?])[^#?]*\.[a-z][a-z\d]*(?=[#?]|$)/i;
const NOTE = /\.mdx?$/i;
/** What the site has beside the page of a note, by names that a page may lead to. */
const OF_PAGE = /(?:^|\/)(?:map\.[\w.]+|card\.png|preview\.json)$/;

/** Names that end as hosts often do; as the ending of a file none of them is usual. */
const HOST = /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|io|dev|eu|uk|de|fr|ch|at|us)(?:\/|$)/i;

/**
 * Checks where a link leads that names a file: of a note's folder only notes, and pictures that they show,
 * come to the site.
 * @param note path of the note below the notes' folder
 * @param lookAt looks at a file by its path below the notes' folder
 */
export function checkLink(url: string, note: string, lookAt: (path: string) => PictureState): Told | undefined {
  if (HOST.test(url) && lookAt(resolvePath(url, note) ?? url) === "missing") {
    return {
      found: `a link to ${url}`,
      expected: "an address with https:// before it, or the path of a note",
      mend: `write https://${url}`,
      isHarmless: true,
    };
  }
  const [path] = FILE.exec(url) ?? [];
  if (path === undefined) return undefined;
  if (NOTE.test(path)) return decodeAddress(url) === undefined ? tellPercent(url, `the link ${url}`) : undefined;
  if (OF_PAGE.test(path)) return undefined;
  const file = resolvePath(path, note) ?? path;
  const isThere = lookAt(file) !== "missing";
  return {
    found: `a link to ${url}, ${isThere ? "whose file does not come to the site" : "where there is no such file"}`,
    expected: "an address, a note, or a file of public/",
    mend: isThere
      ? `put the file into public/ and write /${file.split("/").at(-1)}`
      : "mend its name, or take the link out",
    isHarmless: true,
  };
}
