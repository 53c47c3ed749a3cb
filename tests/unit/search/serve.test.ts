import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { serveIndex } from "../../../src/search/serve.ts";

const { createBundle } = vi.hoisted(() => ({ createBundle: vi.fn() }));
vi.mock("../../../src/search/bundle.ts", () => ({ createBundle }));

/** A server of `astro dev` that is asked for files, and told of others that changed. */
function openServer() {
  const watcher = new EventEmitter();
  let handle: (request: object, response: object, next: () => void) => void = () => undefined;
  const server = {
    watcher,
    middlewares: { use: (handler: typeof handle) => (handle = handler) },
    httpServer: { address: () => ({ family: "IPv4", address: "127.0.0.1", port: 1 }) },
  };
  const logger = { info: vi.fn(), error: vi.fn() };
  serveIndex(server as never, "/", logger as never);
  const ask = (name: string) => {
    const { promise, resolve } = Promise.withResolvers<{ status: number; body: unknown }>();
    const response = {
      statusCode: 0,
      setHeader: () => undefined,
      end: (body: unknown) => resolve({ status: response.statusCode, body }),
    };
    handle({ url: `/pagefind/${name}` }, response, () => undefined);
    return promise;
  };
  return { ask, change: () => watcher.emit("change"), logger };
}

test("one index is made at a time, also when one fails while the next waits", async () => {
  const begun: PromiseWithResolvers<object>[] = [];
  createBundle.mockImplementation(() => {
    const bundle = Promise.withResolvers<object>();
    begun.push(bundle);
    return bundle.promise;
  });
  const { ask, change, logger } = openServer();
  const first = ask("pagefind.js");
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  change();
  const second = ask("pagefind.js");
  // All that was due at once has been done by then.
  await new Promise(setImmediate);
  expect(begun).toHaveLength(1);
  begun[0]?.reject(new Error("no pages"));
  expect((await first).status).toBe(500);
  expect(logger.error).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(begun).toHaveLength(2));
  const third = ask("pagefind.js");
  begun[1]?.resolve({ count: 1, files: [{ path: "pagefind.js", content: "new" }] });
  expect([await second, await third]).toEqual(Array(2).fill({ status: 200, body: "new" }));
  expect(begun).toHaveLength(2);
});
