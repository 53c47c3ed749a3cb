import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const NOTE = "./notes/cloud/aws-security/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const panel = (page: Page) => page.locator(".map-panel");
const title = (page: Page) => panel(page).locator('[data-panel="title"]');
const isReady = (page: Page) => expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** Height, in pixels on the screen, of an item's letters. */
const letters = (page: Page) =>
  page.locator("svg.map > g").evaluate((map: SVGGElement) => 14 * (map.getScreenCTM()?.a ?? 0));

/** Opens a note and shows its map alone. */
async function openMap(page: Page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(NOTE);
  await page.getByText("Map", { exact: true }).tap();
  await isReady(page);
}

test("where the map is the page it is there before the first gesture; elsewhere it waits for a reader", async ({
  page,
}) => {
  for (const path of [`${NOTE}map/`, "./atlas/"]) {
    await page.goto(path);
    await isReady(page);
  }
  for (const path of [NOTE, "./"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.locator("note-map")).not.toHaveAttribute("data-state");
  }
});

test("after a tap on the name of a far branch the panel and the address are that branch's", async ({ page }) => {
  await openMap(page);
  await node(page, "Threats").locator("a").tap();
  await expect(title(page)).toHaveText("Threats");
  await expect(page).toHaveURL(/#detection--threats$/);
  await page.getByLabel("Levels shown").selectOption("all");
  await page.locator(".far-label", { hasText: "Governance" }).tap();
  await expect(title(page)).toHaveText("Governance");
  await expect(panel(page).getByRole("link", { name: "Read" })).toHaveAttribute("href", "#governance");
  await expect(page.locator(".node.current")).toHaveText(/^Governance/);
  await expect(page).toHaveURL(/#governance$/);
});

test("a tap on a node leaves the map as large as it was, and the node in sight above its panel", async ({ page }) => {
  await openMap(page);
  const scale = () => page.locator("svg.map > g").evaluate((map: SVGGElement) => map.getScreenCTM()?.a);
  const before = await scale();
  const label = node(page, "Governance").locator("a");
  await label.tap();
  await expect(panel(page).locator('[data-panel="text"] p').first()).toBeVisible();
  const bottom = async (part: Locator) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await expect.poll(async () => (await bottom(label)) - (await bottom(page.locator("svg.map")))).toBeLessThan(0);
  await expect(label).toBeInViewport({ ratio: 1 });
  expect(await scale()).toBe(before);
});

test("a branch that is put alone from its panel fits what is left of the window", async ({ page }) => {
  await openMap(page);
  await node(page, "Governance").locator("a").tap();
  await panel(page).getByRole("button", { name: "This branch alone" }).tap();
  await expect(page.locator(".map-path")).toBeVisible();
  const isWhole = async () => {
    const [map, drawn] = [page.locator("svg.map"), page.locator("svg.map > g")];
    const [window, content] = [await map.boundingBox(), await drawn.boundingBox()];
    if (!window || !content) throw new Error("the map is not shown");
    return content.y >= window.y && content.y + content.height <= window.y + window.height;
  };
  await expect.poll(isWhole).toBe(true);
});

test("a branch that is put alone is unfolded as far as it can be read", async ({ page }) => {
  await openMap(page);
  await page.getByLabel("Levels shown").selectOption("2");
  await node(page, "Incident response").locator("a").tap();
  await panel(page).getByRole("button", { name: "This branch alone" }).tap();
  await expect(node(page, "Incident response")).toHaveAttribute("aria-level", "1");
  await expect(page.locator('.node[aria-level="3"]').first()).toBeAttached();
  expect(await letters(page)).toBeGreaterThan(7.4);
  await page.locator(".map-path button").first().tap();
  await expect(node(page, "Incident response")).toHaveAttribute("aria-expanded", "false");
});

test("where there is no keyboard, no button of the bar tells of its keys", async ({ page }) => {
  await openMap(page);
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
  await expect(page.locator('[data-map="keys"]')).toBeHidden();
});

test.describe("in a small window", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the panel has room for a few lines: its buttons are one row, and the way to the map's own page gives way", async ({
    page,
  }) => {
    await openMap(page);
    const own = page.getByRole("link", { name: "Map on a page of its own" });
    await expect(own).toBeVisible();
    await node(page, "Governance").locator("a").tap();
    const words = panel(page).locator('[data-panel="text"] p').first();
    await expect(words).toBeVisible();
    await expect(own).toBeHidden();
    const boxes = await panel(page).locator(".map-panel-actions > .button:visible").all();
    const tops = await Promise.all(boxes.map(async (button) => (await button.boundingBox())?.y));
    expect(new Set(tops).size).toBe(1);
    const [text, actions] = [await words.boundingBox(), await panel(page).locator(".map-panel-actions").boundingBox()];
    expect((actions?.y ?? 0) - (text?.y ?? 0)).toBeGreaterThan(70);
    await panel(page).getByRole("button", { name: "Copy link" }).scrollIntoViewIfNeeded();
    await expect(panel(page).getByRole("button", { name: "Copy link" })).toBeInViewport({ ratio: 0.99 });
    await panel(page).getByRole("button", { name: "Close" }).tap();
    await expect(own).toBeVisible();
  });
});
