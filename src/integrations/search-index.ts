import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { type IndexPage, createBundle } from "../search/bundle.ts";
import { serveIndex } from "../search/serve.ts";

/**
 * Makes the site searchable: after a build it writes Pagefind's index of the built pages to
 * `pagefind/`; in `astro dev` it serves one made from the dev server's own pages when first asked for.
 */
export function searchIndex(): AstroIntegration {
  let base = "/";
  return {
    name: "search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:server:setup": ({ server, logger }) => serveIndex(server, base, logger),
      "astro:build:done": ({ dir, pages, logger }) => writeIndex(dir, pages, logger),
    },
  };
}

async function writeIndex(
  dir: URL,
  pages: readonly { pathname: string }[],
  logger: AstroIntegrationLogger,
): Promise<void> {
  const start = performance.now();
  const { files, count } = await createBundle(readPages(dir, pages));
  const folders = new Set(files.map(({ path }) => new URL(".", new URL(`pagefind/${path}`, dir)).href));
  for (const folder of folders) await mkdir(new URL(folder), { recursive: true });
  await Promise.all(files.map(({ path, content }) => writeFile(new URL(`pagefind/${path}`, dir), content)));
  logger.info(`${count} pages indexed in ${Math.round(performance.now() - start)} ms`);
}

async function* readPages(dir: URL, pages: readonly { pathname: string }[]): AsyncGenerator<IndexPage> {
  // In an order of their own: Astro's depends on which was made first, and so would the index's bytes.
  for (const pathname of pages.map((page) => page.pathname).sort()) {
    const path = decodeURI(pathname);
    const file = extname(path) === ".html" ? path : `${path.replace(/\/?$/, "/").replace(/^\//, "")}index.html`;
    const html = await readFile(new URL(encodeURI(file), dir), "utf8").catch(() => undefined);
    if (html !== undefined) yield { url: `/${pathname.replace(/^\//, "")}`, html };
  }
}
