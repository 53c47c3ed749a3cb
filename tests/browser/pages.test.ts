import AxeBuilder from "@axe-core/playwright";
import { listPages } from "./dist.ts";
import { expect, test } from "./site.ts";

// Every page, in both themes: `site.ts` fails on anything in the console and on any breach of the policy.
for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of listPages()) {
      test(`/${path} has no fault that axe can find`, async ({ page }) => {
        await page.goto(`./${path}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
      });
    }
  });
}

test("the policy is one short line on every page, and allows nothing inline", async ({ page }) => {
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
