import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

test.use({ hasTouch: true, viewport: { width: 700, height: 700 } });

/** Opens a page that holds a map's own page in a frame, and scrolls. */
async function openFrame(page: Page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const body = `<!doctype html><style>body { margin: 0; height: 900px } iframe { display: block; margin: 100px; width: 500px; height: 500px; border: 0 }</style>
    <iframe src="/notes/hardware/tpm/map/"></iframe>`;
  await page.route("**/framing.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/framing.html");
  const frame = page.frameLocator("iframe");
  await page.mouse.move(350, 400);
  await page.mouse.move(352, 402);
  await expect(frame.locator("note-map")).toHaveAttribute("data-state", "ready");
  return {
    frame,
    transform: () => frame.locator("svg.map > g").getAttribute("transform"),
    scrolled: () => page.evaluate(() => scrollY),
    /** Where no node is. */
    emptySpot: async () => {
      const box = await frame.locator("svg.map").boundingBox();
      return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + (box?.height ?? 0) - 8 };
    },
  };
}

test("the wheel over a map in a frame scrolls the page around it until the map has the focus", async ({ page }) => {
  const { frame, transform, scrolled, emptySpot } = await openFrame(page);
  const before = await transform();
  await page.mouse.wheel(0, 120);
  await expect.poll(scrolled).toBe(120);
  expect(await transform()).toBe(before);
  await expect(frame.locator(".map-message")).toContainText("wheel zooms the map");
  const empty = await emptySpot();
  await page.mouse.click(empty.x, empty.y);
  await expect(frame.locator("svg.map")).toBeFocused();
  await page.mouse.wheel(0, 120);
  await expect.poll(transform).not.toBe(before);
  expect(await scrolled()).toBe(120);
  // Who goes back to the page around it has its wheel again.
  await page.mouse.click(20, 20);
  const zoomed = await transform();
  await page.mouse.move(350, 300);
  await page.mouse.wheel(0, 60);
  await expect.poll(scrolled).toBe(180);
  expect(await transform()).toBe(zoomed);
});

/** One finger that goes up over the map. */
async function swipe(page: Page) {
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 250, y }] });
  await touch("touchStart", 500);
  for (let y = 490; y >= 400; y -= 10) await touch("touchMove", y);
  await touch("touchEnd");
}

test("one finger on a map in a frame scrolls the page around it", async ({ page }) => {
  const { transform, scrolled } = await openFrame(page);
  const before = await transform();
  await swipe(page);
  await expect.poll(scrolled).toBeGreaterThan(50);
  expect(await transform()).toBe(before);
});

test("one finger moves a map in a frame that has the focus, and not the page around it", async ({ page }) => {
  const { frame, transform, scrolled, emptySpot } = await openFrame(page);
  const before = await transform();
  const empty = await emptySpot();
  await page.touchscreen.tap(empty.x, empty.y);
  await expect(frame.locator("svg.map")).toBeFocused();
  await swipe(page);
  await expect.poll(transform).not.toBe(before);
  expect(await scrolled()).toBe(0);
});
