/** The anchor that the hash of an address names; "" when there is none. One that is written wrongly is taken as it stands. */
export function anchorOf(hash: string): string {
  const anchor = hash.slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
