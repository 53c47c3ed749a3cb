import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { createThreads } from "../exports/threads.node.ts";
import type { Exported, ExportJob } from "./export-thread.ts";

const MOST_THREADS = 4;

/** Writes a map in some formats beside the program's own thread, which goes on with pages. */
export const exportInThread = createThreads<ExportJob, Exported>(
  // Not from where this module is: a build has that in a bundle of its own.
  () => new Worker(resolve("src/site/export-thread.ts")),
  { most: Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)), early: true, ahead: 4 },
);
