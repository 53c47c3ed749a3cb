import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

test("each item has a link to itself: for the pointer, for the keys and for a finger", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await readNote(page, NOTE);
  const item = (of: Page, words: string) => of.locator(".prose li[id]", { hasText: new RegExp(`^${words}`) }).first();
  const link = page.getByRole("link", { name: "Link to this item" });
  const nested = item(page, "Discrete: a chip");
  await nested.scrollIntoViewIfNeeded();
  await nested.hover();
  const [own, edge] = await Promise.all([nested.boundingBox(), page.locator(".note-text").boundingBox()]);
  // Slowly, over whatever lies between.
  await page.mouse.move((edge?.x ?? 0) + 8, (own?.y ?? 0) + 12, { steps: 40 });
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/#what-a-tpm-is--discrete-a-chip/);
  const heading = page.locator("#weak-points [data-permalink]");
  await heading.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#weak-points--bus-between/);
  await heading.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(heading).toBeFocused();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL && { baseURL }),
  });
  const phone = await context.newPage();
  await phone.goto(NOTE);
  const sign = (of: Page) =>
    of.locator("#what-a-tpm-is [data-permalink]").evaluate((a) => getComputedStyle(a, "::after").opacity);
  expect([await sign(page), await sign(phone)]).toEqual(["0", "1"]);
  await item(phone, "Discrete: a chip").tap();
  await expect(async () => {
    await item(phone, "Discrete: a chip").tap();
    await phone.getByRole("link", { name: "Link to this item" }).tap({ timeout: 500 });
  }).toPass();
  await expect(phone).toHaveURL(/#what-a-tpm-is--discrete-a-chip/);
  await context.close();
});

test("Tab goes the same way wherever the pointer rests", async ({ page }) => {
  await page.goto(NOTE);
  await page.mouse.move(300, 400);
  await expect(page.locator(".divider")).toBeAttached();
  const item = page.locator(".prose li[id]:not(:has(li)):has(.term)").first();
  await item.hover();
  await expect(page.getByRole("link", { name: "Link to this item" })).toBeVisible();
  await item.locator(".term").last().focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).not.toHaveClass("item-link");
});

test("a heading is called what it says, and so is the link to it; its words can be marked as text", async ({
  page,
}) => {
  await page.goto(NOTE);
  const heading = page.getByRole("heading", { name: "What a TPM is", exact: true });
  const link = heading.getByRole("link", { name: "What a TPM is", exact: true });
  await expect(link).toHaveAttribute("href", "#what-a-tpm-is");
  await heading.click({ position: { x: 20, y: 15 } });
  await expect(page).not.toHaveURL(/#/);
  const end = await link.boundingBox();
  await page.mouse.click((end?.x ?? 0) + (end?.width ?? 0) - 5, (end?.y ?? 0) + (end?.height ?? 0) / 2);
  await expect(page).toHaveURL(/#what-a-tpm-is$/);
});
