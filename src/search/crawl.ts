import type { IndexPage } from "./bundle.ts";

const LINK = /<a\b[^>]*?\bhref="([^"#?]+)/g;
const AT_ONCE = 4;

/**
 * Reads the pages of a running site, from its front page along its links.
 * @param origin where the server listens, `http://localhost:4321` say
 * @param base the base path, with a slash at its end
 */
export async function* crawl(origin: string, base: string): AsyncGenerator<IndexPage> {
  const seen = new Set([base]);
  let paths = [base];
  while (paths.length > 0) {
    const batch = paths.slice(0, AT_ONCE);
    paths = paths.slice(AT_ONCE);
    for (const { path, html } of await Promise.all(batch.map((path) => readPage(origin, path)))) {
      if (html === undefined) continue;
      yield { url: `/${path.slice(base.length)}`, html };
      for (const link of listLinks(html, new URL(path, origin))) {
        if (!link.startsWith(base) || !link.endsWith("/") || seen.has(link)) continue;
        seen.add(link);
        paths.push(link);
      }
    }
  }
}

async function readPage(origin: string, path: string): Promise<{ path: string; html?: string }> {
  const response = await fetch(origin + path, { headers: { Accept: "text/html" } });
  const isPage = response.ok && response.headers.get("Content-Type")?.includes("text/html");
  return isPage ? { path, html: await response.text() } : { path };
}

function listLinks(html: string, from: URL): string[] {
  return [...html.matchAll(LINK)].flatMap(([, href = ""]) => {
    const url = URL.canParse(href, from) ? new URL(href, from) : from;
    return url.origin === from.origin ? [url.pathname] : [];
  });
}
