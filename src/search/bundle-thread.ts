import { on } from "node:events";
import { type MessagePort, parentPort } from "node:worker_threads";
import { type IndexPage, createBundle } from "./bundle.ts";

// The program of the thread that `bundleInThread` starts.

/** A page as it is going to be written: its address without the base path, and its HTML in UTF-8. */
export interface BuiltPage {
  url: string;
  html: Uint8Array<ArrayBuffer>;
}

/** The next page of the index, or that there is none. */
export type PageMessage = { page: BuiltPage } | { end: true };

const decoder = new TextDecoder();

async function* receive(port: MessagePort): AsyncGenerator<IndexPage> {
  for await (const [message] of on(port, "message") as AsyncIterable<[PageMessage]>) {
    if ("end" in message) return;
    const { url, html } = message.page;
    yield { url, html: decoder.decode(html) };
  }
}

if (parentPort) parentPort.postMessage(await createBundle(receive(parentPort)));
