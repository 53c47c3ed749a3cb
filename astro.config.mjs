import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { noteCheck } from "./src/integrations/note-check.ts";
import { findPictureFault } from "./src/integrations/picture-state.ts";
import { searchIndex } from "./src/integrations/search-index.ts";
import { codeTransformers } from "./src/notes/code.ts";
import { foldMarks } from "./src/notes/fold-marks.ts";
import { pictureFiles } from "./src/notes/picture-files.ts";

process.env.ASTRO_TELEMETRY_DISABLED ??= "1";

if (process.env.SITE && !/^https?:/.test(process.env.SITE)) {
  console.error(`SITE is ${process.env.SITE}, expected an address → write SITE=https://${process.env.SITE}`);
  process.exit(1);
}

export default defineConfig({
  site: process.env.SITE ?? "https://example.org",
  base: process.env.BASE ?? "/",
  trailingSlash: "ignore",
  // While the maps of some notes are written, others' pages are rendered.
  build: { inlineStylesheets: "never", concurrency: 16 },
  integrations: [noteCheck(), mdx(), sitemap(), searchIndex()],
  // Painted files of notes that are as they were are taken from the build before; nothing else is.
  experimental: { incrementalBuild: process.env.PICTURES !== "0" },
  markdown: {
    processor: satteri({ hastPlugins: [foldMarks, pictureFiles(findPictureFault)] }),
    shikiConfig: { theme: "css-variables", transformers: codeTransformers() },
  },
  // Small files inlined as data would need exceptions in the content security policy.
  // Scripts are called by their hash alone: seven names stand in each page.
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: "_astro/[hash].js" } } } } },
  },
});
