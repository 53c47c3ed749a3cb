// The site's index knows what stands in notes that the atlas has not loaded.
document.addEventListener("map:find", (event) => {
  const { detail } = event;
  detail.waitFor(import("./atlas-find.ts").then(({ loadHits }) => loadHits(detail)));
});
