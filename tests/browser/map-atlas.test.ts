import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const find = (page: Page) => page.getByLabel("Find in the map");

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wakeMap(page, "./atlas/");
});

test("a find that is ended brings the atlas back as it was, with the notes it opened folded", async ({ page }) => {
  await node(page, "AWS security").locator(".fold-target").click();
  await expect(node(page, "Governance")).toBeAttached();
  const shown = await page.locator(".node").count();
  await find(page).fill("endorsement key");
  await expect(page.locator(".map-find output")).toHaveText(/^1 of \d+$/);
  await expect.poll(() => page.locator(".node").count()).toBeGreaterThan(shown);
  await find(page).fill("");
  await expect(page.locator(".node")).toHaveCount(shown);
  // What was loaded for the hits opens as what was not.
  await node(page, "Trusted Platform Module").locator(".fold-target").click();
  await expect(node(page, "Weak points")).toBeAttached();
  await expect(node(page, "Weak points")).toHaveAttribute("aria-expanded", "false");
});

test("a note of the atlas that was put alone is folded again with the whole map", async ({ page }) => {
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  const name = (await page.locator(".node.current").getAttribute("aria-label")) ?? "";
  const shown = await page.locator(".node").count();
  await page.keyboard.press("b");
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await expect(page.locator('.node[aria-level="2"]').first()).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(page.locator(".node")).toHaveCount(shown);
  await expect(page.locator(".node.current")).toHaveAttribute("aria-label", name);
});

test("a note of the atlas can be put alone from its panel, also before it is loaded", async ({ page }) => {
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  const name = (await page.locator(".node.current").getAttribute("aria-label")) ?? "";
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("button", { name: "This branch alone" }).click();
  await expect(page.locator('.node[aria-level="1"]')).toHaveAttribute("aria-label", name.replace(/ \S+ folded$/, ""));
  await expect(page.locator('.node[aria-level="2"]')).not.toHaveCount(0);
});

test("that a note does not load is told as what it is, and the others are searched", async ({ page, complaints }) => {
  const lost: string[] = [];
  await page.route(/\/notes\/.*map\.json$/, (route) => {
    if (lost.length > 0) return route.continue();
    lost.push(route.request().url());
    return route.abort();
  });
  await find(page).fill("attestation");
  await expect(page.locator(".map-message")).toHaveText(/^Not all was searched: 1 of \d notes did not load\.$/);
  expect(lost).toHaveLength(1);
  await expect(page.locator(".map-find output")).toHaveText(/^1 of \d+$/);
  complaints.splice(0);
});

test("a note that is open has no links drawn over its labels; folded it has", async ({ page }) => {
  const handle = node(page, "AWS security").locator(".fold-target");
  await node(page, "AWS security").locator("a").hover();
  await expect(page.locator(".cross-link")).not.toHaveCount(0);
  await handle.click();
  await expect(node(page, "Governance")).toBeAttached();
  await expect(node(page, "AWS security")).toHaveClass(/current/);
  await expect(page.locator(".cross-link")).toHaveCount(0);
  await handle.click();
  await expect(page.locator(".cross-link")).not.toHaveCount(0);
});

test("who finds words in many notes of the atlas is told that the best alone are open", async ({ page }) => {
  await find(page).fill("key");
  await expect(page.locator(".map-message")).toHaveText(/^The best 6 of \d+ notes are open\./);
});

test("that the site's index could not be asked is told, whatever of it did not come", async ({ page, complaints }) => {
  await page.route("**/_astro/*.js", (route) => route.abort());
  await find(page).fill("attestation");
  await expect(page.locator(".map-message")).toHaveText("Only what is open was searched: the rest did not load.");
  await page.unroute("**/_astro/*.js");
  await find(page).fill("remote attestation");
  await expect(page.locator(".map-find output")).toHaveText(/^1 of \d+$/);
  expect(complaints.splice(0).filter((complaint) => complaint.startsWith("thrown"))).toEqual([]);
});

test("an address of the atlas with all open is short, and opens all again", async ({ page }) => {
  await page.getByLabel("Levels shown").selectOption("all");
  await expect(page).toHaveURL(/map=___\*all$/);
  const list = page.getByRole("button", { name: "Show as a nested list" });
  await list.click();
  const items = page.locator(".map-list li");
  const before = await items.count();
  expect(before).toBeGreaterThan(500);
  await page.reload();
  await expect(items).toHaveCount(before);
  expect(page.url().length).toBeLessThan(2000);
  // But for what the reader folded.
  await page.locator('.map-list [aria-expanded="true"]').last().click();
  await expect(page).toHaveURL(/map=___\*all\.\w+$/);
  const fewer = await items.count();
  expect(fewer).toBeLessThan(before);
  await page.reload();
  await expect(items).toHaveCount(fewer);
});
