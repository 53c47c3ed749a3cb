import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { leanBuild } from "./src/integrations/lean-build.ts";
import { noteCheck } from "./src/integrations/note-check.ts";
import { noteThreads } from "./src/integrations/note-threads.ts";
import { ownDirectives } from "./src/integrations/own-directives.ts";
import { findPictureFault } from "./src/integrations/picture-state.ts";
import { searchIndex } from "./src/integrations/search-index.ts";
import { siteAddress } from "./src/integrations/site-address.ts";
import { siteMap } from "./src/integrations/site-map.ts";
import { stop } from "./src/integrations/stop.ts";
import { pictureFiles } from "./src/notes/picture-files.ts";
import { markdownOptions } from "./src/site/markdown.ts";

process.env.ASTRO_TELEMETRY_DISABLED ??= "1";

/** The README's browsers, with major and minor version. */
const BROWSERS = Object.entries({ chrome: [125, 0], firefox: [128, 0], safari: [17, 5] });
/** The same as Lightning CSS counts versions: a byte each for major, minor and patch. */
const targets = Object.fromEntries(BROWSERS.map(([name, [major, minor]]) => [name, (major << 16) | (minor << 8)]));

const { SITE, BASE } = process.env;
const site = SITE && URL.canParse(SITE) && /^https?:/.test(SITE) ? new URL(SITE) : undefined;
if (SITE && !site) stop(`SITE is ${SITE}, expected an address → write SITE=https://${SITE}`);
if (site && site.pathname !== "/") {
  stop(`SITE is ${SITE}, expected an address without a path → write SITE=${site.origin} BASE=${pathOf(site)}`);
}
if (BASE && URL.canParse(BASE)) stop(`BASE is ${BASE}, expected a path → write BASE=${pathOf(new URL(BASE))}`);

if (BASE && !/^(?!.*\.\.)\/?[\w.~-]+(?:\/[\w.~-]+)*\/?$|^\/$/.test(BASE)) {
  stop(`BASE is ${BASE}, expected a path of plain letters, digits and - . _ ~ → write BASE=/maps`);
}

/** Values that switches of a build have: with another the build would be as without, and nobody would know. */
const SWITCHES = { DEAD_LINKS: ["stop"], PICTURES: ["0", "1"] };
for (const [name, values] of Object.entries(SWITCHES)) {
  const value = process.env[name];
  if (value && !values.includes(value)) {
    stop(`${name} is ${value}, expected ${values.join(" or ")} → write ${name}=${values[0]}, or leave it out`);
  }
}

function pathOf({ pathname }) {
  return pathname.replace(/(?<=.)\/+$/, "");
}

/** Style sheets are called by their hash, as scripts are. */
function nameAsset({ names }) {
  return names.some((name) => name.endsWith(".css")) ? "_astro/[hash:6][extname]" : "_astro/[name].[hash][extname]";
}

export default defineConfig({
  site: SITE || "https://example.org",
  base: BASE || "/",
  trailingSlash: "ignore",
  // While the maps of some notes are written, others' pages are rendered.
  build: { inlineStylesheets: "never", concurrency: 16 },
  logger: { entrypoint: "./src/integrations/build-log.ts" },
  integrations: [leanBuild(), noteThreads(), noteCheck(), mdx(), siteMap(), searchIndex(), siteAddress(SITE)],
  // Painted files of notes that are as they were are taken from the build before; nothing else is.
  experimental: { incrementalBuild: process.env.PICTURES !== "0" },
  markdown: markdownOptions(pictureFiles(findPictureFault)),
  // Small files inlined as data would need exceptions in the content security policy.
  // Scripts and style sheets are called by their hash alone, and by six letters of it: eleven names stand in each
  // page, and no letter of theirs can be made smaller.
  // What the README's browsers know by an older name only gets that name, too. Styles are read by what makes them
  // small as well: Vite's usual reader before it takes a twentieth of a small build.
  vite: {
    plugins: [ownDirectives()],
    // Most editors empty a file before they write it, and an empty note would be shown until the next save.
    server: { watch: { awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } } },
    css: { transformer: "lightningcss", lightningcss: { targets } },
    build: {
      assetsInlineLimit: 0,
      cssTarget: BROWSERS.map(([name, version]) => name + version.join(".")),
      rolldownOptions: { output: { assetFileNames: nameAsset } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: "_astro/[hash:6].js",
              chunkFileNames: "_astro/[name].[hash:6].js",
              assetFileNames: nameAsset,
              // Pages name all files that a first sign of the reader may load: small ones that go together are one.
              codeSplitting: { groups: [{ name: "load", test: /\/client\/(?:load|beside)\.ts$/ }] },
            },
          },
        },
      },
    },
  },
});
