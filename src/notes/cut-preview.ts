/** Longest words of a preview, in characters. */
const LONGEST = 240;

/** The beginning of a text, so many characters long, without the first half of a letter that takes two. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** So much of a text as a preview shows, cut at a word. */
export function cutPreview(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf(" ", LONGEST);
  // Chinese, Japanese and Thai have no blanks between words.
  return `${cutText(words, end > 0 ? end : LONGEST)} …`;
}

/** So much of a text as a preview shows around what stands at a place in it, cut at words. */
export function cutAround(text: string, start: number, end: number): string {
  if (text.length <= LONGEST) return text;
  const last = Math.min(end, start + LONGEST);
  const room = LONGEST - (last - start);
  // What one side does not need is the other's.
  const before = Math.min(start, Math.max(Math.floor(room / 2), room - (text.length - last)));
  const [from, to] = [start - before, last + room - before];
  const [wordStart, wordEnd] = [text.indexOf(" ", from - 1) + 1, text.lastIndexOf(" ", to)];
  // Without blanks between words any place will do, but not one within a letter.
  const first = from > 0 && wordStart > 0 && wordStart <= start ? wordStart : from;
  const behind = to < text.length && wordEnd >= last ? wordEnd : to;
  const words = text.slice(first, behind).replace(/^\p{Cs}|\p{Cs}$/gu, "");
  return `${first > 0 ? "… " : ""}${words}${behind < text.length ? " …" : ""}`;
}
