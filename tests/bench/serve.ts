import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { createBrotliCompress } from "node:zlib";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const PACKED = /^(?:text|application)\/|svg/;

/**
 * Serves a folder as a static host does: brotli for what is text, a year of cache for hashed files.
 * @returns the running server and its address, without a slash at the end
 */
export async function serveFolder(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const isPacked = PACKED.test(type) && String(request.headers["accept-encoding"]).includes("br");
    response.writeHead(200, {
      "content-type": type,
      "cache-control": path.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=600",
      ...(isPacked && { "content-encoding": "br" }),
    });
    const stream = createReadStream(file);
    if (isPacked) stream.pipe(createBrotliCompress()).pipe(response);
    else stream.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
