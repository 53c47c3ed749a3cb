import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const TPM = "./notes/hardware/tpm/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("a link that is copied leads to its place, without what was searched for or how the map stands", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await wakeMap(page, `${TPM}?mark=key`);
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copy link" })).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${baseURL}/notes/hardware/tpm/#[^#?]+$`));
});

test("who goes up from a branch alone has the keyboard in the map", async ({ page }) => {
  await wakeMap(page, TPM);
  await node(page, "Weak points").locator("a").first().click();
  await page.getByRole("button", { name: "This branch alone" }).click();
  await page.locator(".map-path button").first().press("Enter");
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await expect(page.locator("svg.map")).toBeFocused();
});

test("a star unfolds all siblings of the node the reader is at", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  await page.keyboard.press("2");
  const branches = page.locator('.node[aria-level="2"][aria-expanded]');
  const folded = page.locator('.node[aria-level="2"][aria-expanded="false"]');
  await expect(page.locator('.node[aria-level="3"]')).toHaveCount(0);
  await expect(folded).toHaveCount(await branches.count());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("*");
  await expect(folded).toHaveCount(0);
});

test("levels chosen by a key are said, and stand in the bar", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  await page.keyboard.press("2");
  await expect(page.getByRole("status").filter({ hasText: "2 levels." })).toBeVisible();
  await expect(page.getByLabel("Levels shown").locator("option:checked")).toHaveText("2 levels");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("*");
  await expect(page.getByLabel("Levels shown").locator("option:checked")).toHaveText("Levels");
});

test("the keyboard is shown which notes refer to the one it is at", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  await expect(page.locator(".cross-link").first()).toBeAttached();
  await page.keyboard.press("Home");
  await expect(page.locator(".cross-link")).toHaveCount(0);
});

test("Shift and Enter go to the hit before", async ({ page }) => {
  await wakeMap(page, TPM);
  const find = page.getByRole("searchbox", { name: "Find in the map" });
  const hits = page.locator(".map-find output");
  await find.fill("attestation");
  await expect(hits).toHaveText(/^1 of/);
  await find.press("Enter");
  await expect(hits).toHaveText(/^2 of/);
  await find.press("Shift+Enter");
  await expect(hits).toHaveText(/^1 of/);
});

test("a wheel that turns by lines zooms as far as one that turns by as many pixels", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  const map = page.locator("svg.map");
  const scale = () =>
    map.evaluate((svg) => Number(/scale\(([\d.]+)/.exec(svg.querySelector("g")?.getAttribute("transform") ?? "")?.[1]));
  const before = await scale();
  // As Firefox tells of a notch.
  await map.evaluate((svg) =>
    svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -3, deltaMode: 1, bubbles: true, cancelable: true })),
  );
  await expect.poll(scale).toBeGreaterThan(before * 1.1);
});

test("with Shift a wheel moves the map sideways and zooms nothing, whether the browser turns it or not", async ({
  page,
}) => {
  await wakeMap(page, `${TPM}map/`);
  const svg = page.locator("svg.map");
  const place = () => svg.locator("g").first().evaluate((group) => new DOMMatrix(getComputedStyle(group).transform)); // prettier-ignore
  const before = await place();
  for (const turn of [{ deltaX: 50 }, { deltaY: 50 }]) {
    const init = { ...turn, shiftKey: true, bubbles: true, cancelable: true };
    await svg.evaluate((map, event) => map.dispatchEvent(new WheelEvent("wheel", event)), init);
  }
  await expect.poll(async () => Math.round((await place()).e - before.e)).toBe(-100);
  const after = await place();
  expect([after.a, Math.round(after.f)]).toEqual([before.a, Math.round(before.f)]);
});
