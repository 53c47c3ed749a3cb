import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold, wakeMap } from "./visit.ts";

const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);

const place = async (page: Page) => {
  const transform = (await page.locator("svg.map > g").getAttribute("transform")) ?? "";
  const [x = 0, y = 0, scale = 1] = [...transform.matchAll(/-?[\d.]+/g)].map(Number);
  return { x, y, scale };
};

/** Waits until the map stands still and the address, which follows it after a moment, says where. */
async function rest(page: Page) {
  let before = "";
  const isStill = async () => {
    const now = JSON.stringify([await place(page), page.url()]);
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isStill, { intervals: [500] }).toBe(true);
}

async function drag(page: Page, by: number) {
  const box = await page.locator("svg.map").boundingBox();
  const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + (box?.height ?? 0) - 40];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y - by, { steps: 4 });
  await page.mouse.up();
}

test("a map in the layout the reader keeps stands whole in its window", async ({ page }) => {
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await page.getByRole("button", { name: "Branches on both sides" }).click();
  await wakeMap(page, "./notes/hardware/pcr/map/");
  await expect(page.getByRole("button", { name: "Branches on both sides" })).toHaveAttribute("aria-pressed", "true");
  const map = await page.locator("svg.map").boundingBox();
  for (const box of await page.locator('.node[aria-level="2"]').all()) {
    expect((await box.boundingBox())?.x).toBeGreaterThan(map?.x ?? 0);
  }
});

test("a link carries the layout to readers who keep another", async ({ page, browser }) => {
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await page.getByRole("button", { name: "Branches on both sides" }).click();
  await wakeMap(page, "./notes/hardware/pcr/map/");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/map=both_/);
  const other = await browser.newPage();
  await wakeMap(other, page.url());
  await expect(other.getByRole("button", { name: "Branches on both sides" })).toHaveAttribute("aria-pressed", "true");
  const right = page.url().replace("map=both_", "map=_");
  await wakeMap(page, right);
  await expect(page.getByRole("button", { name: "Branches on both sides" })).toHaveAttribute("aria-pressed", "false");
  await other.close();
});

test("a view is kept on reload also when the address names a place in the text", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/");
  await node(page, "Weak points").locator("a").click();
  await expect(page).toHaveURL(/#weak-points/);
  await page.getByRole("button", { name: "Close" }).click();
  await rest(page);
  await drag(page, 120);
  await expect(page).toHaveURL(/map=/);
  await rest(page);
  const before = await place(page);
  await page.reload();
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(node(page, "Weak points")).toHaveClass(/current/);
  await rest(page);
  const after = await place(page);
  expect(Math.abs(after.x - before.x)).toBeLessThan(2);
  expect(Math.abs(after.y - before.y)).toBeLessThan(2);
});

// Chromium has no such memory of it, but Firefox does.
test("on reload the list of levels chooses nothing by itself", async ({ page }) => {
  for (const address of ["./notes/hardware/tpm/", "./atlas/", "./notes/hardware/tpm/map.html"]) {
    await page.goto(address);
    await expect(page.locator('[data-map="level"]')).toHaveAttribute("autocomplete", "off");
  }
});

test("a link to a branch stays as it is when it is opened", async ({ page }) => {
  const view = /map=_12mm4u6_200\.3\.1250_/;
  for (let time = 0; time < 2; time += 1) {
    await wakeMap(page, time === 0 ? "./notes/hardware/tpm/?map=_12mm4u6_200.3.1250_" : page.url());
    await expect(page.locator(".map-path")).toBeVisible();
    await rest(page);
    await expect(page).toHaveURL(view);
    await page.goto("about:blank");
    await page.goBack();
  }
});

test("a map keeps its folds on its own page, and back at the text", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/");
  await node(page, "Weak points").locator(".fold-target").click();
  await expect(node(page, "Physical access")).toHaveCount(0);
  await rest(page);
  await page.getByRole("link", { name: "Map on a page of its own" }).click();
  await expect(page).toHaveURL(/\/tpm\/map\/\?map=___\w+$/);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(node(page, "Physical access")).toHaveCount(0);
  await node(page, "Practice").locator(".fold-target").click();
  await expect(node(page, "Fleet")).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the note" }).click();
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(node(page, "Roles")).toBeVisible();
  for (const label of ["Physical access", "Fleet"]) await expect(node(page, label)).toHaveCount(0);
});

test("notes that are open in the atlas are open again on reload", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await node(page, "Trusted Platform Module").locator(".fold-target").click();
  await node(page, "Weak points").locator(".fold-target").click();
  await expect(node(page, "Physical access")).toBeVisible();
  await rest(page);
  await expect(page).toHaveURL(/map=/);
  await page.reload();
  await expect(node(page, "Physical access")).toBeVisible();
});

