import searchCss from "../../styles/search.css?url";
import { closeBeside, isComposing } from "../beside.ts";
import { loadStyle } from "../load.ts";
import { warmSearch as warmIndex } from "./client.ts";
import { siteAddress } from "./address.ts";
import { make } from "./view.ts";
import { SiteSearch } from "./site-search.ts";

let dialog: HTMLDialogElement | undefined;
const search = new SiteSearch();

/** Fetches what a search will need, on the first sign that there will be one. */
export function warmSearch(): void {
  void loadStyles();
  warmIndex();
}

/**
 * Shows the search over the page; what had the focus gets it back.
 * @param readTyped what was typed until the field is there
 */
export async function openSearch(from: Element | null, readTyped: () => string): Promise<void> {
  const inPage = document.querySelector<SiteSearch>("main site-search");
  if (inPage) return inPage.focusInput(readTyped());
  warmSearch();
  dialog ??= createDialog();
  if (dialog.open) return search.focusInput(readTyped());
  await loadStyles();
  // Asked for twice before it was there, it is there by now, with what was typed.
  if (dialog.open) return;
  dialog.addEventListener("close", () => from instanceof HTMLElement && from.focus({ preventScroll: true }), {
    once: true,
  });
  dialog.showModal();
  search.focusInput(readTyped());
}

function createDialog(): HTMLDialogElement {
  const close = make("button", { type: "button", class: "search-close", "aria-label": "Close the search" }, "Close");
  const all = make("a", { href: siteAddress("search/"), hidden: "" }, "All results on a page of their own");
  const keys = make("span", { class: "search-keys", "aria-hidden": "true" }, "↑ ↓ choose, Enter open, Esc close");
  const made = make(
    "dialog",
    { class: "search-dialog", "aria-label": "Search" },
    search,
    make("p", { class: "search-hints" }, all, keys),
  );
  search.addToForm(close);
  close.addEventListener("click", () => made.close());
  search.addEventListener("site-search:open", () => made.close());
  search.addEventListener("site-search", (event) => {
    if (!(event instanceof CustomEvent)) return;
    all.search = String(event.detail);
    all.hidden = !new URLSearchParams(all.search).get("q");
  });
  // In a search field Escape would only clear the words.
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    made.close();
  });
  made.addEventListener("close", () => search.leave());
  closeBeside(made);
  document.body.append(made);
  return made;
}

/** Without its style the search works all the same; the next that asks tries again. */
async function loadStyles(): Promise<void> {
  await loadStyle(searchCss).catch(console.error);
}
