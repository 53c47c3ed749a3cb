import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type MadeSite, makeSite } from "./made-site.ts";
import { expect, test } from "./site.ts";

let site: MadeSite;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  site = await makeSite(join(import.meta.dirname, "../fixtures/languages"), "/maps");
});
test.afterAll(() => site.close());

/** Searches on the page of the search and gives the addresses of the places found. */
async function find(page: Page, words: string): Promise<string[]> {
  await page.goto(`${site.address}search/?q=${encodeURIComponent(words)}`);
  await expect(page.locator(".search-said")).toHaveText(/ on \d+ pages?\./);
  return page.locator("a[role=option]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

test("text without spaces is found by any part of it, and marked where it stands", async ({ page }) => {
  expect(await find(page, "测量值")).toEqual([expect.stringMatching(/^\/maps\/notes\/zh\/\?mark=.*#远程证明--/)]);
  await expect(page.locator("a[role=option] mark")).toHaveText("测量值");
  await expect(page.locator(".search-trail")).toHaveText("远程证明");
  await expect(page.locator(".search-page")).toHaveText("可信平台模块");
  await page.locator("a[role=option]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh");
  await expect(page.getByRole("toolbar", { name: "Marked words" })).toContainText("1 of 1");
  expect(await find(page, "ブート")).toEqual([expect.stringContaining("/maps/notes/ja/")]);
});

test("letters are found with and without their marks", async ({ page }) => {
  for (const words of ["resume", "Résumé", "RESUME"]) {
    expect(await find(page, words), words).toEqual([expect.stringContaining("/maps/notes/en/")]);
  }
  expect((await find(page, "prufsumme"))[0]).toContain("/maps/notes/de/");
});

test("one search finds notes in every language, each marked as being in its own", async ({ page }) => {
  const found = await find(page, "firmware");
  expect(found.map((href) => href.split("?")[0]).toSorted()).toEqual([
    "/maps/notes/de/",
    "/maps/notes/en/",
    "/maps/notes/en/",
  ]);
  await page.locator("a[role=option][href*='/de/']").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("the note last reviewed comes first where that is asked for", async ({ page }) => {
  await find(page, "firmware");
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Last reviewed first" });
  await expect(page).toHaveURL(/sort=reviewed/);
  const pages = page.locator("[role=listbox] .search-page");
  await expect(pages).toHaveText([/Prüfsummen/, /Hiring/]);
});

test("below a base path the dialog finds and opens places too", async ({ page }) => {
  await page.goto(site.address);
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search the notes" }).fill("远程证明");
  await expect(page.locator("a[role=option]").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/maps\/notes\/zh\/\?mark=[^#]*#/);
});
