import { type Query, type Term, isInitials, isLiteral } from "./query.ts";
import { type Fragment, type Region, type Step, listRegions } from "./regions.ts";
import { type Hit, scorePlace } from "./score.ts";
import { singleSpellings } from "./spelling.ts";
import { joinUnspaced } from "./unspaced.ts";
import { bareWord, listForms, matchWord } from "./words.ts";

/** A piece of shown text; marked where it answers the query. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** A place in a note that answers a query: what searches call a sub-result of its page. */
export interface SubResult {
  kind: Region["kind"];
  /** Address of the page. */
  page: string;
  anchor: string;
  title: string;
  /** Headings from the note's title (left out) down to the place. */
  trail: Step[];
  /** The heading, title or term itself; empty where the words stand in the text below it. */
  label: Piece[];
  excerpt: Piece[];
  /** Share of the query's terms found here or in the headings above, 0 to 1. */
  coverage: number;
  /** How well it answers, the higher the better; it compares the places of one query. */
  score: number;
}

/** A word that only holds what was asked for, as "NitroTPM" does "TPM", is worth less than the word itself. */
const PART = 0.9;
/** How well another ending of the same stem answers, at least. */
const SAME = 0.9;
const EXCERPT_WORDS = 26;

/** A page's words and regions, which stay the same for every query. */
export interface Page {
  fragment: Fragment;
  words: string[];
  regions: Region[];
}

/** Parts a page into words and regions, each word in one spelling. */
export function readPage(kept: Fragment): Page {
  const { title = "" } = kept.meta;
  const fragment = {
    ...kept,
    content: singleSpellings(kept.content),
    meta: { ...kept.meta, title: singleSpellings(title) },
    anchors: kept.anchors.map((anchor) => ({ ...anchor, text: singleSpellings(anchor.text) })),
  };
  const words = fragment.content.split(/\s+/);
  return { fragment, words, regions: listRegions(fragment, words.length) };
}

interface PageHit extends Hit {
  /** Whether it is what was typed, and not a word that only begins with such initials. */
  isWhole: boolean;
}

/** Finds the places of a page that answer the query, the best first, and the terms that are in it at all. */
export function findPlaces(
  page: Page,
  locations: readonly number[],
  query: Query,
): { places: SubResult[]; answered: Set<Term> } {
  const hits = findHits(page, locations, query.terms);
  const byRegion = Map.groupBy(hits, ({ location }) => {
    const found = page.regions.findLast(({ start }) => start <= location);
    // The heading of the sources says nothing of them.
    return found?.kind === "source" && location < found.headEnd ? undefined : found;
  });
  const places = [...byRegion].flatMap(([region, own]) => (region ? toPlace(page, region, own, query) : []));
  return {
    places: places.toSorted((a, b) => b.score - a.score),
    answered: new Set(hits.filter((hit) => hit.isWhole).map(({ term }) => term)),
  };
}

function findHits({ words }: Page, locations: readonly number[], terms: readonly Term[]): PageHit[] {
  const hits: PageHit[] = [];
  const firsts = terms.filter(isLiteral).flatMap((term) => term.words.slice(0, 1));
  const own =
    firsts.length > 0
      ? words.flatMap((word, at) => (firsts.some((first) => bareWord(word).includes(first)) ? [at] : []))
      : [];
  for (const location of new Set([...locations, ...own])) {
    const forms = listForms(words[location] ?? "");
    for (const term of terms) {
      if (isJoined(term, forms)) hits.push({ location, length: 1, term, match: PART, isWhole: true });
      const match = matchTerm(term, forms, words, location);
      const isWhole = !isInitials(term) || isNamed(term, forms);
      if (match > 0) hits.push({ location, length: term.words.length, term, match, isWhole });
    }
  }
  return hits;
}

/** Whether initials stand there, and not a word that begins with them. */
function isNamed({ words: [initials = ""] }: Term, forms: readonly string[]): boolean {
  return forms.some((form) => form === `${initials}s` || matchWord(form, initials) >= SAME);
}

/** Whether the words of a parted name stand there as the name: "policy pcr" as "PolicyPCR". */
function isJoined({ words, isExact }: Term, forms: readonly string[]): boolean {
  return !isExact && words.length > 1 && forms.includes(words.join(""));
}

