import { spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "./free-port.ts";
import { ASTRO, type MadeSite } from "./made-site.ts";

/** Starts the dev server on a folder of notes; it answers only some seconds later. */
export async function startDev(notes: string): Promise<MadeSite> {
  const port = await findFreePort();
  // The reader of these lines may have a dev server of their own.
  const args = [...ASTRO, "dev", "--ignore-lock", "--host", "127.0.0.1", "--port", String(port)];
  const server = spawn(process.execPath, args, { env: { ...process.env, NOTES: notes }, stdio: "ignore" });
  const closed = once(server, "close");
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.kill();
      await closed;
    },
  };
}
