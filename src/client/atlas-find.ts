import type { FindBelow } from "./map/events.ts";
import type { MapNode } from "./map/map-view.ts";
import { askSearch } from "./search/client.ts";
import { explainFailure } from "./search/failure.ts";

/** Most notes that are opened for one query: more would bury the atlas. */
const MOST = 6;
/** A query this short is in every note. */
const SHORTEST = 2;

/** Loads the notes of the atlas in which a query is found, best first, so that their nodes can be hits. */
export async function loadHits({ query, view, load, say }: FindBelow): Promise<void> {
  if (query.trim().length < SHORTEST) return;
  const closed = new Map<string, MapNode>();
  const opened = new Set<string>();
  const open = [view.whole];
  for (let node = open.pop(); node; node = open.pop()) {
    const { href, source } = node.payload;
    if (href && source) {
      const { pathname } = new URL(href, location.href);
      if (node.children.length) opened.add(pathname);
      else closed.set(pathname, node);
    }
    open.push(...node.children);
  }
  try {
    const findings = closed.size ? await askSearch({ text: query, verbatim: true }) : undefined;
    const paths = findings?.pages.map(({ url }) => new URL(url, location.href).pathname) ?? [];
    const found = paths.flatMap((path) => closed.get(path) ?? []);
    const best = found.slice(0, MOST);
    let failed = 0;
    for (const node of best) {
      // Another query, or the reader, may have opened it meanwhile.
      if (!node.children.length) await load(node).catch(() => (failed += 1));
    }
    const rest = found.length - best.length + (findings?.more ?? 0);
    const shown = best.length + paths.filter((path) => opened.has(path)).length;
    if (failed > 0) say(`Not all was searched: ${failed} of ${best.length} notes did not load.`);
    else if (rest > 0) say(`The best ${shown} of ${shown + rest} notes are open. Search the notes for all.`);
  } catch (error) {
    say(`Only what is open was searched. ${explainFailure(error)}`);
  }
}