test("the address keeps the place of a map that the list stands in for", async ({ page }) => {
  await wakeMap(page, "./notes/cloud/aws-security/");
  const button = page.getByRole("button", { name: "Show as a nested list" });
  await page.getByRole("button", { name: "Zoom in" }).click();
  await rest(page);
  const before = await place(page);
  await button.click();
  await page.locator(".map-list .fold").last().click();
  await rest(page);
  await button.click();
  await node(page, "First decisions").locator("a").click();
  await expect(page).toHaveURL(/#first-decisions/);
  await rest(page);
  expect(Math.abs((await place(page)).x - before.x)).toBeLessThan(80);
});

test("levels in the atlas reach into its notes", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await page.getByLabel("Levels shown").selectOption("4");
  // In the map so many labels are too small to be drawn each by itself.
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await expect(page.locator(".map-list").getByText("Weak points", { exact: true })).toBeVisible();
});

test("words of an opened note are as wide as the line below them has room for", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await node(page, "Trusted Platform Module").locator(".fold-target").click();
  await expect(node(page, "Measured boot and Secure Boot")).toBeVisible();
  await rest(page);
  const [words, line] = await node(page, "Measured boot and Secure Boot").evaluate((element) => {
    const width = (selector: string) => (element.querySelector(selector) as SVGGraphicsElement).getBBox().width;
    return [width("text"), width(".line")];
  });
  // The line holds the curve from the note as well.
  expect((line ?? 0) - (words ?? 0)).toBeLessThan(130);
});

test("a label is found by its letters, whatever they do when typed alone", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await page.getByLabel("Levels shown").selectOption("3");
  for (const label of ["Boot chain", "Fleet", "Limits of a virtual TPM"]) {
    await page.locator("svg.map").focus();
    await page.keyboard.press("Home");
    await page.keyboard.type(label.slice(0, 4).toLowerCase());
    await expect(page.locator(".node.current")).toHaveAttribute("aria-label", new RegExp(`^${label}`));
  }
  // What is typed next begins anew after any other key.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("b");
  await expect(page.locator(".map-path button")).toHaveCount(3);
  await page.locator(".map-path button").first().click();
  await expect(page.locator("svg.map")).toBeFocused();
});

test("a word that every object knows is letters like any other", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  const svg = page.locator("svg.map");
  await svg.focus();
  const reached = (letters: string) =>
    svg.evaluate((map, keys) => {
      for (const key of keys) map.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      return map.getAttribute("aria-activedescendant");
    }, letters);
  const before = await reached("constructor");
  // A word begun anew would lead to a label with an s.
  expect(await reached("s")).toBe(before);
});

test("presses of the zoom add up, and keys zoom where the reader is", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  const { scale } = await place(page);
  const zoomIn = page.getByRole("button", { name: "Zoom in" });
  for (let times = 0; times < 3; times++) await zoomIn.click();
  await expect.poll(async () => (await place(page)).scale / scale).toBeCloseTo(1.25 ** 3, 2);
  await page.locator("svg.map").focus();
  await page.keyboard.press("End");
  await rest(page);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(async () => (await place(page)).scale / scale).toBeCloseTo(1.25 ** 5, 1);
  await expect(page.locator(".node.current a").first()).toBeInViewport();
});

test("a query that is taken back leaves the map as it was, but for a hit the reader went to", async ({ page }) => {
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await rest(page);
  const before = await place(page);
  const field = page.getByLabel("Find in the map");
  await field.fill("audit");
  await expect(page.locator(".map-find output")).toHaveText(/^1 of/);
  await rest(page);
  await field.press("Escape");
  await rest(page);
  const after = await place(page);
  expect(after.scale).toBeCloseTo(before.scale, 2);
  expect(Math.abs(after.y - before.y)).toBeLessThan(2);
  await field.fill("key");
  await expect(page.locator(".map-find output")).toHaveText(/^1 of/);
  await field.press("Enter");
  await expect(page.locator(".map-find output")).toHaveText(/^2 of/);
  const hit = (await page.locator(".node.current").getAttribute("aria-label")) ?? "";
  await field.press("Escape");
  await expect(page.locator(".node.current")).toHaveAttribute("aria-label", hit);
});

test("a fitted map that was not moved is fitted again when its window changes", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await page.setViewportSize({ width: 700, height: 800 });
  await expect.poll(async () => (await node(page, "Trusted Platform Module").boundingBox())?.x).toBeGreaterThan(0);
  await expect(node(page, "Measured always, stopped only by").locator("text").first()).toBeInViewport({ ratio: 1 });
});

