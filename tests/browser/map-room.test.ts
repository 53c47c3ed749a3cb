import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold, wakeMap } from "./visit.ts";

const MAP = "./notes/hardware/tpm/map/";
const both = (page: Page) => page.getByRole("button", { name: "Branches on both sides" });
const shown = (page: Page) => page.locator("svg.map:visible");

/** Height, in pixels on the screen, of letters of which a map has most. */
const letters = (page: Page) =>
  shown(page)
    .locator("text", { hasText: "Secure Boot" })
    .last()
    .evaluate((text: SVGTextElement) => 14 * (text.getScreenCTM()?.a ?? 0));

/** Where a label stands on the screen. */
const placeOf = async (page: Page, label: string) => {
  const { x = 0, y = 0 } = (await shown(page).locator("text", { hasText: label }).first().boundingBox()) ?? {};
  return [Math.round(x), Math.round(y)];
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a tall map that has a wide window to itself has branches on both sides and letters one can read", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1366, height: 650 });
    await page.goto(MAP);
    await expect(shown(page)).toHaveCount(1);
    expect(await letters(page)).toBeGreaterThan(13);
    const [left, right] = [await placeOf(page, "Practice"), await placeOf(page, "What a TPM is")];
    expect(left[0]).toBeLessThan(right[0] ?? 0);
    await page.setViewportSize({ width: 800, height: 1200 });
    await expect(shown(page)).toHaveCount(1);
    const [below, above] = [await placeOf(page, "Practice"), await placeOf(page, "What a TPM is")];
    expect(below[0]).toBe(above[0]);
    expect(below[1]).toBeGreaterThan(above[1] ?? 0);
  });
});

for (const [width, height, isBoth] of [
  [1366, 650, true],
  [844, 390, true],
  [800, 1200, false],
] as const) {
  test(`at ${width} by ${height} the interactive map stands as its picture stood`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(MAP);
    const labels = ["Practice", "What a TPM is", "Weak points"];
    const before = await Promise.all(labels.map((label) => placeOf(page, label)));
    await page.mouse.move(width / 2, height - 5);
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await expect(page.locator("svg.map")).toHaveCount(1);
    await expect(both(page)).toHaveAttribute("aria-pressed", String(isBoth));
    // A window so low has no room for all of it, which folds then.
    if (height < 400) return;
    const after = await Promise.all(labels.map((label) => placeOf(page, label)));
    // In the page's own font letters are a little higher or lower.
    const moves = after.flatMap((place, at) => place.map((to, axis) => Math.abs(to - (before[at]?.[axis] ?? 0))));
    expect(Math.max(...moves)).toBeLessThanOrEqual(1);
    expect(page.url()).not.toContain("map=");
  });
}

for (const [width, height] of [
  [1920, 1080],
  [1366, 650],
] as const) {
  for (const address of ["./notes/ciso/map/", "./atlas/", "./notes/cloud/xen-xsa-108/"]) {
    test(`at ${width} by ${height} ${address} is as large when it is fitted, or its window is another and the same again, as in its picture`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address);
      const scale = () =>
        shown(page)
          .locator("text.top")
          .first()
          .evaluate((text: SVGTextElement) => text.getScreenCTM()?.a ?? 0);
      const before = await scale();
      expect(before).toBeLessThanOrEqual(1.26);
      await wakeMap(page, address);
      expect(await scale()).toBeCloseTo(before, 2);
      await page.getByRole("button", { name: "Fit the map" }).click();
      await expect.poll(scale).toBeCloseTo(before, 2);
      await page.setViewportSize({ width: width - 100, height });
      await page.setViewportSize({ width, height });
      await expect.poll(scale).toBeCloseTo(before, 2);
    });
  }
}

test("who asked for one side, or is sent to it by an address, finds it in a wide window, too", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await wakeMap(page, `${MAP}?map=___`);
  await expect(both(page)).toHaveAttribute("aria-pressed", "false");
  await wakeMap(page, MAP);
  await expect(both(page)).toHaveAttribute("aria-pressed", "true");
  await both(page).click();
  await expect(page).toHaveURL(/map=___/);
  await wakeMap(page, MAP);
  await expect(both(page)).toHaveAttribute("aria-pressed", "false");
});

test("who keeps one side has the picture of that before the map is there", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await page.addInitScript(() => localStorage.setItem("mapLayout", "one"));
  await hold(page, /map\.json$/);
  await page.goto(MAP);
  await expect(shown(page)).toHaveCount(1);
  const [below, above] = [await placeOf(page, "Practice"), await placeOf(page, "What a TPM is")];
  expect(below[0]).toBe(above[0]);
});

test("no branch changes sides when one unfolds", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await wakeMap(page, MAP);
  const side = async (label: string) => {
    const [x = 0] = await placeOf(page, label);
    const [middle = 0] = await placeOf(page, "Trusted");
    return Math.sign(x - middle);
  };
  const branches = ["What a TPM is", "Remote attestation", "TPMs in public clouds", "Practice"];
  const before = await Promise.all(branches.map(side));
  await page.getByLabel("Levels shown").selectOption("3");
  await page.locator('.node[aria-label^="Versions"]').waitFor();
  await expect(page.getByLabel("Levels shown").locator("option:checked")).toHaveText("3 levels");
  expect(await Promise.all(branches.map(side))).toEqual(before);
});

test("the panel of a node leaves a map whole where that can still be read, and gives the room back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await wakeMap(page, MAP);
  const before = await letters(page);
  await shown(page).locator("text", { hasText: "Versions" }).click();
  const panel = page.locator(".map-panel");
  await expect(panel).toBeVisible();
  for (const label of ["LUKS sealed", "A quote and its check"]) {
    await expect(shown(page).locator("text", { hasText: label })).toBeInViewport({ ratio: 1 });
    await expect.poll(async () => (await placeOf(page, label))[0]).toBeLessThan((await panel.boundingBox())?.x ?? 0);
  }
  expect(await letters(page)).toBeGreaterThan(8.4);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => letters(page)).toBeCloseTo(before, 0);
});

test("a window that was turned while the map was on its way has the one that suits it", async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const letGo = await hold(page, /map\.json$/);
  await page.goto(MAP);
  await page.mouse.move(5, 5);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "loading");
  await page.setViewportSize({ width: 1180, height: 820 });
  letGo();
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(both(page)).toHaveAttribute("aria-pressed", "true");
  for (const label of ["LUKS sealed", "A quote and its check", "Practice"]) {
    await expect(shown(page).locator("text", { hasText: label })).toBeInViewport({ ratio: 1 });
  }
});

test("a map with branches on both sides is printed on paper that lies across", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  const isAcross = async () => {
    const [, width = 0, height = 0] =
      /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec((await page.pdf({ preferCSSPageSize: true })).toString("latin1")) ??
      [];
    return Number(width) > Number(height);
  };
  await page.goto(MAP);
  expect(await isAcross()).toBe(false);
  await wakeMap(page, MAP);
  expect(await isAcross()).toBe(true);
  // The list that stands in its place on the screen does not on paper.
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  expect(await isAcross()).toBe(true);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await both(page).click();
  expect(await isAcross()).toBe(false);
});
