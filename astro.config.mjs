import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: process.env.SITE ?? "https://example.org",
  base: process.env.BASE ?? "/",
  trailingSlash: "always",
  build: { inlineStylesheets: "never" },
  integrations: [mdx()],
  vite: { build: { assetsInlineLimit: 0 } },
});
