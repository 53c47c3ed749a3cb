import { noteId } from "./ids.ts";
import { decodeAddress, resolvePath } from "./paths.ts";
import { hasScheme } from "./schemes.ts";

/** What of a site's addresses a link in a note needs to know. */
export interface SiteAddresses {
  /** The path that the site lives below, without a slash at its end. */
  base: string;
  /** Whether there is something at a path below it that is no note's. */
  isRoute(path: string): boolean;
}

/** A site at the top of its host that has nothing but notes. */
export const NOTES_ALONE: SiteAddresses = { base: "", isRoute: () => false };

/** Names of the files beside a note's page. */
export const FILES_OF_NOTE = String.raw`map\.[\w.]+|card\.png|preview\.json`;

/** What is at a note's address besides its page. */
const OF_NOTE = new RegExp(String.raw`^/notes/(.+?)(?:\.md|/(?:map/?|${FILES_OF_NOTE}))$`);

/** Id of the note, if there is one, beside whose page a file is by its path below the base. */
export function noteOfFile(path: string): string | undefined {
  return OF_NOTE.exec(decodeAddress(path) ?? "")?.[1];
}

/** A path as seen from the one that the site lives below, which has no slash at its end; undefined for one elsewhere. */
export function belowBase(path: string, base: string): string | undefined {
  return `${path}/`.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** Where an address leads that a link may have. */
export type Destination =
  /** A note, by its id, or one that there is not. */
  | { note: string | undefined }
  /** Another file or page of the site, by its path below the base. */
  | { route: string };

/**
 * Finds where an address within the site leads that names no file: `/notes/hardware/tpm/`, `../hardware/tpm`.
 * @param path the address without what stands behind ? or #
 * @param from path of the note that the link is in
 * @param isNote whether there is a note with an id
 * @returns undefined for what may be anything: an address of another host, a name with another ending
 */
export function findDestination(
  path: string,
  from: string,
  isNote: (id: string) => boolean,
  { base, isRoute }: SiteAddresses,
): Destination | undefined {
  if (hasScheme(path) || /^\/\/|^www\.|^$/i.test(path)) return undefined;
  if (path.startsWith("/")) {
    const below = (belowBase(path, base) ?? path) || "/";
    // Where the site lives below a path that its own begin with, what begins so may be meant either way.
    for (const route of new Set([below, path])) {
      const owner = noteOfFile(route);
      if ((owner !== undefined && isNote(owner)) || isRoute(route)) return { route };
    }
    return { note: idsOf(below.replace(/^\/notes(?=\/)/, "").slice(1), below.slice(1)).find(isNote) };
  }
  // What has an ending may lie beside the note.
  if (/\.[^./]+$/.test(path)) return undefined;
  const page = `${noteId(from)}/`;
  return { note: idsOf(resolvePath(path, from), resolvePath(path, page), path).find(isNote) };
}

/** Ids of the notes that paths without an ending may stand for. */
function idsOf(...paths: (string | undefined)[]): string[] {
  return paths.flatMap((path) => (path === undefined ? [] : noteId(`${decodeAddress(path)?.replace(/\/+$/, "")}.md`)));
}
