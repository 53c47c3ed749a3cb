/** What MDX has in braces, where it is text and nothing to be reckoned, as Markdown; undefined for all else. */
export function textInBraces(code: string): string | undefined {
  const text = /^\s*(["'`])((?:(?!\1|\\|\$\{)[\s\S])*)\1\s*$/.exec(code)?.[2];
  return text?.replace(/[\\`*_[\]<>]/g, "\\$&");
}

/** Where comments stand in HTML, in characters. */
export function findComments(html: string): { start: number; end: number }[] {
  const comments = html.matchAll(/<!--(?:[^-]|-(?!->))*(?:-->)?/g);
  return Array.from(comments, ({ 0: comment, index }) => ({ start: index, end: index + comment.length }));
}
