import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { createThreads } from "../../../src/exports/threads.node.ts";

/** Says which thread did a job and what it was told, and fails where it is asked to. */
const PROGRAM = `
  const { parentPort, threadId } = require("node:worker_threads");
  let told = "";
  parentPort.on("message", (job) => {
    if (typeof job === "object") return void (told += job.news);
    if (job === "break") throw new Error("broken");
    if (job === "end") process.exit(3);
    if (job === "fail") parentPort.postMessage({ error: new Error("failed") });
    else parentPort.postMessage({ result: { job, threadId, told } });
  });
`;

const create = (settings: { most: number; ahead?: number }) =>
  createThreads<string, { job: string; threadId: number; told: string }>(
    () => new Worker(PROGRAM, { eval: true }),
    settings,
  );

test("of several threads one warns of a note", async () => {
  const path = JSON.stringify(new URL("../../../src/exports/warnings.node.ts", import.meta.url).href);
  const program = `const { parentPort } = require("node:worker_threads");
    const warnings = import(${path});
    parentPort.on("message", async (id) => parentPort.postMessage({ result: (await warnings).claimWarning(id) }));`;
  const { run } = createThreads<string, boolean>(() => new Worker(program, { eval: true }), { most: 2 });
  expect((await Promise.all(["a", "a"].map(run))).toSorted()).toEqual([false, true]);
});

test("jobs are shared out among threads, and no more are started than allowed", async () => {
  const { run } = create({ most: 2 });
  const done = await Promise.all(["a", "b", "c", "d", "e"].map(run));
  expect(done.map(({ job }) => job)).toEqual(["a", "b", "c", "d", "e"]);
  expect(new Set(done.map(({ threadId }) => threadId)).size).toBe(2);
});

test("another thread is started only when all have as much to do as they are sent ahead", async () => {
  const { run } = create({ most: 2, ahead: 3 });
  const few = await Promise.all(["a", "b", "c"].map(run));
  expect(new Set(few.map(({ threadId }) => threadId)).size).toBe(1);
  const many = await Promise.all(["a", "b", "c", "d"].map(run));
  expect(new Set(many.map(({ threadId }) => threadId)).size).toBe(2);
});

test("another thread is started only for jobs that take longer than it reads its program", async () => {
  const settings = { most: 2, startup: 100, estimate: (job: string) => job.length * 30 };
  const threadsOf = async (jobs: string[]) => {
    const { run } = createThreads<string, { threadId: number }>(() => new Worker(PROGRAM, { eval: true }), settings);
    return new Set((await Promise.all(jobs.map(run))).map(({ threadId }) => threadId)).size;
  };
  expect(await threadsOf(["a", "b", "c", "d"])).toBe(1);
  expect(await threadsOf(["a", "b", "c", "d", "e"])).toBe(2);
  expect(await threadsOf(["a", "long"])).toBe(2);
});

test("what is told reaches each thread before its next job, also one that is started later", async () => {
  const { run, tell } = create({ most: 2 });
  expect((await run("a")).told).toBe("");
  tell({ news: "x" });
  tell({ news: "y" });
  const done = await Promise.all(["b", "c"].map(run));
  expect(new Set(done.map(({ threadId }) => threadId)).size).toBe(2);
  expect(done.map(({ told }) => told)).toEqual(["xy", "xy"]);
});

test("a thread that is sent jobs ahead gives each its own answer", async () => {
  const { run } = create({ most: 1, ahead: 3 });
  const done = await Promise.allSettled(["a", "fail", "b"].map(run));
  expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await run("c")).job).toBe("c");
});

test("a thread that breaks fails the jobs it was sent, and another does the next", async () => {
  const { run } = create({ most: 1, ahead: 2 });
  const done = await Promise.allSettled(["break", "a"].map(run));
  expect(done).toMatchObject([
    { status: "rejected", reason: { message: "broken" } },
    { status: "rejected", reason: { message: "broken" } },
  ]);
  expect((await run("b")).job).toBe("b");
});

test("a thread that starts early does the first job", async () => {
  let opened = 0;
  const open = () => {
    opened += 1;
    return new Worker(PROGRAM, { eval: true });
  };
  const { run } = createThreads<string, { job: string }>(open, { most: 2, early: true });
  expect(opened).toBe(1);
  expect((await run("a")).job).toBe("a");
  expect(opened).toBe(1);
});

test("a thread that ends fails the jobs it was sent, and another does the next", async () => {
  const { run } = create({ most: 1, ahead: 2 });
  const done = await Promise.allSettled(["end", "a"].map(run));
  expect(done.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await run("b")).job).toBe("b");
});

test("a job that cannot be sent fails, and those after it get their own answers", async () => {
  const { run } = create({ most: 1, ahead: 3 });
  const unsent = (() => undefined) as unknown as string;
  const done = await Promise.allSettled(["a", unsent, "b"].map(run));
  expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(done[2]).toMatchObject({ value: { job: "b" } });
});

test("an answer that cannot be read back fails its job, and those after it get their own answers", async () => {
  // Node reads a blob back by the module that the blob itself names.
  const program = `
    const { parentPort } = require("node:worker_threads");
    const [clone] = Object.getOwnPropertySymbols(Blob.prototype).filter(({ description }) => /clone/.test(description));
    const unread = Object.defineProperty(new Blob([]), clone, { value: () => ({ deserializeInfo: "none:None" }) });
    parentPort.on("message", (job) => parentPort.postMessage({ result: job === "unread" ? unread : job }));
  `;
  const { run } = createThreads<string, string>(() => new Worker(program, { eval: true }), { most: 1, ahead: 3 });
  const done = await Promise.allSettled(["a", "unread", "b"].map(run));
  expect(done).toMatchObject([{ value: "a" }, { reason: expect.any(Error) }, { value: "b" }]);
}, 10_000);
