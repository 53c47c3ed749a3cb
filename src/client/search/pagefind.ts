import type { Fragment } from "../../search/regions.ts";
import { siteAddress } from "./address.ts";
import { NOT_LOADED } from "./failure.ts";

/** What of Pagefind's script is used. */
interface Pagefind {
  options(options: { basePath: string; baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(term: string, options: PagefindOptions): Promise<PagefindResponse>;
  filters(): Promise<Filters>;
  destroy(): Promise<void>;
}

/** What narrows and orders a search. */
export interface PagefindOptions {
  filters: Record<string, string>;
  sort: Record<string, "asc" | "desc">;
}

/** Number of pages by filter name and value. */
export type Filters = Record<string, Record<string, number>>;

/** What Pagefind answers. */
export interface PagefindResponse {
  results: PagefindResult[];
  /** Counts among the pages found, with the filters that are set. */
  filters: Filters;
  /** Counts among the pages found, whatever filter is set. */
  totalFilters: Filters;
}

/** A page that answers, before it is loaded. */
export interface PagefindResult {
  id: string;
  /** Pagefind's own measure, the higher the better; it compares the results of one query. */
  score: number;
  /** Locations of the words that were hit. */
  words: number[];
  /** Loads the page. */
  data(): Promise<Fragment>;
}

let loading: Promise<Pagefind> | undefined;

/** What last went wrong with a file of the index: Pagefind writes it to the console and goes on without the file. */
let failure: Error | undefined;

const get = fetch;
Object.assign(self, { fetch: watchFetch });

async function watchFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const isIndex = String(request[0]).includes("/pagefind/");
  try {
    const response = await get(...request);
    if (isIndex && !response.ok) failure = new Error(`${NOT_LOADED}: ${response.status} for ${response.url}`);
    return response;
  } catch (error) {
    if (isIndex) failure = new Error(`${NOT_LOADED}: ${String(error)}`);
    throw error;
  }
}

/**
 * Asks Pagefind.
 * @throws when a file is missing, also one of many, or WebAssembly may not run
 */
export async function askPagefind(words: string, options: PagefindOptions): Promise<PagefindResponse> {
  const pagefind = await loadPagefind();
  const response = await pagefind.search(words, options);
  if (failure) throw failure;
  return response;
}

/**
 * Loads Pagefind and its index once; after a failure it tries anew when asked again.
 * @throws when a file is missing or WebAssembly may not run
 */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  // What went wrong the last time may have passed.
  failure = undefined;
  const pagefind: Pagefind = await import(
    /* @vite-ignore */ new URL(siteAddress("pagefind/pagefind.js"), location.href).href
  );
  try {
    await pagefind.options({ basePath: siteAddress("pagefind/"), baseUrl: siteAddress("") });
    await pagefind.init();
    // Counts come with results only once the filters are there; it also proves that the index is.
    await pagefind.filters();
    return pagefind;
  } catch (error) {
    await pagefind.destroy();
    // Of a WebAssembly file that did not come Pagefind only says that it cannot be run.
    throw failure ?? error;
  }
}
