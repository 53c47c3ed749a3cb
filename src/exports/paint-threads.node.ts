import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ResvgRenderOptions } from "@resvg/resvg-js";

/** What a thread runs; as text, for the code around it stands in a bundle, in a package or in its sources. */
const PROGRAM = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { Resvg } = require(workerData);
  parentPort.on("message", ({ svg, options }) => {
    try {
      const png = Uint8Array.from(new Resvg(svg, options).render().asPng());
      parentPort.postMessage({ png }, [png.buffer]);
    } catch (error) {
      parentPort.postMessage({ error });
    }
  });
`;
/** Each thread holds a picture of up to some hundred megabytes while it paints it. */
const MOST_THREADS = 4;

interface Job {
  svg: string;
  options: ResvgRenderOptions;
  resolve(png: Uint8Array): void;
  reject(error: unknown): void;
}

/** One that paints one picture at a time, and keeps the program running only while it does. */
class Painter {
  readonly #worker = new Worker(PROGRAM, {
    eval: true,
    workerData: createRequire(import.meta.url).resolve("@resvg/resvg-js"),
  });
  #job: Job | undefined;

  /** @param onFree told when a picture is done */
  constructor(onFree: () => void) {
    const end = (tell: (job: Job) => void) => {
      const job = this.#job;
      this.#job = undefined;
      this.#worker.unref();
      if (job) tell(job);
      onFree();
    };
    this.#worker.unref();
    this.#worker.on("message", ({ png, error }: { png?: Uint8Array; error?: unknown }) =>
      end(({ resolve, reject }) => (png ? resolve(png) : reject(error))),
    );
    this.#worker.on("error", (error) => end(({ reject }) => reject(error)));
  }

  get isFree(): boolean {
    return this.#job === undefined;
  }

  start(job: Job): void {
    this.#job = job;
    this.#worker.ref();
    this.#worker.postMessage({ svg: job.svg, options: job.options });
  }
}

const painters: Painter[] = [];
const queue: Job[] = [];

/** Gives waiting pictures to painters that are free, or to new ones. */
function assign(): void {
  for (let job = queue[0]; job; job = queue[0]) {
    let painter = painters.find(({ isFree }) => isFree);
    if (!painter && painters.length < Math.min(MOST_THREADS, availableParallelism())) {
      painter = new Painter(assign);
      painters.push(painter);
    }
    if (!painter) return;
    queue.shift();
    painter.start(job);
  }
}

/**
 * Paints an SVG as PNG beside the program's own thread, which would stand still for a tenth of a second a picture.
 * @throws Error when the SVG cannot be read
 */
export function paintInThread(svg: string, options: ResvgRenderOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    queue.push({ svg, options, resolve, reject });
    assign();
  });
}
