import type { SiteSearch } from "./site-search.ts";

/** How far what an address found was read: the page's scroll, how deep was looked, and the groups that were unfolded. */
interface ResultsState {
  y: number;
  depth: number;
  unfolded: string[];
}

const SIGNS = ["wheel", "touchmove", "pointerdown", "keydown"];

const key = () => `search-place:${location.search}`;

/**
 * Keeps the place of who leaves, and finds it again for who comes back: what is found comes after the
 * browser has restored the page.
 * @returns searches for what the address says, as deep as before, and goes to the place
 */
export function keepResults(search: SiteSearch): () => Promise<void> {
  const kept = readState();
  let unfolded: string[] = [];
  // Each answer comes with its groups folded.
  search.addEventListener("site-search", () => (unfolded = []));
  const onUnfold = ({ detail }: CustomEventInit<unknown>) => {
    const id = detail instanceof Element && detail.parentElement?.getAttribute("aria-labelledby");
    if (id) unfolded.push(id);
  };
  // It does not bubble.
  search.addEventListener("search:unfold", onUnfold, true);
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(
        key(),
        JSON.stringify({ y: scrollY, depth: search.depth, unfolded } satisfies ResultsState),
      );
    } catch {
      // Where storage is forbidden who comes back begins at the top.
    }
  });
  return async () => {
    const moved = new AbortController();
    for (const sign of SIGNS) addEventListener(sign, () => moved.abort(), { signal: moved.signal, passive: true });
    await search.search(new URLSearchParams(location.search), kept?.depth);
    if (!kept || moved.signal.aborted) return;
    for (const id of kept.unfolded)
      search.querySelector<HTMLElement>(`[aria-labelledby="${CSS.escape(id)}"] > .search-rest`)?.click();
    scrollTo({ top: kept.y, behavior: "instant" });
    moved.abort();
  };
}

/** The place that was kept for the address; none for who comes to it anew. */
function readState(): ResultsState | undefined {
  const [visit] = performance.getEntriesByType("navigation");
  if (!(visit instanceof PerformanceNavigationTiming) || visit.type === "navigate") return undefined;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key()) ?? "null");
    return isState(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Other pages of the same host write to the same storage. */
function isState(kept: unknown): kept is ResultsState {
  const { y, depth, unfolded } = (kept ?? {}) as Partial<ResultsState>;
  return (
    Number.isFinite(y) &&
    Number.isInteger(depth) &&
    Number(depth) > 0 &&
    Array.isArray(unfolded) &&
    unfolded.every((id) => typeof id === "string")
  );
}
