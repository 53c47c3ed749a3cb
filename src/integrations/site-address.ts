import type { AstroIntegration } from "astro";

/**
 * Says at the end of a build that was not told where the site is going to be what names another place instead.
 * @param given the address that the site was given, if it was
 */
export function siteAddress(given: string | undefined): AstroIntegration {
  let site = "";
  return {
    name: "site-address",
    hooks: {
      "astro:config:done": ({ config }) => {
        site = config.site ?? "";
      },
      "astro:build:done": ({ logger }) => {
        if (given) return;
        logger.warn(
          `SITE is not set: exported maps, the feed and the sitemap name ${site} as their source → for a site to publish, write SITE=https://your.host npm run build`,
        );
      },
    },
  };
}
