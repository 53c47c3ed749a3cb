import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { replaceForbidden } from "../mindmap/shape.ts";
import { writeForFeed } from "../notes/feed.ts";
import { getNotes } from "../site/notes.ts";
import { SITE } from "../site/site.ts";
import { withBase } from "../site/url.ts";

/** Notes in the feed: its readers ask for it again and again. */
const MOST = 50;

/** The notes reviewed last with their full text. */
export const GET: APIRoute = async ({ site }) => {
  const notes = (await getNotes())
    .toSorted((a, b) => (b.front.reviewed ?? "").localeCompare(a.front.reviewed ?? ""))
    .slice(0, MOST);
  return rss({
    title: SITE.name,
    description: SITE.claim,
    site: new URL(withBase(""), site),
    items: notes.map(({ title, description, url, html, front }) => ({
      title: replaceForbidden(title),
      description: replaceForbidden(description),
      link: url,
      content: replaceForbidden(writeForFeed(html, new URL(url, site))),
      categories: front.tags ?? [],
      ...(front.reviewed && { pubDate: new Date(front.reviewed) }),
    })),
  });
};
