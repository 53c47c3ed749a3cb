import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const MAP = "./notes/hardware/tpm/map/";
const current = (page: Page) => page.locator(".node.current");
const place = (page: Page) => page.locator("svg.map > g").getAttribute("transform");
const scaleOf = async (page: Page) => Number(/scale\(([\d.]+)/.exec((await place(page)) ?? "")?.[1]);
const find = (page: Page) => page.getByLabel("Find in the map");
const said = (page: Page) => page.locator(".map-find output");

test("for screen readers a map is a tree of items with their level and state", async ({ page }) => {
  await wakeMap(page, MAP);
  await page.locator("svg.map").focus();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const items = nodes.filter(({ role }) => role?.value === "treeitem");
  expect(items).toHaveLength(await page.locator(".node").count());
  const branch = items.find(({ name }) => String(name?.value).startsWith("Weak points"));
  const told = Object.fromEntries(branch?.properties?.map(({ name, value }) => [name, value.value]) ?? []);
  expect(told).toMatchObject({ level: 2, expanded: true });
});

test("the second of two quick presses on a fold handle, which moved from under it, zooms nothing", async ({ page }) => {
  await page.clock.install();
  await wakeMap(page, MAP);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  const before = await scaleOf(page);
  const { x, y, width, height } = (await page.locator('.node[aria-label^="Practice"] .fold-target').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.click(left, top);
  await page.clock.runFor(400);
  expect(await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.tagName, [left, top] as const)).toBe("svg");
  await page.mouse.click(left, top, { clickCount: 2 });
  await page.clock.runFor(1000);
  expect(await scaleOf(page)).toBeCloseTo(before, 2);
});

test("a find that is ended in a window of another size leaves the map whole in it", async ({ page }) => {
  await wakeMap(page, MAP);
  await find(page).fill("pcr");
  await expect(said(page)).toHaveText(/^1 of/);
  await page.setViewportSize({ width: 390, height: 844 });
  await find(page).press("Escape");
  await expect(page.locator('.node[aria-label^="Trusted Platform Module"] text').first()).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.node[aria-label^="Weak points"] text').first()).toBeInViewport({ ratio: 1 });
});

test("a branch that was put alone during a find stays open when the find ends", async ({ page }) => {
  await wakeMap(page, MAP);
  await page.locator("svg.map").focus();
  await page.keyboard.press("1");
  await find(page).fill("attestation key");
  await expect(said(page)).toHaveText(/^1 of/);
  await page.locator("svg.map").focus();
  await page.keyboard.press("b");
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  const shown = await page.locator(".node").count();
  expect(shown).toBeGreaterThan(1);
  await find(page).press("Escape");
  await expect(find(page)).toHaveValue("");
  await expect(page.locator(".node")).toHaveCount(shown);
});

test("an address that a desktop wrote shows its own place on a phone", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/#practice--re-seal-whenever-certificates-change");
  await expect(current(page)).toHaveText(/^Re-seal/);
  await page.locator("svg.map").hover();
  await expect(page).toHaveURL(/map=/);
  const landed = page.url();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).not.toHaveURL(landed);
  const zoomed = page.url();
  await page.locator('[data-map="fit"]').click();
  await expect(page).not.toHaveURL(zoomed);
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto(page.url().replace("/tpm/", "/tpm/map/"));
  await expect(current(page)).toHaveText(/^Re-seal/);
  await expect(current(page).locator("text").first()).toBeInViewport({ ratio: 1 });
});

test("who goes back stands in the map, at the nearest node that is shown again", async ({ page }) => {
  await wakeMap(page, "./notes/cloud/aws-security/");
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  const folded = (await current(page).getAttribute("aria-label")) ?? "";
  await expect(page).toHaveURL(/map=/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#/);
  const followed = page.url();
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(current(page)).toHaveAttribute("aria-level", "3");
  await expect(page).not.toHaveURL(followed);
  await page.goBack();
  await expect(current(page)).toHaveAttribute("aria-label", folded);
});

test("with plain keys turned off a map that has not the focus takes none", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("plainKeys", "off"));
  await wakeMap(page, MAP);
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  const shown = await page.locator(".node").count();
  await page.keyboard.press("1");
  await page.keyboard.press("ArrowDown");
  await expect(current(page)).toHaveCount(1);
  await expect(page.locator(".node")).toHaveCount(shown);
});

test("in the list the hit that is counted is the current item, and the map shows where the list was left", async ({
  page,
}) => {
  await wakeMap(page, MAP);
  for (let step = 0; step < 5; step++) await page.getByRole("button", { name: "Zoom in" }).click();
  const list = page.getByRole("button", { name: "Show as a nested list" });
  await list.click();
  await find(page).fill("seal");
  await expect(said(page)).toHaveText(/^1 of/);
  await expect(page.locator('.map-list .hit > [aria-current="true"]')).toHaveCount(1);
  const last = page.locator(".map-list a").last();
  await last.focus();
  await expect(last).toHaveAttribute("aria-current", "true");
  await list.click();
  await expect(current(page).locator("text").first()).toBeInViewport({ ratio: 1 });
});

test("a note of the atlas that is put alone is opened", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  await expect(current(page)).toHaveAttribute("aria-label", / folded$/);
  await page.keyboard.press("b");
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await expect.poll(() => page.locator(".node").count()).toBeGreaterThan(3);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test("a place that the search found is large enough to be read when the map is shown, and at each step", async ({
    page,
  }) => {
    await page.goto("./notes/hardware/tpm/?mark=attestation+key#what-a-tpm-is--attestation-key-signs-quotes");
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await page.getByText("Map", { exact: true }).click();
    const letters = () =>
      current(page)
        .locator("text")
        .first()
        .evaluate((text: SVGTextElement) => 14 * (text.getScreenCTM()?.a ?? 0));
    await expect.poll(letters).toBeGreaterThan(11);
    await expect(current(page).locator("text").first()).toBeInViewport({ ratio: 1 });
    await page.locator('[data-find="next"]').click();
    await expect(said(page)).toHaveText("2 of 3");
    await expect(current(page).locator("text").first()).toBeInViewport({ ratio: 1 });
    expect(await letters()).toBeGreaterThan(11);
  });
});
