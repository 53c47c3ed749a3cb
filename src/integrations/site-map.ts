import { readFile } from "node:fs/promises";
import type { SitemapItem } from "@astrojs/sitemap";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";

/** When a note was reviewed, as its page says it for programs. */
const REVIEWED = /"dateModified":"([^"]+)"/;

/** Path of an address below the site's base path, which ends with a slash. */
function pathBelow(base: string, address: string): string {
  return new URL(address).pathname.slice(base.length);
}

/**
 * Whether the site map lists a page: below a base path the home page comes without its slash, too, and the index by
 * letters leads to places of pages that are listed themselves.
 */
export function isListed(base: string, address: string): boolean {
  return address.endsWith("/") && !/^search\/./.test(pathBelow(base, address));
}

/** Path of the note that a page shows, itself or its map alone; none for other pages. */
export function noteOf(path: string): string | undefined {
  return /^notes\/.+?(?=(?:map\/)?$)/.exec(path)?.[0];
}

/** Lists the pages for programs, those of notes with the day of their review. */
export function siteMap(): AstroIntegration {
  let base = "/";
  let dist: URL | undefined;
  /** Days of review by the note's path: the page of its map asks for the same. */
  const known = new Map<string, Promise<string | undefined>>();
  const readReview = async (note: string) =>
    REVIEWED.exec(await readFile(new URL(`${note}index.html`, dist), "utf8"))?.[1];
  const addReview = async (item: SitemapItem): Promise<SitemapItem> => {
    const note = noteOf(pathBelow(base, item.url));
    if (note === undefined) return item;
    const review = known.get(note) ?? readReview(note);
    known.set(note, review);
    const lastmod = await review;
    return { ...item, ...(lastmod && { lastmod }) };
  };
  const { hooks, ...map } = sitemap({ filter: (address) => isListed(base, address), serialize: addReview });
  return {
    ...map,
    hooks: {
      ...hooks,
      "astro:config:done": (options) => {
        base = options.config.base.replace(/\/*$/, "/");
        dist = options.config.outDir;
        return hooks["astro:config:done"]?.(options);
      },
    },
  };
}
