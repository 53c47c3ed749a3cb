/** Opens the search when a reader asks for it, and loads nothing of it before. */
const load = () => import("./site-search-dialog.ts");

const openers = document.querySelectorAll<HTMLElement>("[data-search-open]");
for (const opener of openers) {
  for (const sign of ["pointerenter", "focus"]) {
    opener.addEventListener(sign, () => void load().then(({ warmSearch }) => warmSearch()), { once: true });
  }
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(opener);
  });
}

document.addEventListener("keydown", (event) => {
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.defaultPrevented || !(isK || (isSlash && !isTyping))) return;
  event.preventDefault();
  open(document.activeElement);
});

if (new URLSearchParams(location.search).has("mark")) void import("./search-marks.ts");

function open(from: Element | null) {
  load().then(
    ({ openSearch }) => openSearch(from),
    // The network is gone or the site was published anew: the index page is the way left.
    () => location.assign(`${import.meta.env.BASE_URL.replace(/\/*$/, "/")}search/`),
  );
}
