/** How long a pointer rests on a link before it counts as an intent, in milliseconds. */
const REST = 80;

const fetched = new Set<string>();

/** Fetches the page behind a link when the reader is about to follow it. */
export function connectPrefetch(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } };
  if (connection?.saveData || connection?.effectiveType?.includes("2g")) return;
  let resting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("pointerover", ({ target }) => {
    clearTimeout(resting);
    const link = target instanceof Element && target.closest("a");
    if (link) resting = setTimeout(() => prefetch(link), REST);
  });
  for (const sign of ["focusin", "touchstart"] as const) {
    document.addEventListener(
      sign,
      ({ target }) => {
        const link = target instanceof Element && target.closest("a");
        if (link) prefetch(link);
      },
      { passive: true },
    );
  }
}

function prefetch(link: Element) {
  const written = link.getAttribute("href") ?? "";
  if (!URL.canParse(written, location.href)) return;
  const { origin, pathname, href } = new URL(written, location.href);
  const isPage = origin === location.origin && pathname.endsWith("/") && pathname !== location.pathname;
  if (!isPage || link.hasAttribute("download") || fetched.has(pathname)) return;
  fetched.add(pathname);
  const hint = document.createElement("link");
  hint.rel = "prefetch";
  hint.href = href.replace(/#.*/, "");
  document.head.append(hint);
}
