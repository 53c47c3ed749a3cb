import type { AstroPrerenderer } from "astro";

/** A page as Astro has just rendered it. */
export interface RenderedPage {
  /** Path of its address, percent-encoded, with the base path. */
  path: string;
  /** In UTF-8, as it is going to be written. */
  html: Uint8Array<ArrayBuffer>;
}

/** Pages in the order in which their rendering began, whichever is ready first. */
export interface RenderedPages extends AsyncIterable<RenderedPage> {
  /** Renders as another prerenderer does, and takes down the pages. */
  listen(prerenderer: AstroPrerenderer): AstroPrerenderer;
  /** Ends the list, if it was not ended by the last page: no more are going to be rendered. */
  close(): void;
}

type Route = Parameters<AstroPrerenderer["render"]>[1]["routeData"];

/**
 * Lists a build's pages while they are made, so that who reads them need not wait for the last. They are
 * rendered before all else, those of Astro's last routes first: these are the notes, which take their
 * reader the longest.
 * @param isListed tells which pages are wanted; the others are rendered after these
 */
export function listRenderedPages(isListed: (route: Route) => boolean): RenderedPages {
  const pages = new TransformStream<{ page: Promise<RenderedPage | undefined> }>(
    {},
    { highWaterMark: Number.POSITIVE_INFINITY },
  );
  const writer = pages.writable.getWriter();
  let isOpen = true;
  const close = () => {
    if (isOpen) void writer.close();
    isOpen = false;
  };
  let awaited = Number.POSITIVE_INFINITY;
  return {
    listen: (prerenderer) => ({
      ...prerenderer,
      async getStaticPaths() {
        const paths = await prerenderer.getStaticPaths();
        const {
          listed = [],
          other = [],
          file = [],
        } = Object.groupBy(paths, ({ route }) => {
          if (route.type !== "page") return "file";
          return isListed(route) ? "listed" : "other";
        });
        awaited = listed.length;
        const byRoute = Map.groupBy(listed, ({ route }) => route);
        return [...[...byRoute.values()].toReversed().flat(), ...other, ...file];
      },
      async render(request, options) {
        const { routeData } = options;
        if (routeData.type !== "page" || !isListed(routeData)) return prerenderer.render(request, options);
        const { promise, resolve } = Promise.withResolvers<RenderedPage | undefined>();
        void writer.write({ page: promise });
        awaited -= 1;
        if (awaited === 0) close();
        try {
          const result = await prerenderer.render(request, options);
          const response = result instanceof Response ? result : result.response;
          const html = new Uint8Array(await response.arrayBuffer());
          resolve(response.ok ? { path: new URL(request.url).pathname, html } : undefined);
          // Its body can be read once only.
          const again = new Response(html, response);
          return result instanceof Response ? again : { ...result, response: again };
        } finally {
          resolve(undefined);
        }
      },
    }),
    close,
    async *[Symbol.asyncIterator]() {
      for await (const { page } of pages.readable) {
        const rendered = await page;
        if (rendered) yield rendered;
      }
    },
  };
}
