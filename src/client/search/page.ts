import { showIndex } from "./show-index.ts";
import { readRecent } from "./recent.ts";

/** On the page of the search: loads it when there is something to search for or to show, or a sign that there will be. */
const field = document.querySelector<HTMLInputElement>("main site-search input");

if (field) {
  const signs = ["input", "keydown", "pointerdown"];
  const said = document.createElement("p");
  said.role = "status";
  said.className = "search-said";
  said.textContent = "The search could not be loaded. All headings and terms are below.";
  const start = async () => {
    for (const sign of signs) field.removeEventListener(sign, start);
    try {
      await import("./here.ts");
      said.remove();
    } catch (error) {
      console.error(error);
      if (!said.isConnected) field.form?.after(said);
      showIndex();
      // The network may be back with the next word.
      listen();
    }
  };
  const listen = () => {
    for (const sign of signs) field.addEventListener(sign, start);
  };
  listen();
  if (location.search || readRecent().length > 0) void start();
  // Who comes back is where they were.
  field.focus({ preventScroll: true });
}
