import { afterEach, expect, test, vi } from "vitest";
import { crawl } from "../../../src/search/crawl.ts";

afterEach(() => vi.unstubAllGlobals());

test("the pages of a site are those below its base path, each read once", async () => {
  const links = [
    "/maps/notes/a/#x",
    "/maps/notes/a/",
    "/other/",
    "/maps/map.svg",
    "https://example.org/maps/b/",
    "/maps/b/?q=1",
  ];
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    const html = links.map((href) => `<a class="x" href="${href}">x</a>`).join("");
    return Promise.resolve(new Response(html, { headers: { "Content-Type": "text/html" } }));
  });
  const urls: string[] = [];
  for await (const { url } of crawl("http://localhost:4321", "/maps/")) urls.push(url);
  expect(urls).toEqual(["/", "/notes/a/", "/b/"]);
  expect(asked).toEqual(urls.map((url) => `http://localhost:4321/maps${url}`));
});
