import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { openTouched } from "./visit.ts";

const MAP = "./notes/hardware/tpm/map/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const panel = (page: Page) => page.locator(".map-panel");

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a map that nobody moved stands after its panel as before, and in no address", async ({ page }) => {
    await page.clock.install();
    await openTouched(page, MAP);
    /** Where it stands, but for fractions of a pixel; and its scale. */
    const place = async () => {
      const transform = (await page.locator("svg.map > g").getAttribute("transform")) ?? "";
      const [x, y, scale] = [...transform.matchAll(/-?[\d.]+/g)].map(Number);
      return [Math.round(x ?? 0), Math.round(y ?? 0), scale?.toFixed(3)].join(" ");
    };
    const before = await place();
    for (const label of ["Kinds", "What a TPM is"]) {
      await node(page, label).locator("a").tap();
      await expect(panel(page).locator('[data-panel="text"] > *').first()).toBeVisible();
      // Longer than an address takes to follow.
      await page.clock.runFor(600);
      expect(await place()).not.toBe(before);
      expect(page.url()).not.toContain("map=");
      await panel(page).getByRole("button", { name: "Close" }).tap();
      await expect.poll(place).toBe(before);
    }
    await page.clock.runFor(600);
    expect(page.url()).not.toContain("map=");
    // What the reader did meanwhile stays.
    await node(page, "Kinds").locator("a").tap();
    await page.getByRole("button", { name: "Zoom in" }).tap();
    await expect(page).toHaveURL(/map=/);
    await panel(page).getByRole("button", { name: "Close" }).tap();
    await page.clock.runFor(600);
    expect((await place()).split(" ")[2]).not.toBe(before.split(" ")[2]);
  });
});
