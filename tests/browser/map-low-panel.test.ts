import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { openTouched } from "./visit.ts";

const MAP = "./notes/hardware/tpm/map/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const panel = (page: Page) => page.locator(".map-panel");

for (const [width, height] of [
  [844, 340],
  [740, 330],
  [667, 331],
  [640, 320],
] as const) {
  test.describe(`on a phone on its side, of ${width} by ${height} pixels,`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height } });

    test("a tap on a node shows its panel, and the node above it", async ({ page }) => {
      await openTouched(page, MAP);
      await node(page, "What a TPM is").locator("a").tap();
      await expect(panel(page)).toContainText("TPM");
      await expect(panel(page).locator('[data-panel="text"] p').first()).toBeVisible();
      await expect(panel(page)).toBeInViewport({ ratio: 0.99 });
      await expect(node(page, "What a TPM is").locator("text").first()).toBeInViewport({ ratio: 0.99 });
      const [map, low] = [await page.locator("svg.map").boundingBox(), await panel(page).boundingBox()];
      expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual((low?.y ?? 0) + 1);
      expect(map?.height).toBeGreaterThan(0.4 * height);
      await panel(page).getByRole("button", { name: "Close" }).tap();
      await expect
        .poll(async () => (await page.locator("svg.map").boundingBox())?.height)
        .toBeGreaterThan(0.75 * height);
    });
  });
}
