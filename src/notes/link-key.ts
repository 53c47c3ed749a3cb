/** What smart punctuation makes of signs, and the signs that authors write. */
const WRITTEN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "--",
  "—": "---",
  "…": "...",
};

/** The same text as an author may have written it, who has no other quotation marks and dashes on the keyboard. */
export function asWritten(text: string): string {
  return text.replace(/[’‘“”–—…]/g, (sign) => WRITTEN[sign] ?? sign);
}

/**
 * What is the same for all ways to write a name: in capitals or not, with accents as one letter or as two, which is
 * how macOS names files, and with the punctuation of the source or of the page, where Markdown has made it finer.
 */
export function linkKey(name: string): string {
  return asWritten(name.normalize().toLowerCase());
}
