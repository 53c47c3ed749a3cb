import { build } from "vite";
import { expect, test } from "vitest";
import { ownDirectives } from "../../../src/integrations/own-directives.ts";

test("of directives in modules only Astro's own is not warned of", async () => {
  const warned: string[] = [];
  const modules: Record<string, string> = {
    "virtual:entry": '"use client"; import "virtual:note";',
    "virtual:note": '"use astro:head-inject"; console.log(1);',
  };
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      rolldownOptions: {
        input: "virtual:entry",
        onLog: (_, { code, message }) => void warned.push(`${code} ${message}`),
      },
    },
    plugins: [
      ownDirectives(),
      { name: "modules", resolveId: (id) => (id in modules ? id : undefined), load: (id) => modules[id] },
    ],
  });
  expect(warned).toHaveLength(1);
  expect(warned[0]).toMatch(/MODULE_LEVEL_DIRECTIVE.*"use client"/);
});
