import type { Options } from "minisearch";

/** How MiniSearch indexes the notes and is asked, as its documentation shows it. */
export const MINISEARCH: Options = {
  fields: ["title", "text"],
  storeFields: ["title", "url"],
  searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 },
};
