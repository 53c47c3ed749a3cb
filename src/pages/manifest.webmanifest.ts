import type { APIRoute } from "astro";
import { SITE } from "../site/site.ts";
import { withBase } from "../site/url.ts";

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: SITE.name,
      short_name: "Mindmaps",
      description: SITE.claim,
      start_url: withBase(""),
      display: "minimal-ui",
      background_color: "#fbfaf6",
      theme_color: "#0b5d66",
      icons: [
        { src: withBase("favicon.svg"), sizes: "any", type: "image/svg+xml" },
        { src: withBase("apple-touch-icon.png"), sizes: "180x180", type: "image/png" },
      ],
    }),
    { headers: { "Content-Type": "application/manifest+json" } },
  );
