import { on } from "node:events";
import { type MessagePort, parentPort } from "node:worker_threads";
import { type IndexPage, createBundle } from "./bundle.ts";

// The program of the thread that `bundleInThread` starts.

/** The next page of the index, or that there is none. */
export type PageMessage = { page: IndexPage } | { end: true };

async function* receive(port: MessagePort): AsyncGenerator<IndexPage> {
  for await (const [message] of on(port, "message") as AsyncIterable<[PageMessage]>) {
    if ("end" in message) return;
    yield message.page;
  }
}

if (parentPort) parentPort.postMessage(await createBundle(receive(parentPort)));
