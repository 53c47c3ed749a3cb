import type { FindBelow } from "./map/find.ts";

// The site's index knows what stands in notes that the atlas has not loaded.
document.addEventListener("map:find", (event) => {
  const { query, view, waitFor } = (event as CustomEvent<FindBelow>).detail;
  waitFor(import("./atlas-find.ts").then(({ loadHits }) => loadHits(view, query)));
});
