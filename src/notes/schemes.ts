/** What stands before the colon of an address that names its kind (RFC 3986, 3.1), as a pattern without regard to capitals. */
export const SCHEME = String.raw`[a-z][a-z\d+.-]*`;

const BEGINNING = new RegExp(`^${SCHEME}:`, "i");

/** Whether an address begins with a scheme, and so is none of a file or a page of the site. */
export function hasScheme(address: string): boolean {
  return BEGINNING.test(address);
}

/** Whether an address is none of the web's, and pages leave it out: that of a picture in itself, or on one machine. */
export function isOfOtherKind(address: string): boolean {
  return hasScheme(address) && !/^https?:/i.test(address);
}
