import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { createThreads } from "./threads.node.ts";

/** What a thread runs; as text, for the code around it stands in a bundle, in a package or in its sources. */
const PROGRAM = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { Resvg } = require(workerData);
  parentPort.on("message", ({ svg, options }) => {
    try {
      const result = Uint8Array.from(new Resvg(svg, options).render().asPng());
      parentPort.postMessage({ result }, [result.buffer]);
    } catch (error) {
      parentPort.postMessage({ error });
    }
  });
`;
/** Each thread holds a picture of up to some hundred megabytes while it paints it. */
const MOST_THREADS = 4;

const { run } = createThreads<{ svg: string; options: ResvgRenderOptions }, Uint8Array>(
  () => new Worker(PROGRAM, { eval: true, workerData: createRequire(import.meta.url).resolve("@resvg/resvg-js") }),
  // Of threads that write maps there are as many as the machine has processors.
  { most: isMainThread ? Math.min(MOST_THREADS, availableParallelism()) : 1 },
);

/**
 * Paints an SVG as PNG beside the program's own thread, which would stand still for a tenth of a second a picture.
 * @throws Error when the SVG cannot be read
 */
export function paintInThread(svg: string, options: ResvgRenderOptions): Promise<Uint8Array> {
  return run({ svg, options });
}
