/** Longest words of a preview, in characters. */
const LONGEST = 240;

/** So much of a text as a preview shows, cut at a word. */
export function cutPreview(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf(" ", LONGEST);
  // Chinese, Japanese and Thai have no blanks between words.
  return `${words.slice(0, end > 0 ? end : LONGEST)} …`;
}
