import { type Query, type Term, toPattern } from "./query.ts";
import type { Page } from "./places.ts";
import type { Region } from "./regions.ts";
import { fold, listForms, matchWord } from "./words.ts";

/** A word, or the first of several, that answers a term. */
export interface Hit {
  /** Place of the word in its page, counted from 0, and how many words there are. */
  location: number;
  length: number;
  term: Term;
  /** How well it answers: above 0, up to 1 for the word itself. */
  match: number;
}

const STRENGTH = { title: 3.4, heading: 3, term: 3.3, item: 1.8, text: 1.2, above: 0.9, pageTitle: 0.8, source: 0.6 };
const NEAR = 1.4;
/** All that was typed stands there word by word, "who did what" say, of which only one word is a term. */
const SAID = 2;
const FIT = 1.5;
/** Of two heads that answer alike, the one whose text does too is meant. */
const BOTH = 0.1;

/** How well a place answers: the share of the terms found in it or above it, and its score among others. */
export function scorePlace(
  { fragment, words }: Page,
  region: Region,
  hits: readonly Hit[],
  { terms, words: typed }: Query,
): { coverage: number; score: number } {
  const above = listAll(region.trail.map(({ text }) => text).join(" "));
  const title = listAll(fragment.meta.title ?? "");
  const strengths = terms.map((term) => {
    let most = Math.max(0, matchAll(above, term) * STRENGTH.above, matchAll(title, term) * STRENGTH.pageTitle);
    for (const hit of hits) if (hit.term === term) most = Math.max(most, hit.match * strength(region, hit));
    return most;
  });
  const sum = strengths.reduce((all, each) => all + each, 0);
  const coverage = strengths.filter((each) => each > 0).length / terms.length;
  const isWhole = terms.flatMap((term) => term.words).length === typed.length;
  const isAsTyped = !isWhole && isSaid(words.slice(region.start, region.end), typed);
  const near = isAsTyped ? SAID : isInOrder(hits, terms) ? NEAR : 1;
  return { coverage, score: (sum / terms.length) * coverage ** 2 * near + scoreHead(region, hits) * coverage };
}

/** What a heading or term is worth by how much of it is asked for, and by a text that answers too. */
function scoreHead({ start, headEnd }: Region, hits: readonly Hit[]): number {
  const inHead = new Set(hits.map(({ location }) => location).filter((location) => location < headEnd));
  if (inHead.size === 0) return 0;
  const isInText = hits.some(({ location }) => location >= headEnd);
  return (inHead.size / (headEnd - start)) * FIT + (isInText ? BOTH : 0);
}

function listAll(text: string): string[] {
  return text.split(/\s+/).flatMap(listForms);
}

function matchAll(forms: readonly string[], { words }: Term): number {
  return Math.min(...words.map((word) => Math.max(0, ...forms.map((form) => matchWord(form, word)))));
}

/** Whether all that was typed stands there, word by word. */
function isSaid(words: readonly string[], typed: string[]): boolean {
  return toPattern({ words: typed }).test(fold(words.join(" ")));
}

function strength({ kind, headEnd, level }: Region, { location }: Hit): number {
  if (kind === "item" || kind === "source") return STRENGTH[kind];
  if (location >= headEnd) return STRENGTH.text;
  return kind === "heading" ? STRENGTH.heading - 0.1 * (level - 2) : STRENGTH[kind];
}

/** Whether the terms stand there one after the other, as they were asked for. */
function isInOrder(hits: readonly Hit[], terms: readonly Term[]): boolean {
  if (terms.length < 2) return false;
  const at = new Set(hits.map(({ location, term }) => `${terms.indexOf(term)} ${location}`));
  return hits.some(
    ({ location, term }) =>
      term === terms[0] &&
      terms.every((_, index) => [0, 1].some((gap) => at.has(`${index} ${location + index + gap}`))),
  );
}
