import { isShown } from "./html.ts";
import type { Fault } from "./problems.ts";

/** A tag that opens an element in HTML. */
export interface OpenTag {
  /** As it is written. */
  name: string;
  /** Place of its first sign. */
  offset: number;
}

/** A comment and its end, which is empty where there is none; `<!-->` and `<!--->` are comments of no words. */
const COMMENT = /<!--(?:-?>|[\s\S]*?(-->|$))/g;
const OTHER_PROGRAMS = new Set(["iframe", "video", "audio", "object", "embed"]);
/** What follows these is no HTML until they are closed, or goes with them. */
const SWALLOWING = new Set(
  "script style textarea title xmp iframe noembed noframes plaintext template noscript".split(" "),
);

/** What follows these stands in them until they end; the ends of other elements can be left out, or come of themselves. */
const HOLDING = new Set(
  "details div section article aside header footer nav figure table blockquote ul ol dl pre center b big code em font i s small strike strong tt u".split(
    " ",
  ),
);

/** Where comments stand in HTML, in characters. */
export function findComments(html: string): { start: number; end: number }[] {
  return Array.from(html.matchAll(COMMENT), ({ 0: comment, index }) => ({ start: index, end: index + comment.length }));
}

/** The same text with blanks in place of its comments. */
export function withoutComments(html: string): string {
  return html.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
}

/** Checks that a comment ends: one that does not takes all below it. */
export function checkComment(html: string): { offset: number; fault: Fault } | undefined {
  const open = [...html.matchAll(COMMENT)].find(([, end]) => end === "");
  if (!open) return undefined;
  const found = "<!-- without its end, which hides all below it";
  return {
    offset: open.index,
    fault: { found, expected: "-->", mend: "close it, or write &lt;!-- where it is text", isHarmless: true },
  };
}

/** Tags that open elements, but not those in comments. */
export function findOpenTags(html: string): OpenTag[] {
  const found = [...withoutComments(html).matchAll(/<([a-z][\w:-]*)(?=[\s/>]|$)/gi)];
  return found.map(({ 1: name = "", index }) => ({ name, offset: index }));
}

/**
 * Makes a function that says whether an element ends behind a place.
 * @param html the pieces of HTML of a note, in their order
 */
export function createEndFinder(html: readonly string[]): (name: string, at: number, offset: number) => boolean {
  const last = new Map<string, [at: number, offset: number]>();
  for (const [at, piece] of html.entries()) {
    for (const { 1: name = "", index } of piece.matchAll(/<\/([a-z][\w-]*)/gi))
      last.set(name.toLowerCase(), [at, index]);
  }
  return (name, at, offset) => {
    const [lastAt, lastOffset] = last.get(name.toLowerCase()) ?? [-1, -1];
    return lastAt > at || (lastAt === at && lastOffset > offset);
  };
}

/**
 * Checks that a page shows what an element holds; nothing when it does.
 * @param isEnded whether its end follows in the note; undefined in MDX, which is broken without the end of an element
 */
export function checkTag(name: string, isEnded?: boolean): Fault | undefined {
  const tag = name.toLowerCase();
  if (isEnded === false && SWALLOWING.has(tag)) return unendedFault(name, "hides all below it");
  if (name === "Figure" ? isEnded === undefined : isShown(tag)) return undefined;
  const [expected, found] = ["what pages show", `<${name}>, which pages leave out`];
  return { found, expected, mend: mendTag(name, tag), isHarmless: true };
}

function unendedFault(name: string, effect: string): Fault {
  const found = `<${name}> without its end, which ${effect}`;
  const mend = `close it, or write &lt;${name}> where it is text`;
  return { found, expected: `</${name.toLowerCase()}>`, mend, isHarmless: true };
}

/**
 * Finds elements that hold all that follows them, since they do not end.
 * @param html the pieces of HTML of a note, in their order
 * @returns in which piece each begins, and where in it
 */
export function findUnended(html: readonly string[]): { at: number; offset: number; fault: Fault }[] {
  const open = new Map<string, { at: number; offset: number; fault: Fault }[]>();
  for (const [at, piece] of html.entries()) {
    for (const { 1: end, 2: name = "", index } of withoutComments(piece).matchAll(
      /<(\/?)([a-z][\w:-]*)(?=[\s/>]|$)/gi,
    )) {
      const tag = name.toLowerCase();
      if (!HOLDING.has(tag)) continue;
      const effect = tag === "details" ? "folds away all below it" : "holds all below it";
      const same = open.get(tag) ?? [];
      if (end) same.pop();
      else same.push({ at, offset: index, fault: unendedFault(name, effect) });
      open.set(tag, same);
    }
  }
  return [...open.values()].flat();
}

function mendTag(name: string, tag: string): string {
  if (OTHER_PROGRAMS.has(tag)) return "link to it, as [what it shows](address)";
  if (tag === "script" || tag === "style") return "take it out: nothing in a note runs, or changes how a page looks";
  if (/^[A-Z].*[a-z]/.test(name))
    return "end the file's name in .mdx if it is a component, or write &lt; for a < that is text";
  return "write it as Markdown, or write &lt; for a < that is text";
}
