import { expect, test } from "./site.ts";

test("the first page leads to a note with its text and its map", async ({ page }) => {
  await page.goto("./");
  await page.locator("main .card a").first().click();
  await expect(page.locator("[data-pagefind-body] h1")).toBeVisible();
  await expect(page.locator("svg.map text").first()).toBeAttached();
});
