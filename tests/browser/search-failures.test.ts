import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { DIST } from "./dist.ts";
import { expect, test } from "./site.ts";
import { hold } from "./visit.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the notes" });

/** Searches from a note's page and expects a sentence, and a link that leads to the index made at build time. */
async function expectWayOut(page: Page, sentence: RegExp) {
  await expect(page.locator(".search-said")).toHaveText(sentence);
  await expect(page.locator("[role=option]")).toHaveCount(0);
  const way = page.getByRole("link", { name: "Browse the index of headings and terms" });
  await expect(way).toHaveAttribute("href", /\/search\/#index$/);
  return way;
}

test("a missing index is said, with the index made at build time as the way out", async ({ page, complaints }) => {
  await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404 }));
  await page.goto("./notes/ciso/");
  await page.keyboard.press("/");
  await field(page).fill("attestation");
  const way = await expectWayOut(page, /^The search index could not be loaded/);
  await way.click();
  await expect(page).toHaveURL(/\/search\/#index$/);
  await page.getByRole("link", { name: "R", exact: true }).click();
  await expect(page.getByRole("link", { name: "Remote attestation" }).first()).toBeVisible();
  complaints.splice(0);
});

test("blocked WebAssembly is said", async ({ page, complaints }) => {
  // Worker scripts are out of reach of init scripts; the policy that blocks is one a browser or a proxy may set.
  await page.route("**/worker-*", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.goto("./notes/ciso/");
  await page.keyboard.press("/");
  await field(page).fill("attestation");
  await expectWayOut(page, /WebAssembly is blocked/);
  complaints.splice(0);
});

test("a network that is gone is said, and search works again when it is back", async ({
  page,
  context,
  complaints,
}) => {
  await page.goto("./notes/ciso/");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await context.setOffline(true);
  await field(page).fill("attestation");
  await expectWayOut(page, /^You are offline/);
  await context.setOffline(false);
  await field(page).fill("remote attestation");
  await expect(page.locator("[role=option]").first()).toBeVisible();
  complaints.splice(0);
});

test("without the network before the search was loaded, the index still opens", async ({ page, complaints }) => {
  await page.route("**/site-search*.js", (route) => route.abort());
  await page.goto("./notes/ciso/");
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.getByRole("heading", { name: "Index of headings and terms" })).toBeVisible();
  complaints.splice(0);
});

test("without the network before the search was loaded, the page being read stays", async ({
  page,
  context,
  complaints,
}) => {
  await page.goto("./notes/ciso/");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const said = page.waitForEvent("dialog");
  const press = page.keyboard.press("/");
  const dialog = await said;
  expect(dialog.message()).toContain("You are offline");
  await dialog.accept();
  await press;
  await expect(page).toHaveURL(/\/notes\/ciso\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  complaints.splice(0);
});

test("a file of the index that does not come is not taken for WebAssembly that is blocked", async ({
  page,
  complaints,
}) => {
  await page.route("**/pagefind/wasm*", (route) => route.abort());
  await page.goto("./search/?q=attestation");
  await expectWayOut(page, /^The search index could not be loaded/);
  complaints.splice(0);
});

test("words are marked without the style of the marks, and the reason is written down", async ({
  page,
  complaints,
}) => {
  const html = readFileSync(join(DIST, "notes/hardware/tpm/index.html"), "utf8");
  const isOfPage = (url: URL) => html.includes(`/${url.pathname.split("/").at(-1)}"`);
  await page.route(
    (url) => url.pathname.endsWith(".css") && !isOfPage(url),
    (route) => route.abort(),
  );
  await page.goto("./notes/hardware/tpm/?mark=tpm");
  await expect(page.getByRole("toolbar", { name: "Marked words" })).toBeVisible();
  await expect.poll(() => complaints.join()).toContain("could not be loaded");
  expect(complaints.splice(0).filter((complaint) => complaint.startsWith("thrown"))).toEqual([]);
});

test("a search that takes long is said to be under way", async ({ page }) => {
  const release = await hold(page, /\/pagefind\/fragment\//);
  await page.goto("./search/?q=attestation");
  await expect(page.locator(".search-said")).toHaveText("Searching…");
  release();
  await expect(page.locator(".search-said")).toHaveText(/ on \d+ pages/);
});

test("a search whose script or index did not come begins anew with the next word", async ({ page, complaints }) => {
  await page.goto("./search/");
  for (const part of ["**/worker-*", "**/pagefind/index/**"]) {
    await page.route(part, (route) => route.abort());
    await page.reload();
    await field(page).fill("attestation");
    await expectWayOut(page, /^The search index could not be loaded/);
    await page.unroute(part);
    await field(page).fill("remote attestation");
    await expect(page.locator("[role=option]").first(), part).toBeVisible();
  }
  complaints.splice(0);
});

test("the page of the search whose script did not come asks for it again with the next word", async ({
  page,
  complaints,
}) => {
  await page.goto("./search/");
  await page.route("**/_astro/*.js", (route) => route.abort());
  const said = page.getByText("The search could not be loaded.");
  for (const words of ["attestation", "attestations"]) {
    await field(page).fill(words);
    await expect(said).toHaveCount(1);
    await expect(said).toBeVisible();
  }
  await page.unroute("**/_astro/*.js");
  await field(page).fill("remote attestation");
  await expect(page.locator("[role=option]").first()).toBeVisible();
  await expect(said).toHaveCount(0);
  complaints.splice(0);
});
