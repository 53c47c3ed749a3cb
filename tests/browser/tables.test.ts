import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

/** Scrolls a row of the table of registers to the middle of the window, and tells where its header is then. */
async function headerOver(page: Page, row: string) {
  await page.locator("tr", { hasText: row }).first().evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" })); // prettier-ignore
  const table = page.locator(".table", { hasText: row });
  const header = table.locator("thead th").first();
  const top = async () => Math.round((await header.boundingBox())?.y ?? Number.NaN);
  return { table, header, top };
}

for (const [width, height, fit] of [
  [1440, 900, "yes"],
  [390, 844, "no"],
  [320, 640, "no"],
] as const) {
  test(`the header of a long table stays in sight at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./notes/hardware/pcr/");
    await page.mouse.move(width / 3, 300);
    await expect(page.locator(".table", { hasText: "PCR 10" })).toHaveAttribute("data-fit", fit);
    const { table, header, top } = await headerOver(page, "PCR 10");
    const bar = page.locator(width < 900 ? ".site-header" : ".note-bar");
    const edge = await bar.evaluate((element) => Math.round(element.getBoundingClientRect().bottom));
    await expect.poll(top).toBe(edge);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // What is seen there is the header and nothing over it.
    const isSeen = () =>
      header.evaluate((cell) => {
        const { x, y } = cell.getBoundingClientRect();
        return cell.contains(document.elementFromPoint(x + 20, y + 12));
      });
    expect(await isSeen()).toBe(true);
    if (fit === "yes") return;
    const first = table.locator("tr", { hasText: "PCR 10" }).locator(":scope > *").first();
    const left = async () => Math.round((await first.boundingBox())?.x ?? Number.NaN);
    const before = await left();
    await table.evaluate((box) => {
      box.scrollLeft = 60;
    });
    await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBe(60);
    expect(await left()).toBe(before);
    const [group, box] = await Promise.all([table.getByText("Boot path").boundingBox(), table.boundingBox()]);
    expect(group?.x ?? 0).toBeGreaterThan(box?.x ?? Number.NaN);
    expect(await isSeen()).toBe(true);
  });
}

test("what an address names stays where it is in the window when the tables above it are fitted", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  // Browsers without scroll anchoring have nothing else that holds it.
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => document.documentElement.style.setProperty("overflow-anchor", "none"));
  });
  await page.goto("./notes/hardware/pcr/#binding-a-secret");
  await page.mouse.move(200, 300);
  await page.mouse.move(210, 310);
  await expect(page.locator(".table", { hasText: "PCR 10" })).toHaveAttribute("data-fit", "no");
  // The rows above it have the room they need by now, which is more than a window of them had before.
  const { top } = await page.locator("#binding-a-secret").evaluate((heading) => heading.getBoundingClientRect());
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(400);
});

test("without script a long table scrolls in its own box, under its header", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto("./notes/hardware/pcr/");
  const { table, header } = await headerOver(page, "PCR 10");
  const [box, head] = await Promise.all([table.boundingBox(), header.boundingBox()]);
  expect(box?.height ?? 0).toBeLessThan(844);
  expect(Math.abs((head?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(3);
  await context.close();
});
