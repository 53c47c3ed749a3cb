import type { APIRoute } from "astro";
import { THEMES } from "../mindmap/theme.ts";
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
      background_color: THEMES.light.background,
      theme_color: THEMES.light.link,
      icons: [
        { src: withBase("favicon.svg"), sizes: "any", type: "image/svg+xml" },
        { src: withBase("apple-touch-icon.png"), sizes: "180x180", type: "image/png" },
      ],
    }),
    { headers: { "Content-Type": "application/manifest+json" } },
  );
