import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** What a program took. */
export interface Effort {
  seconds: number;
  /** Most memory that the program and all that it started had at one time, in bytes; 0 where it cannot be told. */
  memory: number;
}

/** Milliseconds between two looks at the memory. */
const LOOK = 300;

/**
 * Runs a program to its end.
 * @throws with what the program said when it fails
 */
export async function run(
  [program = "", ...args]: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Effort> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said = (said + part).slice(-4000)));
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, treeMemory(child.pid ?? 0));
  }, LOOK);
  try {
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${said}`);
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - start) / 1000, memory };
}

/** Memory, in bytes, of a process and of all below it; 0 on systems without `ps`. */
function treeMemory(root: number): number {
  if (process.platform === "win32") return 0;
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = new Set([root]);
  // Parents may stand behind their children.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const [pid = 0, parent = 0] of rows) if (tree.has(parent)) tree.add(pid);
  }
  return rows.reduce((sum, [pid = 0, , kilobytes = 0]) => sum + (tree.has(pid) ? kilobytes * 1024 : 0), 0);
}
