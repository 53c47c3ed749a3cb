import { type Query, toPagefind } from "../../search/query.ts";
import {
  type Filters,
  type PagefindOptions,
  type PagefindResponse,
  type PagefindResult,
  askPagefind,
} from "./pagefind.ts";

/** Pages that Pagefind knows for a query, the best first, and how many there are by filter and value. */
export interface Asked {
  results: PagefindResult[];
  filters: Filters;
}

/** Asks for pages that have all words, as Pagefind does by itself. */
export async function askAll(query: Query, options: PagefindOptions): Promise<Asked> {
  const words = toPagefind(query);
  const response = await askPagefind(words, options);
  return { results: response.results, filters: await countFilters(words, options.filters, response) };
}

/** Asks for pages that have any of the words: the more of them, and the rarer, the better. */
export async function askAny(query: Query, options: PagefindOptions): Promise<PagefindResult[]> {
  const merged = new Map<string, PagefindResult>();
  for (const term of query.terms) {
    const { results } = await askPagefind(toPagefind({ terms: [term] }), options);
    for (const result of results) {
      const before = merged.get(result.id);
      if (before)
        merged.set(result.id, {
          ...before,
          score: before.score + result.score,
          words: [...before.words, ...result.words],
        });
      else
        merged.set(result.id, { id: result.id, score: result.score, words: result.words, data: () => result.data() });
    }
  }
  return [...merged.values()].toSorted((a, b) => b.score - a.score);
}

/** Pages by the values of each filter, with the other one as it is set: none of them leads to nothing. */
async function countFilters(
  words: string,
  set: Record<string, string>,
  { filters, totalFilters }: PagefindResponse,
): Promise<Filters> {
  const counts: Filters = { ...totalFilters };
  for (const name of ["section", "tag"] as const) {
    const { [name]: own, ...others } = set;
    if (Object.keys(others).length === 0) continue;
    const among = own === undefined ? filters : (await askPagefind(words, { filters: others, sort: {} })).filters;
    counts[name] = among[name] ?? {};
  }
  return counts;
}
