import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const MAP = "./notes/hardware/tpm/map/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const panel = (page: Page) => page.locator(".map-panel");
const text = (page: Page) => panel(page).locator('[data-panel="text"]');

async function choose(page: Page, label: string) {
  await page.goto(MAP);
  await page.mouse.move(5, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await node(page, label).locator("a").click();
  await expect(panel(page).locator('[data-panel="title"]')).toHaveText(label);
}

async function boxes(page: Page) {
  const [map, beside] = [await page.locator("svg.map").boundingBox(), await panel(page).boundingBox()];
  if (!map || !beside) throw new Error("the map or its panel is not shown");
  return { map, beside };
}

test("the text of a node looks as it does in its note: drawings, tables, then and now", async ({ page }) => {
  await choose(page, "Remote attestation");
  const box = text(page).locator(".figure .fig-box").first();
  await expect(box).toBeVisible();
  const { fill, surface } = await box.evaluate((shape) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.background = "var(--color-raised)";
    return { fill: getComputedStyle(shape).fill, surface: getComputedStyle(probe).backgroundColor };
  });
  expect(fill).toBe(surface);
  await node(page, "Versions").locator("a").click();
  await expect(text(page).locator('.era[data-era="then"]')).toContainText("Then 2013–2016");
  await expect(text(page).locator('.era[data-era="now"]')).toHaveCSS("border-inline-start-style", "solid");
  await expect(text(page).locator("table")).toHaveCSS("border-collapse", "collapse");
  await node(page, "A quote and its check elsewhere").locator("a").click();
  await expect(text(page).locator(".code-block pre")).toHaveCSS("overflow-x", "auto");
});

test("the ring of the focused panel is within it, where neither map nor window cuts it", async ({ page }) => {
  await choose(page, "Practice");
  await panel(page).press("Shift");
  await panel(page).focus();
  const { style, width, offset } = await panel(page).evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    return { style: outlineStyle, width: parseFloat(outlineWidth), offset: parseFloat(outlineOffset) };
  });
  expect(style).toBe("solid");
  expect(width + offset).toBeLessThanOrEqual(0);
});

test("links to places in a note lead to them from its map's own page, too", async ({ page }) => {
  await choose(page, "Measured boot and Secure Boot");
  await text(page).getByRole("link", { name: "attestation", exact: true }).click();
  await expect(page).toHaveURL(/\/tpm\/#remote-attestation$/);
});

test("in a wide window the panel stands beside the map, which keeps its height; in a narrow one below", async ({
  page,
}) => {
  await choose(page, "Practice");
  const { map, beside } = await boxes(page);
  expect(beside.x).toBeGreaterThanOrEqual(map.x + map.width);
  expect(map.y + map.height).toBeCloseTo(beside.y + beside.height, 0);
  await page.setViewportSize({ width: 700, height: 900 });
  const narrow = await boxes(page);
  expect(narrow.beside.y).toBeGreaterThanOrEqual(narrow.map.y + narrow.map.height);
});

test("the chosen node stays in sight when its panel takes room", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(MAP);
  await page.mouse.move(5, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("2");
  const label = node(page, "Measured boot and Secure Boot").locator("a");
  const map = await page.locator("svg.map").boundingBox();
  if (!map) throw new Error("the map is not shown");
  // To where the panel is going to be.
  const before = await label.boundingBox();
  const [x, y] = [map.x + 40, map.y + map.height - 40];
  const way = map.x + map.width - 30 - ((before?.x ?? 0) + (before?.width ?? 0));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + way, y, { steps: 5 });
  await page.mouse.up();
  await label.click();
  const { beside } = await boxes(page);
  await expect
    .poll(async () => {
      const box = await label.boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0);
    })
    .toBeLessThan(beside.x);
});

test("a label of two lines can be pressed between them", async ({ page }) => {
  await choose(page, "Practice");
  const label = node(page, "Measured boot and Secure Boot").locator("a");
  const box = await label.boundingBox();
  if (!box) throw new Error("the label is not shown");
  await page.mouse.click(box.x + 0.8 * box.width, box.y + 0.75 * box.height);
  await expect(panel(page).locator('[data-panel="title"]')).toHaveText("Measured boot and Secure Boot");
});

test("text that is the section's and not the node's own says so", async ({ page }) => {
  const from = text(page)
    .locator("p")
    .filter({ hasText: /^From “/ });
  await choose(page, "Physical access");
  await expect(from).toHaveText("From “Weak points”");
  await expect(text(page).locator("p").nth(1)).toBeVisible();
  await node(page, "Weak points").locator("a").click();
  await expect(panel(page).locator('[data-panel="title"]')).toHaveText("Weak points");
  await expect(from).toHaveCount(0);
});

test("every link of a map and its tools has an address, before a node is chosen too", async ({ page }) => {
  await wakeMap(page, MAP);
  await expect(page.locator(".map-panel a")).toBeAttached();
  await expect(page.locator("a:not([href])")).toHaveCount(0);
});

test("Escape in the map leaves a branch that is alone, and then closes the panel", async ({ page }) => {
  await choose(page, "Practice");
  await panel(page).getByRole("button", { name: "This branch alone" }).click();
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await page.keyboard.press("Escape");
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("svg.map")).toBeFocused();
});

test("Escape on a note's page closes the panel that takes room from the map, and then leads to the text", async ({
  page,
}) => {
  await wakeMap(page, "./notes/hardware/tpm/");
  await page.locator(".view-switch label", { hasText: "Map" }).click();
  await node(page, "Practice").locator("a").click();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("svg.map")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("article.prose")).toBeVisible();
});
