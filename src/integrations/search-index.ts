import { mkdir, writeFile } from "node:fs/promises";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { counted } from "../notes/counted.ts";
import type { SearchBundle } from "../search/bundle.ts";
import { bundleInThread } from "../search/bundle-in-thread.ts";
import type { BuiltPage } from "../search/bundle-thread.ts";
import { serveIndex } from "../search/serve.ts";
import { type RenderedPages, listRenderedPages } from "./rendered-pages.ts";

/** The page of a map alone: what it says is found on the page of its note. */
const MAP_PAGE = "src/pages/notes/[...id]/map.astro";

/**
 * Makes the site searchable: a build gives its pages to Pagefind while it renders the next, and writes
 * the index to `pagefind/`; `astro dev` serves one made from its own pages when first asked for.
 */
export function searchIndex(): AstroIntegration {
  let base = "/";
  const pages = listRenderedPages(({ component }) => component !== MAP_PAGE);
  let bundle: Promise<SearchBundle> | undefined;
  return {
    name: "search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:server:setup": ({ server, logger }) => serveIndex(server, base, logger),
      "astro:build:start": ({ setPrerenderer }) => {
        bundle = bundleInThread(withoutBase(pages, base));
        // What goes wrong is thrown where the index is asked for, which is after the last page.
        bundle.catch(() => undefined);
        setPrerenderer(pages.listen);
      },
      "astro:build:done": async ({ dir, logger }) => {
        pages.close();
        if (bundle) await writeIndex(dir, await bundle, logger);
      },
    },
  };
}

async function* withoutBase(pages: RenderedPages, base: string): AsyncGenerator<BuiltPage> {
  for await (const { path, html } of pages) yield { url: `/${decodeURI(path.slice(base.length))}`, html };
}

async function writeIndex(dir: URL, { files, count }: SearchBundle, logger: AstroIntegrationLogger): Promise<void> {
  const folders = new Set(files.map(({ path }) => new URL(".", new URL(`pagefind/${path}`, dir)).href));
  for (const folder of folders) await mkdir(new URL(folder), { recursive: true });
  await Promise.all(files.map(({ path, content }) => writeFile(new URL(`pagefind/${path}`, dir), content)));
  logger.info(`${counted(count, "page")} indexed`);
}
