import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold } from "./visit.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the notes" });
const options = (page: Page) => page.locator("[role=option]");
const said = (page: Page) => page.locator(".search-said");

/** The script of the search as it opens over a page. */
const DIALOG = /\/dialog\./;

async function openSearch(page: Page) {
  await page.goto("./");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
}

test("who leaves the search before the answer is there stays on the page", async ({ page }) => {
  await openSearch(page);
  await page.evaluate(() => {
    const followed: unknown[] = [];
    Object.assign(window, { followed });
    addEventListener("click", ({ target }) => followed.push(target));
  });
  const release = await hold(page, /\/pagefind\/fragment\//);
  await page.keyboard.type("attestation");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  release();
  await expect(options(page)).not.toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, "followed").length)).toBe(0);
});

test("Ctrl+Enter before the answer is there opens it in a tab of its own, as it does later", async ({
  page,
  context,
}) => {
  await openSearch(page);
  const release = await hold(page, /\/pagefind\/fragment\//);
  await page.keyboard.type("attestation");
  const opened = context.waitForEvent("page");
  await page.keyboard.press("Control+Enter");
  release();
  const tab = await opened;
  await expect(tab).toHaveURL(/\/notes\/hardware\/tpm\/.*#remote-attestation$/);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("keys that choose among what an input method offers open nothing and close nothing", async ({ page }) => {
  await openSearch(page);
  await page.evaluate(() => {
    const followed: string[] = [];
    Reflect.set(window, "followed", followed);
    addEventListener("click", () => followed.push("something"), true);
  });
  await page.keyboard.type("attestation");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  for (const key of ["Enter", "Escape"]) {
    for (const said of [{ isComposing: true }, { keyCode: 229 }])
      await field(page).dispatchEvent("keydown", { key, ...said, bubbles: true, cancelable: true });
  }
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "followed").length)).toBe(0);
});

test("a search that is asked for twice before it is there has what was typed once", async ({ page }) => {
  const release = await hold(page, DIALOG);
  await page.goto("./");
  const asked = page.waitForRequest(DIALOG);
  await page.getByRole("link", { name: "Search the notes" }).dblclick();
  await page.keyboard.type("tpm");
  await asked;
  release();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("tpm");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Close the search" })).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
});

test("of what was pasted the beginning is searched for, and the reader told", async ({ page }) => {
  await page.goto("./search/");
  const notice = page.locator(".search-notice");
  for (const [pasted, answer] of [
    ["remote attestation of a platform, ".repeat(150), /^\d+ places on \d+ pages/],
    [`"${"remote attestation ".repeat(250)}"`, /^\d+ places on \d+ pages/],
    ["漢字🔒".repeat(1250), /^Nothing found for “漢字🔒/],
  ] as const) {
    await field(page).fill("");
    await field(page).fill(pasted);
    await expect(said(page)).toHaveText(answer);
    await expect(notice).toContainText("That is long: only its beginning was searched for.");
    expect(page.url().length).toBeLessThan(4000);
  }
  await field(page).fill(`tpm ${Array.from({ length: 12 }, (_, at) => `qqxqq${at}zz`).join(" ")}`);
  await expect(notice).toHaveText(/“qqxqq4zz”, and 7 other words are in no note\. $/);
});

test("screen readers hear how many places there are when that changes, and what was searched for instead", async ({
  page,
}) => {
  await openSearch(page);
  // A place that is not shown yet is not listened to.
  for (const place of [".search-said", ".search-notice"]) {
    await expect(page.locator(place)).toHaveRole("status");
    await expect(page.locator(place)).toHaveCSS("display", "block");
  }
  await field(page).fill("remote attestation");
  await expect(said(page)).toHaveText(/^\d+ places/);
  const before = await said(page).textContent();
  await page.evaluate(() => {
    const heard: (string | null)[] = [];
    Object.assign(window, { heard });
    const place = document.querySelector(".search-said");
    if (place) new MutationObserver(() => heard.push(place.textContent)).observe(place, { childList: true });
    document.querySelector("[role=option]")?.classList.add("earlier");
  });
  await field(page).fill("Remote attestation");
  await expect(page.locator(".earlier")).toHaveCount(0);
  await expect(said(page)).toHaveText(before ?? "");
  expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual([]);
  await field(page).fill("remote atestation");
  await expect(page.getByRole("status").filter({ hasText: "Showing results for remote attestation" })).toBeVisible();
});

test("without the network nothing fails in silence that was to be loaded", async ({ page, context, complaints }) => {
  await page.goto("./notes/hardware/tpm/");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Search the notes" }).hover();
  await page.getByText("Save map").hover();
  await page.getByText("Save map").click();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("export-menu output")).toHaveText(/^The menu did not load/);
  await page.getByText("Save map").click();
  const dialog = page.waitForEvent("dialog");
  await page.getByRole("button", { name: "Keys", exact: true }).click({ noWaitAfter: true });
  const alert = await dialog;
  expect(alert.message()).toBe("The keys did not load.");
  await alert.dismiss();
  await context.setOffline(false);
  await page.getByText("Save map").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Whole map" })).toBeFocused();
  const told = complaints.splice(0);
  expect(told.filter((complaint) => complaint.startsWith("thrown"))).toEqual([]);
  // Whoever looks into it finds the reason.
  for (const file of ["export-menu-open", "page-keys-dialog"])
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`^console: TypeError: .*${file}`)));
});
