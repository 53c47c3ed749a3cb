import { extname } from "node:path";
import type { AstroIntegrationLogger, HookParameters } from "astro";
import { type IndexFile, createBundle } from "./bundle.ts";
import { crawl } from "./crawl.ts";

type DevServer = HookParameters<"astro:server:setup">["server"];

const MEDIA_TYPES: Record<string, string> = { ".js": "text/javascript", ".json": "application/json" };

/** Serves `pagefind/` in `astro dev` from an index made when it is asked for, anew after any file changed. */
export function serveIndex(server: DevServer, base: string, logger: AstroIntegrationLogger): void {
  const prefix = `${base}pagefind/`;
  let made: Promise<Map<string, IndexFile>> | undefined;
  let isStale = false;
  for (const event of ["add", "change", "unlink"] as const) {
    server.watcher.on(event, () => {
      isStale = true;
    });
  }
  server.middlewares.use((request, response, next) => {
    const path = request.url?.split("?")[0] ?? "";
    if (!path.startsWith(prefix)) return next();
    const name = path.slice(prefix.length);
    // A page asks for the script first: only there may the index change under its feet.
    if (!made || (isStale && name === "pagefind.js")) {
      isStale = false;
      // One at a time: Pagefind is one process.
      const before = made?.catch(() => undefined);
      const begun = Promise.resolve(before).then(() => makeIndex(origin(server), base, logger));
      made = begun;
      begun.catch(() => {
        // By then another may have been begun, which goes on.
        if (made === begun) made = undefined;
      });
    }
    made.then(
      (files) => {
        const file = files.get(name);
        response.statusCode = file ? 200 : 404;
        response.setHeader("Content-Type", MEDIA_TYPES[extname(name)] ?? "application/octet-stream");
        response.setHeader("Cache-Control", "no-store");
        response.end(file?.content);
      },
      (error: unknown) => {
        logger.error(`The search index could not be made: ${String(error)}`);
        response.statusCode = 500;
        response.end();
      },
    );
  });
}

async function makeIndex(from: string, base: string, logger: AstroIntegrationLogger): Promise<Map<string, IndexFile>> {
  const start = performance.now();
  const { files, count } = await createBundle(crawl(from, base));
  logger.info(`${count === 1 ? "1 page" : `${count} pages`} indexed in ${Math.round(performance.now() - start)} ms`);
  return new Map(files.map((file) => [file.path, file]));
}

function origin(server: DevServer): string {
  const address = server.httpServer?.address();
  if (!address || typeof address === "string") throw new Error("The dev server does not listen on a port.");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]")}:${address.port}`;
}
