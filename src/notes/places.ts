import type { Root } from "hast";
import { visitElements } from "./visit.ts";

/** Where links can lead in a text, and those of its links that stay on its page or are seen from the top of the host. */
export interface Places {
  anchors: string[];
  addresses: string[];
}

/** Reads the places of a text whose links are resolved and whose parts have their anchors. */
export function readPlaces(root: Root): Places {
  const anchors: string[] = [];
  const addresses: string[] = [];
  visitElements(root, ({ tagName, properties: { id, href } }) => {
    if (id !== undefined) anchors.push(String(id));
    if (tagName === "a" && /^(?:#.|\/(?!\/))/.test(String(href))) addresses.push(String(href));
    return undefined;
  });
  return { anchors, addresses };
}

/**
 * The addresses of pictures that are seen from the top of the host, as the note has them: none of those are among
 * them that Astro has written for files beside it.
 * @param root a text whose pictures have still the addresses that they were written with
 */
export function readShown(root: Root): string[] {
  const shown: string[] = [];
  visitElements(root, ({ tagName, properties: { src, dataFile = src } }) => {
    if (tagName === "img" && dataFile === src && /^\/(?!\/)/.test(String(src))) shown.push(String(src));
    return undefined;
  });
  return shown;
}
