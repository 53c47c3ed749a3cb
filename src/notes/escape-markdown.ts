/**
 * Signs that Markdown would take for its own: underscores inside of a word it would not, nor a number sign
 * that begins none, nor a lesser-than sign or an ampersand that begins no tag and no entity. What ends the text may.
 */
const SIGNS =
  /[`*[\]~|]|\\(?![\p{L}\p{N}\s])|(?<!\S)#|<(?=[a-z/!?]|$)|&(?=#?\w+;|$)|(?<!_)(?:(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_]))/giu;

/** Writes plain text as Markdown that is read back as it, in a heading, a list item, a table cell or a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, (signs) => signs.replace(/./g, "\\$&"));
}

/** Lets a line of Markdown be words where it would begin with the sign of a list, a quote, or a rule (CommonMark 5.1, 5.2, 4.1). */
export function escapeBeginning(line: string): string {
  return line.replace(
    /^(\d{1,9})([.)])(?=\s|$)|^(>|[-+](?=\s|-*\s*$))/,
    (_, number = "", sign = "", bullet = "") => `${number}\\${sign}${bullet}`,
  );
}
