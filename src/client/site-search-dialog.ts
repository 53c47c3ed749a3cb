import searchCss from "../styles/search.css?url";
import { SiteSearch } from "./site-search.ts";
import { loadPagefind } from "./site-search-pagefind.ts";

let dialog: HTMLDialogElement | undefined;

/** Fetches what a search will need, on the first sign that there will be one. */
export function warmSearch(): void {
  loadStyles();
  // A failure is told when the reader searches.
  loadPagefind().catch(() => undefined);
}

/** Shows the search over the page; what had the focus gets it back. */
export async function openSearch(from: Element | null): Promise<void> {
  const inPage = document.querySelector<SiteSearch>("main site-search");
  if (inPage) return inPage.focusInput();
  warmSearch();
  dialog ??= createDialog();
  if (dialog.open) return;
  await loadStyles();
  dialog.addEventListener("close", () => from instanceof HTMLElement && from.focus(), { once: true });
  dialog.showModal();
  dialog.querySelector<SiteSearch>("site-search")?.focusInput();
}

function createDialog(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "search-dialog";
  made.setAttribute("aria-label", "Search");
  made.append(new SiteSearch());
  // A click beside the dialog lands on the dialog element itself.
  made.addEventListener("click", ({ target }) => target === made && made.close());
  document.body.append(made);
  return made;
}

let styles: Promise<void> | undefined;

function loadStyles(): Promise<void> {
  styles ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = searchCss;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
  return styles;
}
