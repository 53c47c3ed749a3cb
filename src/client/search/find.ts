import { type Page, type SubResult, findPlaces, readPage } from "../../search/places.ts";
import type { Query, Term } from "../../search/query.ts";
import { type Asked, askAll, askAny } from "./ask.ts";
import type { Filters, PagefindOptions, PagefindResult } from "./pagefind.ts";

/** What a reader asks for. */
export interface Request {
  text: string;
  tag?: string | undefined;
  section?: string | undefined;
  sort?: "reviewed" | undefined;
  /** Take the words as they are typed, right or wrong. */
  verbatim?: boolean | undefined;
  /** How many times ten pages are looked into; 1 by default. */
  depth?: number | undefined;
}

/** A page and its places that answer. */
export interface FoundPage {
  url: string;
  title: string;
  section: string;
  places: SubResult[];
  score: number;
}

/** Pages that are looked into at a time, and how many more there may be so that they are looked into at once. */
const PAGES = 10;
const LAST = 10;
/** Fewer terms than these no place has most of without having all. */
const SEVERAL = 3;
/** Share of the terms that a place must have for its page to be taken in without the others. */
const HALF = 0.5;

const pages = new Map<string, Promise<Page>>();

/** What was found for the words of a query, as they are. */
export interface Found {
  query: Query;
  pages: FoundPage[];
  more: number;
  filters: Filters;
  /** Terms that are in none of the pages. */
  missing: Set<Term>;
}

/**
 * Finds the places that answer a query.
 * @throws when the index cannot be loaded
 */
export async function find(query: Query, request: Request): Promise<Found> {
  const missing = new Set(query.terms);
  if (query.terms.length === 0) return { query, pages: [], more: 0, filters: {}, missing };
  const options = toOptions(request);
  const whole = await askAll(query, options);
  if (whole.results.length === 0 && query.terms.length > 1)
    return rank(query, { ...whole, results: await askAny(query, options) }, request);
  const found = await rank(query, whole, request);
  const most = mostTogether(found.pages);
  // In an order of its own a page with more in one place would come no earlier.
  if (query.terms.length < SEVERAL || most === 1 || request.sort) return found;
  return widen(found, await rank(query, { results: await askAny(query, options), filters: {} }, request));
}

function toOptions({ tag, section, sort }: Request): PagefindOptions {
  return {
    filters: { ...(tag && { tag }), ...(section && { section }) },
    sort: sort ? { [sort]: "desc" } : {},
  };
}

/** Most of a query's terms that one place has, as a share of them. */
function mostTogether(found: readonly FoundPage[]): number {
  return Math.max(0, ...found.flatMap(({ places }) => places).map(({ coverage }) => coverage));
}

/**
 * Puts pages that have more of the terms in one place before those that have all of them, but scattered,
 * as a long glossary has those of nearly every question. What has as many in one place comes after.
 */
function widen(found: Found, any: Found): Found {
  const most = mostTogether(found.pages);
  const known = new Set(found.pages.map(({ url }) => url));
  const others = any.pages.filter(({ url }) => !known.has(url));
  const before = others.filter((page) => mostTogether([page]) >= HALF && mostTogether([page]) > most);
  const after = others.filter((page) => mostTogether([page]) >= HALF && mostTogether([page]) === most);
  // The filters go on counting pages with all terms: that many they leave at least.
  return { ...found, pages: [...before, ...found.pages, ...after] };
}

/** Looks into the first of the results for the places that answer. */
async function rank(query: Query, { results, filters }: Asked, request: Request): Promise<Found> {
  const missing = new Set(query.terms);
  const most = PAGES * (request.depth ?? 1);
  const taken = results.length <= most + LAST ? results : results.slice(0, most);
  const top = Math.max(Number.MIN_VALUE, ...taken.map(({ score }) => score));
  const found = await Promise.all(
    taken.map(async (result) => {
      const page = await look(result);
      const { places, answered } = findPlaces(page, result.words, query);
      for (const term of answered) missing.delete(term);
      // Pagefind knows how rare the words are and how long the page; the places, where they stand.
      const score = (places[0]?.score ?? 0) * (0.6 + 0.4 * (result.score / top));
      const { url, filters: own } = page.fragment;
      return { url, title: places[0]?.title || url, section: own.section?.[0] ?? "", places, score };
    }),
  );
  const pages = found.filter(({ places }) => places.length > 0);
  if (!request.sort) pages.sort((a, b) => b.score - a.score);
  return { query, pages, more: results.length - taken.length, filters, missing };
}

function look(result: PagefindResult): Promise<Page> {
  let known = pages.get(result.id);
  if (!known) {
    known = result.data().then(readPage);
    pages.set(result.id, known);
    known.catch(() => pages.delete(result.id));
  }
  return known;
}

/** Finds what is left of a query without words that are nowhere: Pagefind takes such a one for the beginning of others. */
export async function findRest(first: Found, request: Request): Promise<Found> {
  const gone = await listMissing(first, request);
  const terms = first.query.terms.filter((term) => !gone.includes(term));
  if (gone.length === 0 || terms.length === 0) return first;
  const rest = await find({ ...first.query, terms }, request);
  return { ...rest, query: first.query, missing: new Set(gone) };
}

/** How many places were found in the notes themselves. */
export function countPlaces({ pages: found }: Found): number {
  return found.flatMap(({ places }) => places).filter(({ kind }) => kind !== "source").length;
}

/** Terms that are nowhere; one that is in no page looked into may still be in another. */
export async function listMissing({ query, more, missing }: Found, request: Request): Promise<Term[]> {
  const gone: Term[] = [];
  for (const term of missing) {
    const isElsewhere = more > 0 && (await find({ ...query, terms: [term] }, request)).missing.size === 0;
    if (!isElsewhere) gone.push(term);
  }
  return gone;
}
