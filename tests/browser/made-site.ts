import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { type Server, createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { inTurn } from "./one-build.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Astro's program and the settings that `package.json` starts it with, for `spawn(process.execPath, …)`. */
export const ASTRO = ["--env-file=.astro.env", join(ROOT, "node_modules/astro/bin/astro.mjs")];

const MEDIA_TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A site that is served until it is closed. */
export interface MadeSite {
  /** Address of its front page. */
  address: string;
  close(): Promise<void>;
}

/**
 * Builds a site of a folder of notes and serves it as static hosts do, below a base path.
 * @param base without a slash at its end
 * @param settings of the build, as its environment has them
 * @throws with what the build said when it fails
 */
export async function makeSite(notes: string, base: string, settings: Record<string, string> = {}): Promise<MadeSite> {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  const args = [...ASTRO, "build", "--outDir", folder];
  const env = { ...process.env, ...settings, NOTES: notes, BASE: base };
  await inTurn(join(ROOT, "node_modules/.astro/made-site"), () => runBuild(args, env));
  const server = await serve(folder, base);
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The system gave no port.");
  return {
    address: `http://127.0.0.1:${address.port}${base}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function runBuild(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const build = spawn(process.execPath, args, { cwd: ROOT, env });
  let said = "";
  for (const stream of [build.stdout, build.stderr]) stream.on("data", (part) => (said += String(part)));
  const [code] = await once(build, "close");
  if (code !== 0) throw new Error(said);
}

async function serve(folder: string, base: string): Promise<Server> {
  const server = createServer(async ({ url = "" }, response) => {
    const path = decodeURI(url.split("?")[0] ?? "");
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const body = path.startsWith(`${base}/`)
      ? await readFile(join(folder, file.slice(base.length))).catch(() => undefined)
      : undefined;
    const type = MEDIA_TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "Content-Type": type }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
