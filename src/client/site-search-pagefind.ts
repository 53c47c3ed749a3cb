import type { Fragment } from "../search/regions.ts";

/** What of Pagefind's script is used. */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  init(): Promise<void>;
  search(term: string, options?: PagefindSearchOptions): Promise<PagefindResponse>;
  filters(): Promise<Filters>;
}

export interface PagefindOptions {
  ranking?: { termSimilarity?: number; pageLength?: number; termFrequency?: number; termSaturation?: number };
}

export interface PagefindSearchOptions {
  filters?: Record<string, string | string[]>;
  sort?: Record<string, "asc" | "desc">;
}

/** Number of pages by filter name and value. */
export type Filters = Record<string, Record<string, number>>;

export interface PagefindResponse {
  results: PagefindResult[];
  /** Counts among the pages found. */
  filters: Filters;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Locations of the words that were hit. */
  words: number[];
  data(): Promise<Fragment>;
}

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind and its index once; after a failure it tries anew when asked again. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = `${import.meta.env.BASE_URL.replace(/\/*$/, "/")}pagefind/pagefind.js`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.init();
  return pagefind;
}
