import { warmSearch } from "./client.ts";
import { keepResults } from "./place.ts";
import { SiteSearch } from "./site-search.ts";

/** Keeps the search of its own page and the page's address in step. */
const search = document.querySelector("main site-search");

if (search instanceof SiteSearch) {
  const read = () => void search.search(new URLSearchParams(location.search));
  search.addEventListener("site-search", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const query = String(event.detail);
    history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
  });
  addEventListener("popstate", read);
  const comeBack = keepResults(search);
  warmSearch();
  // What was typed while this was loading is newer than the address.
  if (location.search && !search.querySelector("input")?.value) void comeBack();
  else search.refresh();
}
