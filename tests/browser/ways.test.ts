import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

test.describe("in a narrow window, without script", () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test("a note has a way up, and a list of its sections and neighbours", async ({ page }) => {
    await page.goto(NOTE);
    await expect(
      page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Hardware" }),
    ).toBeVisible();
    const list = page.getByRole("navigation", { name: "Notes and contents" });
    await expect(list).toBeHidden();
    await page.getByRole("link", { name: "Notes and contents" }).click();
    await expect(list.getByRole("link", { name: "Open Compute and bare metal" })).toBeVisible();
    await list.getByRole("link", { name: "Weak points" }).click();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeInViewport();
    await expect(list).toBeHidden();
    await page.getByRole("link", { name: "Notes and contents" }).click();
    await list.getByRole("link", { name: "Close" }).click();
    await expect(list).toBeHidden();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeInViewport();
  });
});

test("in a wide window the list stands beside the note", async ({ page }) => {
  await page.goto(NOTE);
  await expect(page.getByRole("navigation", { name: "Notes and contents" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notes and contents" })).toBeHidden();
});

test("a letter of the glossary leads to its terms", async ({ page }) => {
  await page.goto("./glossary/");
  await page.getByRole("navigation", { name: "Letters" }).getByRole("link", { name: "T", exact: true }).click();
  await expect(page.getByRole("heading", { name: "T", exact: true })).toBeInViewport();
  await expect(page.locator("#tpm")).toBeInViewport();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the letters of the glossary stay in a window of ${width} pixels, and cover nothing they lead to`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./glossary/#tpm");
    const letters = page.getByRole("navigation", { name: "Letters" });
    await expect(letters).toBeInViewport({ ratio: 1 });
    const [bar, term] = await Promise.all([letters.boundingBox(), page.locator("#tpm").boundingBox()]);
    expect(bar?.height).toBeLessThan(70);
    expect(term?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    await letters.getByRole("link", { name: "Z", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Z", exact: true })).toBeInViewport();
    await expect(letters).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("in a low window the letters of the glossary leave the room to the terms", async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await page.goto("./glossary/#tpm");
  await expect(page.locator("#tpm")).toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Letters" })).not.toBeInViewport();
});

test("a note's card and the map beside it count alike", async ({ page }) => {
  await page.goto("./");
  const card = page.locator(".card", { hasText: "Trusted Platform Module" });
  const counted = /(\d+) nodes/.exec(await card.innerText())?.[1];
  expect(counted).toBeDefined();
  const node = page.locator('svg.map:visible g:has(> a[href$="/notes/hardware/tpm/"])').last();
  await expect(node.locator(".count")).toHaveText(new RegExp(`^\\s*${counted}\\s*$`));
});
