import { FILES_OF_NOTE } from "./addresses.ts";
import { isBeside, type PictureState, percentFault } from "./check-pictures.ts";
import { LINK_SCHEMES } from "./html.ts";
import { noteId } from "./ids.ts";
import { decodeAddress, joinPath, resolvePath } from "./paths.ts";
import type { Fault } from "./problems.ts";
import { hasScheme } from "./schemes.ts";

/** A path that ends as the name of a file does. */
const FILE = /^[^#?]*\.[a-z][a-z\d]*(?=[#?]|$)/i;
const NOTE = /\.mdx?$/i;
const OF_NOTE = new RegExp(`(?:^|/)(?:${FILES_OF_NOTE})$`);

/** Names that begin or end as hosts often do; of a file none of them is usual. */
const HOST =
  /^(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|io|dev|eu|uk|de|fr|ch|at|us))(?=[/?#]|$)/i;
const MAIL = /^[^\s/@:]+@[\w-]+(?:\.[\w-]+)+$/;

/** What stands before the first colon of an address that is not whole without it. */
const SCHEME = /^([^/?#:]*):/;
const PORT = /^(?:localhost|[\w-]+(?:\.[\w-]+)+):\d+(?=[/?#]|$)/i;

/**
 * Checks where a link leads: to an address that pages have, and if it names a file, to one that comes to the site. Of
 * a note's folder only notes, and pictures that they show, do.
 * @param note path of the note below the notes' folder
 * @param lookAt looks at a file by its path below the notes' folder
 */
export function checkLink(url: string, note: string, lookAt: (path: string) => PictureState): Fault | undefined {
  const fault = (found: string, mend: string): Fault => ({
    found: `a link to ${url}${found}`,
    expected: "an address, a note, or a file of public/",
    mend,
    isHarmless: true,
  });
  const dropped = checkScheme(url);
  if (dropped) return dropped;
  const [path] = (isBeside(url) && FILE.exec(url)) || [];
  const file = path === undefined ? undefined : (resolvePath(path, note) ?? path);
  // Notes, as most links lead to, need no look at the disk.
  const look = () => (file === undefined ? "missing" : lookAt(file));
  if (MAIL.test(url)) return fault(", which leads nowhere", `write mailto:${url}`);
  if (HOST.test(url) && look() === "missing") return fault(", which leads nowhere", `write https://${url}`);
  if (path === undefined || file === undefined) return undefined;
  if (NOTE.test(path)) return decodeAddress(url) === undefined ? percentFault(url, `the link ${url}`) : undefined;
  const state = look();
  if (state === "folder") return fault(", which is a folder", `write ${path}/`);
  if (state !== "missing") {
    const name = encodeURI(file.split("/").at(-1) ?? "");
    return fault(", whose file does not come to the site", `put the file into public/ and write /${name}`);
  }
  // Seen from the note's page it may be another of the site's addresses.
  const isOther = !resolvePath(path, `notes/${noteId(note)}/`)?.startsWith("notes/");
  if (isOther || OF_NOTE.test(path)) return undefined;
  return fault(", where there is no such file", "mend its name, or take the link out");
}

/** Of links to anything but pages, mail and telephones, pages have the words alone. */
function checkScheme(url: string): Fault | undefined {
  const [, scheme] = SCHEME.exec(url.trimStart()) ?? [];
  if (scheme === undefined || LINK_SCHEMES.includes(scheme.toLowerCase())) return undefined;
  const isNone = !hasScheme(`${scheme}:`);
  const mend = "write the address as text, or take the link out";
  return {
    found: `a link to ${url}, whose address pages leave out`,
    expected: `an address that begins with ${LINK_SCHEMES.map((name) => `${name}:`).join(", ")}`,
    mend: PORT.test(url) ? `write https://${url}` : isNone ? `write ./${url}` : mend,
    isHarmless: true,
  };
}

/** Files that an import names by its path: of those without an ending, and of scripts, bundlers try several. */
const IMPORTED = /^[^\S\n]*(?:import|export)\b(?:[^'"]*\bfrom)?\s*["'](\.{1,2}\/[^'"?]*\.[a-z]+)(?:\?[^'"]*)?["']/gm;

/** Packages that an import names, `d3/src` or `@scope/name`; what has a colon in it is the bundler's own. */
const PACKAGE =
  /^[^\S\n]*(?:import|export)\b(?:[^'"]*\bfrom)?\s*["']((?:@[^\s/'":]*\/)?[^\s./'":#][^\s/'":]*)[^\s'":]*["']/gm;

/** What a note can bring in. */
export interface Importable {
  /** Looks at a file by its path below the notes' folder. */
  lookAt(path: string): PictureState;
  /** Whether there is a package for a note. */
  hasPackage(name: string, note: string): boolean;
}

/** Checks that the files and packages are there which the code of a note brings in. */
export function checkImports(code: string, note: string, { lookAt, hasPackage }: Importable): Fault[] {
  const files = [...code.matchAll(IMPORTED)].flatMap(({ 1: path = "" }) => {
    const names = [path, path.replace(/\.(m|c)?js(x?)$/, ".$1ts$2")];
    if (names.some((name) => lookAt(joinPath(note, name)) !== "missing")) return [];
    const found = `an import of ${path}, where there is no such file`;
    return { found, expected: "the path of a file, as seen from the note", mend: "mend it, or take the import out" };
  });
  const packages = [...code.matchAll(PACKAGE)].flatMap(({ 1: name = "" }) => {
    if (hasPackage(name, note)) return [];
    const found = `an import of ${name}, which is not installed`;
    const expected = "an installed package, or the path of a file, as seen from the note";
    return { found, expected, mend: "install it, or take the import out, and what it brings" };
  });
  return [...files, ...packages];
}
