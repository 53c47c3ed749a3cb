import type { AstroPrerenderer } from "astro";
import { expect, test } from "vitest";
import { type RenderedPages, listRenderedPages } from "../../../src/integrations/rendered-pages.ts";

const PAGE = { routeData: { type: "page" } } as Parameters<AstroPrerenderer["render"]>[1];
const FILE = { routeData: { type: "endpoint" } } as Parameters<AstroPrerenderer["render"]>[1];

/** A prerenderer whose pages are ready when told so. */
function createPrerenderer() {
  const ready = new Map<string, (response: Response | Error) => void>();
  const prerenderer: AstroPrerenderer = {
    name: "test",
    getStaticPaths: async () => [],
    render: ({ url }) =>
      new Promise((resolve, reject) => {
        ready.set(new URL(url).pathname, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
  };
  return { prerenderer, answer: (path: string, response: Response | Error) => ready.get(path)?.(response) };
}

const read = async (pages: RenderedPages) =>
  (await Array.fromAsync(pages)).map(({ path, html }) => ({ path, html: new TextDecoder().decode(html) }));

const request = (path: string) => new Request(`https://example.org${path}`);

test("pages are listed in the order in which their rendering began, and still reach Astro", async () => {
  const pages = listRenderedPages(() => true);
  const { prerenderer, answer } = createPrerenderer();
  const listening = pages.listen(prerenderer);
  const first = listening.render(request("/notes/a/"), PAGE);
  const file = listening.render(request("/notes/a/map.svg"), FILE);
  const second = listening.render(request("/notes/b/"), PAGE);
  answer("/notes/b/", new Response("<p>b</p>"));
  answer("/notes/a/map.svg", new Response("<svg/>"));
  answer("/notes/a/", new Response("<p>a</p>"));
  const bodies = await Promise.all([first, second, file].map(async (made) => ((await made) as Response).text()));
  pages.close();
  expect(bodies).toEqual(["<p>a</p>", "<p>b</p>", "<svg/>"]);
  expect(await read(pages)).toEqual([
    { path: "/notes/a/", html: "<p>a</p>" },
    { path: "/notes/b/", html: "<p>b</p>" },
  ]);
});

test("pages that fail or are not found are left out, and Astro hears of the failure", async () => {
  const pages = listRenderedPages(() => true);
  const { prerenderer, answer } = createPrerenderer();
  const listening = pages.listen(prerenderer);
  const failing = listening.render(request("/a/"), PAGE);
  const missing = listening.render(request("/404/"), PAGE);
  const found = listening.render(request("/b/"), PAGE);
  answer("/a/", new Error("no such component"));
  answer("/404/", new Response("<p>Not found</p>", { status: 404 }));
  answer("/b/", new Response("<p>b</p>"));
  await expect(failing).rejects.toThrow("no such component");
  await Promise.all([missing, found]);
  pages.close();
  expect(await read(pages)).toEqual([{ path: "/b/", html: "<p>b</p>" }]);
});

test("pages that are listed are rendered first, those of the last route before others, and the list ends with them", async () => {
  const pages = listRenderedPages(({ component }) => component !== "map.astro");
  const { prerenderer, answer } = createPrerenderer();
  const note = { type: "page" };
  const map = { type: "page", component: "map.astro" };
  const paths = [
    { pathname: "/", route: { type: "page" } },
    { pathname: "/notes/a/map/", route: map },
    { pathname: "/rss.xml", route: { type: "endpoint" } },
    { pathname: "/notes/a/", route: note },
    { pathname: "/notes/b/", route: note },
  ];
  const listening = pages.listen({
    ...prerenderer,
    getStaticPaths: async () => paths as unknown as Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>,
  });
  const ordered = await listening.getStaticPaths();
  expect(ordered.map(({ pathname }) => pathname)).toEqual(["/notes/a/", "/notes/b/", "/", "/notes/a/map/", "/rss.xml"]);
  for (const name of ["/notes/a/", "/notes/a/map/", "/notes/b/", "/"]) {
    const made = listening.render(request(name), name.endsWith("/map/") ? ({ routeData: map } as typeof PAGE) : PAGE);
    answer(name, new Response(name));
    await made;
  }
  // Nobody has closed it: it would never end if it waited for that.
  expect((await Array.fromAsync(pages)).map(({ path }) => path)).toEqual(["/notes/a/", "/notes/b/", "/"]);
});
