import type { AstroIntegration } from "astro";
import { prepareThreads } from "../site/threads.ts";

/** Has a build read its notes in threads, which are started while Astro makes itself ready. */
export function noteThreads(): AstroIntegration {
  return {
    name: "note-threads",
    hooks: {
      "astro:config:setup": ({ command }) => {
        if (command === "build") prepareThreads();
      },
    },
  };
}
