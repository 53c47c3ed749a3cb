import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const place = (page: Page) => page.locator("svg.map > g").getAttribute("transform");

test("a map that is in sight stands still when it gets the focus and when a node is chosen", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  const before = await place(page);
  await page.locator("svg.map").focus();
  await expect(page.locator(".node.current")).toHaveText(/^Trusted Platform Module/);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".node.current")).toHaveText(/^What a TPM is/);
  expect(await place(page)).toBe(before);
});

test("the first press on an empty place of a zoomed map leaves it where it is, and a node in sight is current", async ({
  page,
}) => {
  await page.clock.install();
  await wakeMap(page, "./notes/hardware/tpm/");
  const map = page.locator("svg.map");
  // Far from the root, where a node is.
  await page.locator(".node", { hasText: "Physical access" }).locator("text").first().hover();
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(() => place(page)).toContain("scale(4)");
  const before = await place(page);
  const [x, y] = await map.evaluate((svg) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    for (let step = 0; step < 400; step++) {
      const [x, y] = [left + (width * (step % 20)) / 20 + 5, top + (height * Math.floor(step / 20)) / 20 + 5];
      if (document.elementFromPoint(x, y) === svg) return [x, y] as const;
    }
    throw new Error("the map has no empty place");
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(map).toBeFocused();
  await expect(page.locator(".node.current > :is(a, text)").first()).toBeInViewport();
  // As long as a way to the root would take.
  await page.clock.runFor(700);
  expect(await place(page)).toBe(before);
  await page.mouse.up();
});

test("who stood in a branch that was folded away stands at the nearest node above", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".node.current")).toHaveText(/^Kinds/);
  await page.keyboard.press("2");
  await expect(page.locator(".node.current")).toHaveText(/^What a TPM is/);
});

test("beside the text a chosen node shows what can be done with it, in the map alone its text too", async ({
  page,
}) => {
  await wakeMap(page, "./notes/cloud/aws-security/");
  const panel = page.locator(".map-panel");
  const text = panel.locator('[data-panel="text"] p');
  await page.locator(".node a", { hasText: /^Identity$/ }).click();
  await expect(panel.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(text).toHaveCount(0);
  await page.keyboard.press("m");
  await page.locator(".node a", { hasText: /^Foundations$/ }).click();
  await expect(text).not.toHaveCount(0);
});

test("the atlas draws only the links of the note that is pointed at", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  const links = page.locator(".cross-link");
  await expect(links).toHaveCount(0);
  await page.locator(".node a", { hasText: "Trusted Platform Module" }).hover();
  await expect(links).not.toHaveCount(0);
  await page.mouse.move(5, 5);
  await expect(links).toHaveCount(0);
});

test("a map folded into its root unfolds by the root's own handle", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await page.getByLabel("Levels shown").selectOption("1");
  await expect(page.locator(".node")).toHaveCount(1);
  await page.locator(".node .fold-target").click();
  await expect(page.locator(".node", { hasText: "Weak points" })).toBeVisible();
  await expect(page.locator(".node .fold-target").first()).toBeVisible();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap on a fold handle folds, however near the next label is", async ({ page }) => {
    await page.goto("./notes/hardware/tpm/map/");
    await page.touchscreen.tap(40, 790);
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await page.getByLabel("Levels shown").selectOption("3");
    const target = page.locator(".node", { hasText: /^Kinds/ }).locator(".fold-target");
    await target.tap({ trial: true });
    const handle = await target.boundingBox();
    if (!handle) throw new Error("the node has no handle");
    await page.touchscreen.tap(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await expect(page.locator(".node", { hasText: "Discrete: a chip of its own" })).toBeVisible();
    await expect(page).toHaveURL(/\/map\/(?:\?|$)/);
  });
});
