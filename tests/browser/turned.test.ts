import { expect, test } from "./site.ts";

const NOTE = "./notes/cloud/aws-security/";

test.describe("a phone that is turned", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("shows the same line of the text", async ({ page }) => {
    await page.goto(NOTE);
    await page.locator("h1").tap();
    await expect(page.locator("body[data-previews]")).toBeAttached();
    const line = page.locator("#incident-response");
    await line.evaluate((heading) => heading.scrollIntoView({ block: "start", behavior: "instant" }));
    await expect(line).toBeInViewport();
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(page.locator(".note-bar")).toHaveCSS("flex-wrap", "wrap");
    await expect(line).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator(".note-bar")).toHaveCSS("flex-wrap", "nowrap");
    await expect(line).toBeInViewport();
  });
});
