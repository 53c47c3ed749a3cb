import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const QUESTION = "who patches the guest";
const marks = (page: Page) => page.getByRole("toolbar", { name: "Marked words" });
const hits = (page: Page) => page.locator(".node.hit");
const current = (page: Page) => page.locator(".node[aria-selected=true], .node.current");

/** Searches and opens the first place of the note about AWS security. */
async function land(page: Page, words: string) {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await page.locator("a[role=option][href*='aws-security/']").first().click();
  await expect(marks(page)).toContainText(/\d+ of \d+/);
}

async function countMarks(page: Page): Promise<number> {
  return page.evaluate(() => CSS.highlights.get("search")?.size ?? 0);
}

test("the map marks what the text marks and shows the place that was opened, also where words differ", async ({
  page,
}) => {
  await land(page, QUESTION);
  expect(await countMarks(page)).toBeGreaterThan(1);
  const anchor = new URL(page.url()).hash;
  await expect(hits(page)).not.toHaveCount(0);
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(page.locator(anchor)).toBeInViewport();
  await marks(page).getByRole("button", { name: "Clear the marks" }).click();
  await expect(hits(page)).toHaveCount(0);
  expect(await countMarks(page)).toBe(0);
});

test("who reads the text alone finds the place in the map when it is shown", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("view", "text"));
  await land(page, QUESTION);
  expect(await countMarks(page)).toBeGreaterThan(1);
  await page.keyboard.press("b");
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(hits(page)).not.toHaveCount(0);
  await expect(current(page)).toBeInViewport();
});

test("on a phone the bar of the marks stays in the window, and back brings marks and place again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await land(page, "who patches the guest of the service that moves the line");
  const box = await marks(page).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  const anchor = new URL(page.url()).hash;
  const before = await countMarks(page);
  await page.goto("./glossary/");
  await page.goBack();
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  await expect(page.locator(anchor)).toBeInViewport();
  expect(await countMarks(page)).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=/);
});

test("on a phone the bar of the marks leaves the way to the map free, which shows the place", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await land(page, QUESTION);
  await page.locator("view-switch label", { hasText: "Map" }).click();
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(current(page)).toBeInViewport();
  await expect(hits(page)).not.toHaveCount(0);
});

test("words side by side are one mark, and Escape clears the marks", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/?mark=secure%20boot#measured-boot-and-secure-boot");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  const words = await page.evaluate(() => Array.from(CSS.highlights.get("search") ?? [], String));
  expect(words.filter((word) => /^secure$/i.test(word))).toEqual([]);
  expect(words.filter((word) => /^secure boot$/i.test(word))).not.toEqual([]);
  await page.keyboard.press("Escape");
  await expect(marks(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/mark=/);
});
