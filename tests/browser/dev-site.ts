import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { findFreePort } from "./free-port.ts";
import { ASTRO, type MadeSite } from "./made-site.ts";
import { inTurn } from "./one-build.ts";

const TURN = join(import.meta.dirname, "../../node_modules/.astro/dev-site");

/**
 * Starts the dev server on a folder of notes; it answers only some seconds later. Two at a time would write
 * Astro's files of the project over each other, so the next one waits until this is closed.
 */
export async function startDev(notes: string): Promise<MadeSite> {
  const port = await findFreePort();
  // The reader of these lines may have a dev server of their own.
  const args = [...ASTRO, "dev", "--ignore-lock", "--host", "127.0.0.1", "--port", String(port)];
  const started = Promise.withResolvers<() => void>();
  const turn = inTurn(TURN, async () => {
    const server = spawn(process.execPath, args, { env: { ...process.env, NOTES: notes }, stdio: "ignore" });
    const closed = once(server, "close");
    started.resolve(() => server.kill());
    await closed;
  });
  turn.catch(started.reject);
  const stop = await started.promise;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      stop();
      await turn;
    },
  };
}
