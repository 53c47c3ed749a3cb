import type { Worker } from "node:worker_threads";
// First of all: it sets aside the memory by which threads know what others have warned of already.
import "./warnings.node.ts";

/** What a thread answers: a result, or what went wrong. */
export type Answer<Result> = { result: Result } | { error: unknown };

interface Waiting<Job, Result> {
  job: Job;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** A thread, which keeps the program running only while it has something to do. */
class Thread<Job, Result> {
  readonly #worker: Worker;
  /** Jobs under way, in the order in which they are going to be answered. */
  readonly #jobs: Waiting<Job, Result>[] = [];

  /**
   * @param onAnswer told when a job is done
   * @param onBreak told when the thread does no more jobs
   */
  constructor(worker: Worker, onAnswer: () => void, onBreak: (thread: Thread<Job, Result>) => void) {
    this.#worker = worker;
    worker.unref();
    const settle = (answer: Answer<Result>) => {
      const job = this.#jobs.shift();
      if (this.#jobs.length === 0) worker.unref();
      if ("error" in answer) job?.reject(answer.error);
      else job?.resolve(answer.result);
      onAnswer();
    };
    worker.on("message", settle);
    // An answer that cannot be read back is the answer to one job all the same.
    worker.on("messageerror", (error) => settle({ error }));
    const fail = (error: unknown) => {
      for (const { reject } of this.#jobs.splice(0)) reject(error);
      onBreak(this);
    };
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`A thread ended with code ${code}.`)));
  }

  get load(): number {
    return this.#jobs.length;
  }

  tell(message: object): void {
    this.#worker.postMessage(message);
  }

  start(waiting: Waiting<Job, Result>): void {
    try {
      this.#worker.postMessage(waiting.job);
    } catch (error) {
      // What cannot be sent gets no answer.
      waiting.reject(error);
      return;
    }
    this.#jobs.push(waiting);
    this.#worker.ref();
  }
}

/** Threads that do jobs beside the program's own, the first that came first. */
export interface Threads<Job, Result> {
  /** Does a job; rejects with what the thread threw. */
  run(job: Job): Promise<Result>;
  /** Says something to every thread before its next job, also to those that are still to be started. */
  tell(message: object): void;
}

/** How many threads there are, and when. */
export interface ThreadSettings<Job> {
  /** How many there may be. */
  most: number;
  /** Whether the first starts now, to have its program read when the first job comes. */
  early?: boolean;
  /** How many jobs a thread is sent at a time, so that it has the next while this program is busy. */
  ahead?: number;
  /** How long a thread reads its program, in milliseconds: no other is started for jobs that are done sooner. */
  startup?: number;
  /** About how long a job takes, in milliseconds. */
  estimate?(job: Job): number;
}

/**
 * Threads, of which another is started when all have enough to do.
 * @param open starts a thread, which answers each job with an {@link Answer}, in their order
 */
export function createThreads<Job, Result>(
  open: () => Worker,
  { most, early = false, ahead = 1, startup = 0, estimate = () => 1 }: ThreadSettings<Job>,
): Threads<Job, Result> {
  const threads: Thread<Job, Result>[] = [];
  const queue: Waiting<Job, Result>[] = [];
  const told: object[] = [];
  const add = () => {
    const thread = new Thread<Job, Result>(open(), assign, dismiss);
    for (const message of told) thread.tell(message);
    threads.push(thread);
    return thread;
  };
  const assign = () => {
    for (let next = queue[0]; next; next = queue[0]) {
      let [thread = add()] = threads.toSorted((a, b) => a.load - b.load);
      if (thread.load >= ahead) {
        if (threads.length >= most || !takesLonger(queue, startup, estimate)) return;
        thread = add();
      }
      queue.shift();
      thread.start(next);
    }
  };
  const dismiss = (thread: Thread<Job, Result>) => {
    const at = threads.indexOf(thread);
    // A thread that fails ends, too.
    if (at >= 0) threads.splice(at, 1);
    assign();
  };
  if (early) add();
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        assign();
      }),
    tell: (message) => {
      told.push(message);
      for (const thread of threads) thread.tell(message);
    },
  };
}

/** Whether jobs take longer than a time in milliseconds. */
function takesLonger<Job>(waiting: readonly { job: Job }[], time: number, estimate: (job: Job) => number): boolean {
  let left = time;
  return waiting.some(({ job }) => {
    left -= estimate(job);
    return left < 0;
  });
}
