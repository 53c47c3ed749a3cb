import { type Request, search } from "./site-search-engine.ts";
import { loadPagefind } from "./site-search-pagefind.ts";

// Pagefind and the ranking of places work here, so that typing never waits for them.
addEventListener("message", async ({ data }: MessageEvent<Request | undefined>) => {
  if (data === undefined) return void loadPagefind().catch(() => undefined);
  try {
    postMessage({ findings: await search(data) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
