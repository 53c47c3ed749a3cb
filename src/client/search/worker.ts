import { search } from "./engine.ts";
import type { Request } from "./find.ts";
import { loadPagefind } from "./pagefind.ts";

// Pagefind looks every 50 ms whether its WebAssembly is there; nothing else in this worker waits for a time.
const wait = setTimeout;
Object.assign(self, { setTimeout: (then: () => void, ms: number) => wait(then, Math.min(ms, 5)) });

// Pagefind and the ranking of places work here, so that typing never waits for them.
addEventListener("message", async ({ data }: MessageEvent<Request | undefined>) => {
  // What goes wrong is told when something is searched for.
  if (data === undefined) return void loadPagefind().catch(() => undefined);
  try {
    postMessage({ findings: await search(data) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
