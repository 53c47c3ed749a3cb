import type { AstroPrerenderer } from "astro";

/** A page as Astro has just rendered it. */
export interface RenderedPage {
  /** Path of its address, percent-encoded, with the base path. */
  path: string;
  html: string;
}

/** Pages in the order in which their rendering began, whichever is ready first. */
export interface RenderedPages extends AsyncIterable<RenderedPage> {
  /** Renders as another prerenderer does, and takes down the pages. */
  listen(prerenderer: AstroPrerenderer): AstroPrerenderer;
  /** Ends the list: no more pages are going to be rendered. */
  close(): void;
}

/** Lists a build's pages while they are made, so that who reads them need not wait for the last. */
export function listRenderedPages(): RenderedPages {
  const pages = new TransformStream<{ page: Promise<RenderedPage | undefined> }>(
    {},
    { highWaterMark: Number.POSITIVE_INFINITY },
  );
  const writer = pages.writable.getWriter();
  return {
    listen: (prerenderer) => ({
      ...prerenderer,
      async render(request, options) {
        if (options.routeData.type !== "page") return prerenderer.render(request, options);
        const { promise, resolve } = Promise.withResolvers<RenderedPage | undefined>();
        void writer.write({ page: promise });
        try {
          const result = await prerenderer.render(request, options);
          const response = result instanceof Response ? result : result.response;
          const html = await response.clone().text();
          resolve(response.ok ? { path: new URL(request.url).pathname, html } : undefined);
          return result;
        } finally {
          resolve(undefined);
        }
      },
    }),
    close: () => void writer.close(),
    async *[Symbol.asyncIterator]() {
      for await (const { page } of pages.readable) {
        const rendered = await page;
        if (rendered) yield rendered;
      }
    },
  };
}
