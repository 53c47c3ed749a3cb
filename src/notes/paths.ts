/** An address in words, `caf%C3%A9.md` as `café.md`; undefined where its signs of percent stand for nothing. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURI(address);
  } catch {
    return undefined;
  }
}

/** The same of what may be no address, which is words as they are. */
export function inWords(address: string): string {
  return decodeAddress(address) ?? address;
}

/**
 * Path below the notes' folder of the file that a link leads to; undefined for what is no address.
 * @param path as the link has it
 * @param from path of the note that the link is in
 */
export function resolvePath(path: string, from: string): string | undefined {
  // Any base does: only the path is read back. A sign of percent in it is one of the file's name.
  const base = `file:///${encodeURI(from)}`;
  return URL.canParse(path, base) ? decodeAddress(new URL(path, base).pathname.slice(1)) : undefined;
}

/** Path of a file, as a note names it, from the notes' folder; above that it begins with "..". */
export function joinPath(note: string, file: string): string {
  const parts = note.split("/").slice(0, -1);
  for (const part of file.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
