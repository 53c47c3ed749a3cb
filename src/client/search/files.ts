import { loadFile } from "../load.ts";
import { siteAddress } from "./address.ts";

/** A kind of file a map can be had as: its ending and what a menu calls it. */
export interface FileKind {
  extension: string;
  label: string;
}

/** Kinds of files that a query names, and its other words. */
export interface AskedFiles {
  kinds: FileKind[];
  rest: string;
}

let kinds: Promise<FileKind[]> | undefined;

/** The kinds of files this site has; none while they cannot be had, since places are found without. */
export async function loadFileKinds(): Promise<FileKind[]> {
  kinds ??= loadFile(siteAddress("search/files.json")).then((response) => response.json());
  try {
    return await kinds;
  } catch {
    kinds = undefined;
    return [];
  }
}

/**
 * Reads "tpm svg" as a wish for a file of the notes that answer "tpm".
 * @param known all kinds there are
 */
export function readAskedFiles(text: string, known: readonly FileKind[]): AskedFiles {
  let rest = ` ${text.toLowerCase().replace(/\s+/g, " ")} `;
  // Longer names first: "JSON Canvas" is not JSON.
  const byLength = known.toSorted((a, b) => b.label.length - a.label.length);
  const kinds = byLength.filter(({ extension, label }) => {
    const before = rest;
    for (const name of [label, extension]) rest = rest.replace(` ${name.toLowerCase()} `, " ");
    return rest !== before;
  });
  return { kinds, rest: rest.trim() };
}
