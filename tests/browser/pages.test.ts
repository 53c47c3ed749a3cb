import AxeBuilder from "@axe-core/playwright";
import { listPages } from "./dist.ts";
import { expect, test } from "./site.ts";
import { reachForMap } from "./visit.ts";

/** Whether a page has parts that no other has: the page of a tag or a letter is as all of them are. */
const hasOwnParts = (path: string) => !/^(?:tags|search)\/.|\/map\/$/.test(path);

// Every page, in both themes: `site.ts` fails on anything in the console and on any breach of the policy.
for (const path of listPages()) {
  test(`/${path} has no fault that axe can find, light or dark, narrow or wide`, async ({ page }) => {
    // On a busy machine axe takes a quarter of a minute for one look at a long page.
    test.setTimeout(300_000);
    await page.goto(`./${path}`);
    for (const [width, colorScheme] of [
      [1440, "light"],
      [320, "dark"],
      ...(hasOwnParts(path)
        ? ([
            [1440, "dark"],
            [320, "light"],
          ] as const)
        : []),
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
      expect(faults, `${width} px, ${colorScheme}`).toEqual([]);
    }
  });
}

test("neither has a note whose map is interactive, as a drawing or as a list, nor the standalone file", async ({
  page,
}) => {
  test.setTimeout(300_000);
  for (const path of ["notes/hardware/tpm/", "notes/hardware/tpm/map/", "atlas/", "notes/hardware/tpm/map.html"]) {
    await reachForMap(page, `./${path}`);
    for (const list of [false, true]) {
      if (list) await page.getByRole("button", { name: "Show as a nested list" }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html.slice(0, 300))])).toEqual([]);
    }
    // The choice is kept, and the next map would be a list from the start.
    await page.getByRole("button", { name: "Show as a nested list" }).click();
  }
});

test("the policy is one short line on every page, and allows nothing inline", async ({ page }) => {
  // Every page of the site in one test.
  test.slow();
  const policies = new Set<string>();
  for (const path of listPages()) {
    await page.goto(`./${path}`, { waitUntil: "commit" });
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    policies.add((await policy.getAttribute("content")) ?? `none on /${path}`);
    expect(await page.locator("script:not([src]):not([type='application/ld+json']), style, [style]").count()).toBe(0);
  }
  expect([...policies]).toHaveLength(1);
  const [policy = ""] = policies;
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
  expect(policy.length).toBeLessThan(400);
});
