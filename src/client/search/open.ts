import { FIELDS, hasPlainKeys, isMeantFor } from "../reading/keep.ts";

/** Opens the search when a reader asks for it, and loads nothing of it before. */
const load = () => import("./dialog.ts");

const openers = document.querySelectorAll<HTMLAnchorElement>("[data-search-open]");

for (const opener of openers) {
  for (const sign of ["pointerenter", "focus"]) {
    // Whoever opens it is told when it does not come.
    opener.addEventListener(
      sign,
      () =>
        void load().then(
          ({ warmSearch }) => warmSearch(),
          () => {},
        ),
      { once: true },
    );
  }
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open(opener);
  });
}

document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const isPlainSlash = event.key === "/" && isPlain && !isMeantFor(FIELDS, event.target) && hasPlainKeys();
  if (event.defaultPrevented || !(isK || isPlainSlash)) return;
  event.preventDefault();
  // Where the map is the whole page, the key is the map's, also before there is one.
  const find = isK ? null : document.querySelector<HTMLElement>(".map-page .map-find input");
  if (find) find.focus();
  else void open(document.activeElement);
});

if (new URLSearchParams(location.search).has("mark")) void import("./marks.ts");

async function open(from: Element | null): Promise<void> {
  // What is typed before the field is there belongs into it.
  let typed = "";
  const keep = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    typed += event.key;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("keydown", keep, true);
  try {
    const { openSearch, warmSearch } = await load();
    warmSearch();
    await openSearch(from, () => typed);
  } catch (error) {
    console.error(error);
    // The site was published anew: the page of the index is the way left. Without a network there is none, and the page stays.
    if (navigator.onLine) location.assign(openers[0]?.href ?? "");
    else alert("You are offline.");
  } finally {
    document.removeEventListener("keydown", keep, true);
  }
}