test("a press on a node of a map that has the page tells of it, a key leads to its text", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await node(page, "Weak points").locator("a").click();
  const panel = page.locator(".map-panel");
  await expect(panel.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(panel.locator('[data-panel="text"] p').first()).toBeVisible();
  await expect(page).toHaveURL(/\/map\//);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+Enter");
  await expect(panel).toBeFocused();
  await expect(panel.locator('[data-panel="title"]')).toHaveText("Limits of a virtual TPM");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/tpm\/#/);
});

test("an address that is written wrongly leaves the map usable", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/#%E0%A4%A");
  await expect(page.locator(".map-message")).toBeEmpty();
});

test.describe("the list", () => {
  test("has the map's keys, place, hits and panel, and is kept", async ({ page }) => {
    await wakeMap(page, "./notes/hardware/tpm/map/");
    await page.locator("svg.map").focus();
    await page.keyboard.type("weak");
    await expect(page.locator(".node.current")).toHaveAttribute("aria-label", /^Weak points/);
    await page.getByRole("button", { name: "Show as a nested list" }).click();
    const focused = page.locator(".map-list a:focus");
    await expect(focused).toHaveText("Weak points");
    await page.keyboard.press("ArrowDown");
    await expect(focused).toHaveText("Physical access");
    await page.keyboard.press("ArrowLeft");
    await expect(focused).toHaveText("Weak points");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator(".map-list a", { hasText: "Physical access" })).toHaveCount(0);
    await page.keyboard.press("Shift+Enter");
    await expect(page.locator('.map-panel [data-panel="title"]')).toHaveText("Weak points");
    await page.keyboard.press("Escape");
    await page.getByLabel("Find in the map").fill("sealing");
    await expect(page.locator(".map-list .hit > a").first()).toBeInViewport();
    await expect(page.getByRole("button", { name: "Zoom in" })).toBeDisabled();
    await page.reload();
    await page.mouse.move(5, 5);
    await expect(page.locator(".map-list")).toBeVisible();
    await page.locator(".map-list a").first().focus();
    await page.keyboard.press("l");
    await expect(page.locator("svg.map")).toBeFocused();
  });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  /** A phone on which not all of the larger map can be read. */
  const SMALL = { width: 360, height: 740 };

  test("what was pressed in a map that begins folded is unfolded, and told of", async ({ page }) => {
    await page.setViewportSize(SMALL);
    const letGo = await hold(page, /\/start\.[^/]+\.js$/);
    await page.goto("./notes/hardware/tpm/map/");
    await page.locator("svg.map:visible a", { hasText: "Steps" }).tap();
    letGo();
    await expect(page.locator(".map-panel")).toContainText("Steps");
    await expect(page.locator(".node.current")).toHaveAttribute("aria-label", /^Steps/);
    await expect(page.locator(".node.current text").first()).toBeInViewport({ ratio: 1 });
    await expect(node(page, "Physical access")).toHaveCount(0);
  });

  test("a large map begins with branches that can be read", async ({ page }) => {
    await page.setViewportSize(SMALL);
    await page.goto("./notes/hardware/tpm/map/");
    await page.locator("svg.map:visible").dispatchEvent("pointermove");
    await expect(node(page, "Physical access")).toHaveCount(0);
    const label = node(page, "Weak points").locator("text").first();
    expect((await label.boundingBox())?.height).toBeGreaterThan(10);
    await page.goto("./notes/cloud/xen-xsa-108/map/");
    await page.locator("svg.map:visible").dispatchEvent("pointermove");
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await expect(node(page, "Timeline")).toHaveCount(1);
  });

  test("one finger moves a map that has the page to itself, also after a tap on a node", async ({ page }) => {
    await page.goto("./notes/hardware/tpm/");
    await page.locator(".view-switch label", { hasText: "Map" }).click();
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    const client = await page.context().newCDPSession(page);
    const swipe = async () => {
      const touch = (type: string, y?: number) =>
        client.send("Input.dispatchTouchEvent", {
          type: type as "touchStart",
          touchPoints: y === undefined ? [] : [{ x: 200, y }],
        });
      const { y: before } = await place(page);
      await touch("touchStart", 600);
      for (let y = 590; y >= 500; y -= 10) await touch("touchMove", y);
      await touch("touchEnd");
      await expect.poll(async () => before - (await place(page)).y).toBeGreaterThan(50);
    };
    await swipe();
    await node(page, "Registers by stage").locator("a").tap();
    await expect(page.locator(".map-panel")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).tap();
    await swipe();
  });
});

test("the way back to the note leads to where the reader is in the map", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/map/");
  const back = page.getByRole("link", { name: "Back to the note" });
  await node(page, "Practice").locator("a").click();
  await back.click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/(?:\?[^#]*)?#practice$/);
  await expect(page.locator("#practice")).toBeInViewport();
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await page.locator("svg.map").focus();
  await expect(page.locator(".node.current")).toHaveText(/^Trusted Platform Module/);
  await back.click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/$/);
});
