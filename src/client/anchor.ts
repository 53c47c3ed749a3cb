/** The anchor that the hash of an address names; "" when there is none. One that is written wrongly is taken as it stands. */
export function anchorOf(hash: string): string {
  return decodeWords(hash.slice(1));
}

/** Part of an address in words; one whose signs of percent stand for no letters as it is. */
export function decodeWords(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
