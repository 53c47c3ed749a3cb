import { type Page, type Place, findPlaces, readPage } from "../search/places.ts";
import { type Query, parseQuery, toPagefind } from "../search/query.ts";
import { type Filters, type PagefindResult, loadPagefind } from "./site-search-pagefind.ts";

/** What the reader asks for besides the words. */
export interface Choice {
  tag?: string | undefined;
  section?: string | undefined;
  sort?: "relevance" | "reviewed" | undefined;
}

/** The places of one page. */
export interface PageHits {
  page: Page;
  places: Place[];
  score: number;
}

/** What a query found. */
export interface Findings {
  query: Query;
  pages: PageHits[];
  /** Pages that have the words but were not looked into yet. */
  more: number;
  filters: Filters;
}

/** How many pages are looked into at a time. */
const PAGES = 10;
const pages = new Map<string, Promise<Page>>();

/**
 * Finds places for what was typed.
 * @param depth how many times {@link PAGES} pages are looked into
 * @throws when the index cannot be loaded
 */
export async function search(typed: string, choice: Choice = {}, depth = 1): Promise<Findings> {
  const query = parseQuery(typed);
  if (query.terms.length === 0) return { query, pages: [], more: 0, filters: {} };
  const pagefind = await loadPagefind();
  const filters: Record<string, string> = {};
  if (choice.tag) filters.tag = choice.tag;
  if (choice.section) filters.section = choice.section;
  const response = await pagefind.search(toPagefind(query), {
    filters,
    sort: choice.sort === "reviewed" ? { reviewed: "desc" } : {},
  });
  const results = response.results.slice(0, PAGES * depth);
  const top = Math.max(1e-9, ...results.map(({ score }) => score));
  const hits = await Promise.all(results.map((result) => look(result, query, result.score / top)));
  const found = hits.filter(({ places }) => places.length > 0);
  if (choice.sort !== "reviewed") found.sort((a, b) => b.score - a.score);
  return { query, pages: found, more: response.results.length - results.length, filters: response.filters };
}

/** @param share the page's score by Pagefind as a share of the best page's */
async function look(result: PagefindResult, query: Query, share: number): Promise<PageHits> {
  let known = pages.get(result.id);
  if (!known) {
    known = result.data().then(readPage);
    pages.set(result.id, known);
    known.catch(() => pages.delete(result.id));
  }
  const page = await known;
  const weight = 0.6 + 0.4 * share;
  const places = findPlaces(page, result.words, query);
  return { page, places, score: weight * (places[0]?.score ?? 0) };
}
