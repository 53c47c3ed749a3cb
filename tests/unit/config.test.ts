import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

test("a variable of the environment that is empty, as services leave those that nobody set, is one that is not set", async () => {
  for (const name of ["SITE", "BASE"]) vi.stubEnv(name, "");
  const { default: config } = (await import("../../astro.config.mjs")) as { default: { site: string; base: string } };
  expect([config.site, config.base]).toEqual(["https://example.org", "/"]);
});
