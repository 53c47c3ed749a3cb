import type { AstroIntegration } from "astro";
import { getViewer } from "../exports/viewer.node.ts";
import { openThreads, shareViewer } from "../site/threads.ts";

/** Has a build read its notes in threads, which are started while Astro makes itself ready. */
export function noteThreads(): AstroIntegration {
  return {
    name: "note-threads",
    hooks: {
      "astro:config:setup": ({ command }) => {
        if (command === "build") openThreads();
      },
      // Not before: what Astro does until here it does in one thread, and then it often waits.
      "astro:build:start": () => void shareViewer(getViewer()),
    },
  };
}
