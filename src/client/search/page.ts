import { showIndex } from "./show-index.ts";
import { readRecent } from "./recent.ts";

/** On the page of the search: loads it when there is something to search for or to show, or a sign that there will be. */
const field = document.querySelector<HTMLInputElement>("main site-search input");

if (field) {
  const signs = ["input", "keydown", "pointerdown"];
  const start = () => {
    for (const sign of signs) field.removeEventListener(sign, start);
    import("./here.ts").catch((error: unknown) => {
      console.error(error);
      const said = document.createElement("p");
      said.role = "status";
      said.className = "search-said";
      said.textContent = "The search could not be loaded. All headings and terms are below.";
      field.form?.after(said);
      showIndex();
    });
  };
  for (const sign of signs) field.addEventListener(sign, start);
  if (location.search || readRecent().length > 0) start();
  // Who comes back is where they were.
  field.focus({ preventScroll: true });
}
