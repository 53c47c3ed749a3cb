import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds between two tries. */
const AGAIN = 100;

/**
 * Runs a build when no other one runs: of one project Astro can make a single site at a time, and
 * tests run in several processes.
 * @param file says who builds, while it is there
 */
export async function inTurn<Result>(file: string, build: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(file), { recursive: true });
  while (!(await take(file))) await pause(AGAIN);
  try {
    return await build();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Whoever was stopped in the middle of a build keeps nobody out.
    const holder = Number(await readFile(file, "utf8").catch(() => "0"));
    if (holder && !isRunning(holder)) await rm(file, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
