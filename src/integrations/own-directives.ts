import type { Plugin } from "vite";

/**
 * Keeps the bundler from warning of a directive in each note that is MDX: it is Astro's own, which Astro has read by
 * then. Of other directives it warns.
 */
export function ownDirectives(): Plugin {
  return {
    name: "own-directives",
    onLog: (_, { code, message }) =>
      code === "MODULE_LEVEL_DIRECTIVE" && message.includes('"use astro:head-inject"') ? false : undefined,
  };
}
