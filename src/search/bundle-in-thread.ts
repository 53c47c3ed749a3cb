import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SearchBundle } from "./bundle.ts";
import type { BuiltPage, PageMessage } from "./bundle-thread.ts";

/**
 * Makes Pagefind's index beside the program's own thread, which goes on making pages; it takes their HTML away.
 * @throws as `createBundle` does, and what `pages` throws
 */
export async function bundleInThread(pages: AsyncIterable<BuiltPage>): Promise<SearchBundle> {
  const worker = new Worker(new URL("bundle-thread.ts", import.meta.url));
  // A build that fails before its last page ends without it.
  worker.unref();
  const tell = (message: PageMessage, ...handed: ArrayBuffer[]) => worker.postMessage(message, handed);
  const send = async () => {
    for await (const page of pages) tell({ page }, page.html.buffer);
    worker.ref();
    tell({ end: true });
  };
  try {
    // A thread that fails says so at once, and is not sent the rest.
    const answer = once(worker, "message") as Promise<[SearchBundle]>;
    const [bundle] = await Promise.race([answer, send().then(() => answer)]);
    return bundle;
  } finally {
    await worker.terminate();
  }
}
