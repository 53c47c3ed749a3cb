import GithubSlugger from "github-slugger";
import type { Element, ElementContent, Root, Text } from "hast";
import type { GlossaryTerm } from "./glossary.ts";
import { visitNodes } from "./visit.ts";

/** A term with its place in the glossary. */
export interface TermLink extends GlossaryTerm {
  /** Anchor in the glossary. */
  id: string;
}

/** Gives each term its anchor in the glossary. */
export function anchorTerms(terms: readonly GlossaryTerm[]): TermLink[] {
  const slugger = new GithubSlugger();
  return terms.map((term) => ({ ...term, id: slugger.slug(term.term) }));
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

/** Finds terms in text, longest first, as whole words written just so. */
export interface TermIndex {
  pattern: RegExp;
  byName: ReadonlyMap<string, TermLink>;
}

export function indexTerms(terms: readonly TermLink[]): TermIndex | undefined {
  if (terms.length === 0) return undefined;
  const names = terms.map(({ term }) => term).toSorted((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "gu"),
    byName: new Map(terms.map((term) => [term.term, term])),
  };
}

/**
 * Links the first use of each term to the glossary, with its definition for hover and focus. Headings,
 * code and links stay as they are. The tree is changed in place.
 * @param glossaryUrl address of the page of terms
 * @returns the terms that are used
 */
export function linkTerms(root: Root, { pattern, byName }: TermIndex, glossaryUrl: string): TermLink[] {
  const used: TermLink[] = [];
  visitNodes(root, (node, ancestors, at) => {
    if (node.type !== "text") return undefined;
    if (ancestors.some((above) => above.type === "element" && UNLINKED.has(above.tagName))) return undefined;
    const parts = splitTerms(node, pattern, byName, used, glossaryUrl);
    if (parts.length < 2 && parts[0]?.type === "text") return undefined;
    const parent = ancestors.at(-1) as Element;
    parent.children.splice(at, 1, ...parts);
    return at + parts.length;
  });
  return used;
}

function splitTerms(
  { value }: Text,
  pattern: RegExp,
  byName: ReadonlyMap<string, TermLink>,
  used: TermLink[],
  glossaryUrl: string,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
    const term = byName.get(match[0]);
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
  const explained = expansion ? `${expansion}: ${definition}` : definition;
  return {
    type: "element",
    tagName: "a",
    properties: {
      className: ["term"],
      href: `${glossaryUrl}#${id}`,
      dataDefinition: explained,
      ariaDescription: explained,
    },
    children: [{ type: "text", value: text }],
  };
}