function matchTerm(term: Term, forms: string[], words: string[], location: number): number {
  const [first = "", ...more] = term.words;
  const accept = (all: string[], word: string) =>
    term.isExact
      ? Number(all.includes(word))
      : Math.max(0, ...all.map((form, index) => matchWord(form, word) * (index === 0 ? 1 : PART)));
  const begin = accept(forms, first);
  if (begin === 0) return 0;
  return more.every((word, index) => accept(listForms(words[location + index + 1] ?? ""), word) > 0) ? begin : 0;
}

function toPlace(page: Page, region: Region, hits: Hit[], query: Query): SubResult {
  const { fragment, words } = page;
  const title = fragment.meta.title ?? "";
  const { coverage, score } = scorePlace(page, region, hits, query);
  const inHead = hits.filter(({ location }) => location < region.headEnd);
  const inText = hits.some(({ location }) => location >= region.headEnd);
  const headWords = region.headEnd - region.start;
  const marked = new Set(
    hits.flatMap(({ location, length }) => Array.from({ length }, (_, index) => location + index)),
  );
  // A heading that answers is told by the text that follows it, as a term is by its definition.
  const isHeading = region.kind === "heading" && query.terms.every((term) => inHead.some((hit) => hit.term === term));
  return {
    kind: region.kind,
    page: fragment.url,
    anchor: region.id,
    title: joinUnspaced(title),
    trail: region.trail.map(({ id, text }) => ({ id, text: joinUnspaced(text) })),
    label: headWords > 0 ? toPieces(words, region.start, region.headEnd, marked) : [],
    excerpt: inText || isHeading || region.kind === "term" ? cutExcerpt(words, region, marked, isHeading) : [],
    coverage,
    score,
  };
}

/** The words around the first match below the heading; what explains its heading or term is shown from its beginning. */
function cutExcerpt(
  words: readonly string[],
  region: Region,
  marked: ReadonlySet<number>,
  isHeading: boolean,
): Piece[] {
  const { headEnd, end } = region;
  let first = Number.POSITIVE_INFINITY;
  for (const location of marked) if (location >= headEnd && location < end) first = Math.min(first, location);
  const start =
    isHeading || region.kind === "term" || first === Infinity ? headEnd : startExcerpt(words, headEnd, first);
  const stop = Math.min(end, start + EXCERPT_WORDS);
  const pieces = toPieces(words, start, stop, marked);
  if (start > headEnd) pieces.unshift({ text: "… ", isMarked: false });
  // Not on a line of its own.
  if (stop < end) pieces.push({ text: "\u00a0…", isMarked: false });
  return pieces;
}

/** Where an excerpt begins: with the text if that is near, else with a sentence, else some words before the match. */
function startExcerpt(words: readonly string[], textStart: number, match: number): number {
  if (match - textStart <= 10) return textStart;
  const earliest = Math.max(textStart, match - 15);
  for (let at = match; at >= earliest; at -= 1) {
    if (/[.!?:;]["')\]]*$/.test(words[at - 1] ?? "")) return at;
  }
  return Math.max(textStart, match - 8);
}

const EDGES = /^([^\p{L}\p{N}\p{M}_]*)(.*?)([^\p{L}\p{N}\p{M}_]*)$/su;

/** Words as pieces; neighbours that are both marked or both not are one piece. Of a word, its punctuation is not marked. */
function toPieces(words: readonly string[], start: number, end: number, marked: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, isMarked: boolean) => {
    if (!text) return;
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += text;
    else pieces.push({ text, isMarked });
  };
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? "";
    const before = words[at - 1] ?? "";
    // Pagefind ends every block with a full stop that is not in the page.
    const shown = at === end - 1 ? word.replace(/(?<=[\p{L}\p{N})])\.$/u, "") : word;
    const [, opening = "", own = "", closing = ""] = marked.has(at) ? (EDGES.exec(shown) ?? []) : ["", shown];
    const follows = marked.has(at) && !opening && (pieces.at(-1)?.isMarked ?? false);
    if (at > start && joinUnspaced(`${before} ${word}`).includes(" ")) add(" ", follows);
    add(opening, false);
    add(own, marked.has(at));
    add(closing, false);
  }
  return pieces;
}
