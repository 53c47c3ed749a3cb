import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold } from "./visit.ts";

/** Who comes back, also where the browser has kept nothing but addresses and how far the page was scrolled. */
for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`in a window of ${viewport.width} pixels`, () => {
    test.use({ viewport });

    test("the glossary shows the same terms after a reload", async ({ page }) => {
      await page.goto("./glossary/");
      await page.evaluate(() => scrollTo(0, 7000));
      const before = await placeOfTerms(page);
      await page.reload();
      await expect.poll(() => placeOfTerms(page)).toEqual(before);
    });

    test("the glossary shows the term of its address, there and back again", async ({ page }) => {
      await page.goto("./glossary/#embargo");
      const term = page.locator("#embargo");
      await expect(term).toBeInViewport();
      await page.goto("./tags/");
      await page.goBack();
      await expect(page).toHaveURL(/#embargo$/);
      await expect(term).toBeInViewport();
      await page.goto("./glossary/");
      await page.goBack();
      await expect(page).toHaveURL(/#embargo$/);
      await expect(term).toBeInViewport();
      await page.goForward();
      await page.goBack();
      await expect(term).toBeInViewport();
    });

    test("the search shows the place again that was opened, also of a page whose places were unfolded", async ({
      page,
    }) => {
      await page.goto("./search/?q=attestation");
      const rest = page.getByRole("option", { name: /^\d+ more places? on this page$/ }).last();
      const group = page.locator("[role=group]", { has: rest });
      const name = (await group.getAttribute("aria-labelledby")) ?? "";
      await rest.click();
      const place = page.locator(`[role=group][aria-labelledby="${name}"] a[role=option]`).last();
      await place.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(500);
      const href = (await place.getAttribute("href")) ?? "";
      await place.click();
      await expect(page).toHaveURL(/\/(notes|glossary)\//);
      await page.goBack();
      await expect(page.locator(`a[role=option][href="${href}"]`)).toBeInViewport();
      await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(before, -1);
      // Who comes anew begins at the top.
      await page.goto("./tags/");
      await page.goto("./search/?q=attestation");
      await expect(rest).toBeAttached();
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });
}

test("who comes back to a page with marks, and had read on from them, is where they were", async ({ page }) => {
  const marks = page.getByRole("toolbar", { name: "Marked words" });
  await page.goto("./notes/cloud/aws-security/?mark=AWS%20SSO#identity");
  await expect(marks).toContainText(/\d+ of \d+/);
  const awayAndBack = async () => {
    await page.goto("./tags/");
    await page.goBack();
  };
  for (const comeBack of [() => page.reload(), awayAndBack]) {
    // Where the page was scrolled to a moment ago a busy browser may not have noted yet.
    await expect(async () => {
      await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
      await comeBack();
      await expect(marks).toContainText(/\d+ of \d+/);
      await expect.poll(() => page.evaluate(() => scrollY), { timeout: 5000 }).toBe(300);
    }).toPass({ timeout: 60_000 });
  }
});

for (const sign of ["wheel", "keydown"]) {
  test(`who comes back to the search and goes on before it has its places is not pulled back, by ${sign}`, async ({
    page,
  }) => {
    await page.goto("./search/?q=attestation");
    const options = page.getByRole("option");
    await expect(options.nth(20)).toBeAttached();
    await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
    await page.goto("./tags/");
    const letGo = await hold(page, /\/pagefind\/fragment\//);
    await page.goBack();
    await expect(page.locator(".search-said")).toHaveText("Searching…");
    if (sign === "wheel") {
      await page.mouse.move(200, 300);
      await page.mouse.wheel(0, -2000);
    } else await page.keyboard.press("Control+Home");
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    letGo();
    await expect(options.nth(20)).toBeAttached();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}

/** The first term in the window, and where it stands. */
function placeOfTerms(page: Page): Promise<{ id: string; top: number }> {
  return page.evaluate(() => {
    const terms = [...document.querySelectorAll("dt")];
    const first = terms.find((term) => term.getBoundingClientRect().top >= 0);
    return { id: first?.id ?? "", top: Math.round(first?.getBoundingClientRect().top ?? 0) };
  });
}
