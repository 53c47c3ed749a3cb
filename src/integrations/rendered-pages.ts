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
type StaticPath = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];
type Rendered = Awaited<ReturnType<AstroPrerenderer["render"]>>;

/**
 * Lists a build's pages while they are made, so that indexing begins before the last one is rendered. They are
 * rendered before all else, those of Astro's last routes first: these are the notes, which take longest to index.
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
        const { listed, others } = orderPaths(await prerenderer.getStaticPaths(), isListed);
        awaited = listed.length;
        return [...listed, ...others];
      },
      async render(request, options) {
        const { routeData } = options;
        if (routeData.type !== "page" || !isListed(routeData)) return prerenderer.render(request, options);
        const { promise, resolve } = Promise.withResolvers<RenderedPage | undefined>();
        void writer.write({ page: promise });
        awaited -= 1;
        if (awaited === 0) close();
        try {
          const { result, response, html } = await copyBody(await prerenderer.render(request, options));
          resolve(response.ok ? { path: new URL(request.url).pathname, html } : undefined);
          return result;
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

/** The listed pages, those of the last route first, and after them the other pages and the files. */
function orderPaths(paths: readonly StaticPath[], isListed: (route: Route) => boolean) {
  const {
    listed = [],
    other = [],
    file = [],
  } = Object.groupBy(paths, ({ route }) => {
    if (route.type !== "page") return "file";
    return isListed(route) ? "listed" : "other";
  });
  const byRoute = Map.groupBy(listed, ({ route }) => route);
  return { listed: [...byRoute.values()].toReversed().flat(), others: [...other, ...file] };
}

/** What was rendered, and its text: a body can be read once only, so the result has a copy of it. */
async function copyBody(rendered: Rendered) {
  const response = rendered instanceof Response ? rendered : rendered.response;
  const html = new Uint8Array(await response.arrayBuffer());
  const again = new Response(html, response);
  return { result: rendered instanceof Response ? again : { ...rendered, response: again }, response, html };
}
