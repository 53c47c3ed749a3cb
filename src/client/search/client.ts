import type { Findings } from "./engine.ts";
import type { Request } from "./find.ts";

interface Answer {
  findings?: Findings;
  error?: string;
}

interface Waiting {
  request: Request;
  resolve(findings: Findings | undefined): void;
  reject(error: Error): void;
}

let worker: Worker | undefined;
let asked: Waiting | undefined;
let next: Waiting | undefined;

/** Fetches the index before the first question. */
export function warmSearch(): void {
  getWorker().postMessage(undefined);
}

/**
 * Asks the worker. While it works, only the latest question is kept; those passed over resolve to undefined.
 * @throws with what the worker or the browser said, when there is no answer
 */
export function askSearch(request: Request): Promise<Findings | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = { request, resolve, reject };
    if (asked) {
      next?.resolve(undefined);
      next = waiting;
    } else {
      post(waiting);
    }
  });
}

function post(waiting: Waiting): void {
  asked = waiting;
  getWorker().postMessage(waiting.request);
}

function settle({ findings, error }: Answer): void {
  const done = asked;
  asked = undefined;
  if (error === undefined) done?.resolve(findings);
  else {
    // Pagefind remembers what it could not load; the next question begins anew.
    worker?.terminate();
    worker = undefined;
    done?.reject(new Error(error));
  }
  if (next) post(next);
  next = undefined;
}

function getWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => settle(data));
  // The script itself could not be loaded.
  worker.addEventListener("error", () => settle({ error: "worker" }));
  return worker;
}
