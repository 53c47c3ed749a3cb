/** Whether an address is that of the glossary, which has every term, also those that the notes call otherwise. */
export function isGlossary({ url }: { url: string }): boolean {
  return url.endsWith("/glossary/");
}
