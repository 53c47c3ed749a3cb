import { expect, test } from "vitest";
import { type PluginOption, resolveConfig } from "vite";
import { leanBuild } from "../../../src/integrations/lean-build.ts";

/** What Vite bundles for a browser before it serves anything, when Astro's command has the toolbar in its list. */
async function bundledAhead(command: "build" | "dev"): Promise<string[] | undefined> {
  const plugins: PluginOption[] = [];
  const updateConfig = ({ vite }: { vite: { plugins: PluginOption[] } }) => plugins.push(...vite.plugins);
  const setUp = leanBuild().hooks["astro:config:setup"] as (context: object) => void;
  setUp({ command, updateConfig });
  const toolbar = { optimizeDeps: { include: ["astro/runtime/client/dev-toolbar/entrypoint.js"] } };
  const config = await resolveConfig(
    { configFile: false, logLevel: "silent", environments: { client: toolbar }, plugins },
    "serve",
  );
  return config.environments.client?.optimizeDeps.include;
}

test("a build bundles no toolbar, which authors have while they write", async () => {
  expect(await bundledAhead("build")).toEqual([]);
  expect(await bundledAhead("dev")).toHaveLength(1);
});
