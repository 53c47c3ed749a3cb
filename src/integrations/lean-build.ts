import type { AstroIntegration } from "astro";
import type { ResolvedConfig } from "vite";

/**
 * Spares a build the bundling of Astro's toolbar for those who write pages, with which Vite makes itself ready
 * although no built page has it: as much code as the site's own.
 */
export function leanBuild(): AstroIntegration {
  return {
    name: "lean-build",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "build") return;
        const plugin = {
          name: "lean-build",
          configResolved: ({ environments }: ResolvedConfig) => {
            const { client } = environments;
            if (client) client.optimizeDeps.include = [];
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
