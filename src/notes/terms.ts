import GithubSlugger from "github-slugger";
import type { Element, ElementContent, Root, Text } from "hast";
import type { GlossaryTerm } from "./glossary.ts";
import { visitNodes } from "./visit.ts";

/** A term with its place in the glossary. */
export interface TermLink extends GlossaryTerm {
  /** Anchor in the glossary. */
  id: string;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Sorts terms by name, and gives each its anchor in the glossary. */
export function anchorTerms(terms: readonly GlossaryTerm[]): TermLink[] {
  const slugger = new GithubSlugger();
  const sorted = terms.toSorted((a, b) => collator.compare(a.term, b.term));
  return sorted.map((term) => ({ ...term, id: slugger.slug(term.term.normalize()) }));
}

const UNLINKED = new Set([
  "a",
  "code",
  "pre",
  "svg",
  "math",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "th",
  "figure",
  "kbd",
]);

/** Finds terms in text, longest first, as whole words. */
export interface TermIndex {
  pattern: RegExp;
  /** The terms by each way to write them. */
  byName: ReadonlyMap<string, TermLink>;
}

/**
 * Makes terms ready to be found: by name or written out, in the plural too, and those in small letters also
 * as a sentence begins. A term with a capital is a name, which the same word without it is not.
 */
export function indexTerms(terms: readonly TermLink[]): TermIndex | undefined {
  if (terms.length === 0) return undefined;
  const byName = new Map<string, TermLink>();
  const add = (name: string, term: TermLink) => {
    for (const form of [name, capitalise(name)]) if (!byName.has(form)) byName.set(form, term);
  };
  // A term's own name is worth more than what another stands for, and that more than a plural.
  for (const term of terms) add(term.term, term);
  for (const term of terms) if (term.expansion) add(inSentence(term.expansion), term);
  for (const [name, term] of [...byName]) add(pluralOf(name), term);
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length);
  // The words of a name may stand on two lines of the source.
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "gu"),
    byName,
  };
}

/** What a term stands for as it is written within a sentence: only names keep their capital. */
function inSentence(expansion: string): string {
  return /^\p{Lu}\p{Ll}+(?:[ -][\p{Ll}]+)+$/u.test(expansion)
    ? expansion.charAt(0).toLowerCase() + expansion.slice(1)
    : expansion;
}

/** A term as a sentence or a line begins with it; names such as vTPM stay as they are. */
export function capitalise(term: string): string {
  return /^\p{Ll}+(?![\p{L}\p{N}])/u.test(term) ? term.charAt(0).toUpperCase() + term.slice(1) : term;
}

/** The plural of a term, as English makes it: in "root of trust" of what stands before the "of". */
export function pluralOf(term: string): string {
  const [, noun = term, rest = ""] = /^(.*?)( of .*)$/.exec(term) ?? [];
  if (/[^s]sis$/.test(noun)) return `${noun.slice(0, -2)}es${rest}`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies${rest}`;
  return `${noun}${/(?:s|x|z|ch|sh)$/.test(noun) ? "es" : "s"}${rest}`;
}

/**
 * Links the first use of each term to the glossary, with its definition for hover and focus. Headings, code, links and
 * whatever else `UNLINKED` names stay as they are. The tree is changed in place.
 * @param glossaryUrl address of the page of terms
 * @returns the terms that are used
 */
export function linkTerms(root: Root, index: TermIndex, glossaryUrl: string): TermLink[] {
  const used: TermLink[] = [];
  visitNodes(root, (node, ancestors, at) => {
    if (node.type !== "text") return undefined;
    if (ancestors.some((above) => above.type === "element" && UNLINKED.has(above.tagName))) return undefined;
    const parts = splitTerms(node, index, used, glossaryUrl);
    if (parts.length < 2 && parts[0]?.type === "text") return undefined;
    const parent = ancestors.at(-1) as Element;
    parent.children.splice(at, 1, ...parts);
    return at + parts.length;
  });
  return used;
}

/** @param used the terms that are linked already, to which those of this text are added */
function splitTerms(
  { value }: Text,
  { pattern, byName }: TermIndex,
  used: TermLink[],
  glossaryUrl: string,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
    const term = byName.get(match[0].replace(/\s+/g, " "));
    if (!term || used.includes(term)) continue;
    used.push(term);
    if (match.index > end) parts.push({ type: "text", value: value.slice(end, match.index) });
    parts.push(createLink(term, match[0], glossaryUrl));
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push({ type: "text", value: value.slice(end) });
  return parts;
}

function createLink({ id, expansion, definition }: TermLink, text: string, glossaryUrl: string): Element {
  // Written out, a term is not told again what it stands for.
  const isShort = expansion && !text.toLowerCase().startsWith(expansion.toLowerCase());
  const explained = isShort ? `${expansion}: ${definition}` : definition;
  return {
    type: "element",
    tagName: "a",
    properties: {
      className: ["term"],
      href: `${glossaryUrl}#${id}`,
      // Shown on hover and focus too. Its name is not among those that hast writes with hyphens.
      "aria-description": explained,
    },
    children: [{ type: "text", value: text }],
  };
}
