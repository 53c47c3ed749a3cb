import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";
const MAP = "./notes/cloud/aws-security/map/";

/** The script that makes a map, or a note's reading aids, work. */
const START = /\/start\.[^/]+\.js$/;

const field = (page: Page) => page.getByLabel("Find in the map");
const hits = (page: Page) => page.locator(".map-find output");
/** Half a dozen notes are loaded and drawn before the atlas has an answer: a busy machine takes its time. */
const isFoundInAtlas = (page: Page) => expect(hits(page)).toHaveText(/^1 of \d+$/, { timeout: 20_000 });
const isReady = (page: Page) => expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");

test("words typed before there is a map are found in it once there is", async ({ page }) => {
  const letGo = await hold(page, START);
  await page.goto(MAP);
  await field(page).click();
  await page.keyboard.type("identity");
  await expect(hits(page)).toHaveText("…");
  letGo();
  await expect(hits(page)).toHaveText(/^1 of \d+$/);
  await page.keyboard.press("Enter");
  await expect(hits(page)).toHaveText(/^2 of \d+$/);
});

test("words typed before the page's own script are found too", async ({ page }) => {
  const letGo = await hold(page, /\.js$(?<!theme\.js)/);
  await page.goto(MAP, { waitUntil: "commit" });
  await field(page).fill("identity");
  letGo();
  await expect(hits(page)).toHaveText(/^1 of \d+$/);
});

test("the atlas says that it still looks, until the index has been asked", async ({ page }) => {
  const letGoMap = await hold(page, START);
  const letGoIndex = await hold(page, /\/pagefind\//);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./atlas/");
  await field(page).click();
  await page.keyboard.type("identity");
  await expect(hits(page)).toHaveText("…");
  const asked = page.waitForRequest(/\/pagefind\//);
  letGoMap();
  await isReady(page);
  await asked;
  await page.keyboard.press("Enter");
  await expect(hits(page)).toHaveText("…");
  letGoIndex();
  await isFoundInAtlas(page);
});

test("where nothing was found, Enter looks again", async ({ page, complaints }) => {
  await page.route(/\/pagefind\//, (route) => route.abort());
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./atlas/");
  await field(page).click();
  await page.keyboard.type("identity");
  await expect(hits(page)).toHaveText("none");
  await page.unroute(/\/pagefind\//);
  await page.keyboard.press("Enter");
  await isFoundInAtlas(page);
  complaints.splice(0);
});

for (const [key, current, third] of [
  ["2", "Trusted Platform Module", 0],
  ["ArrowDown", "What a TPM is", 1],
] as const) {
  test(`a key pressed on a map's own page before there is a map is done once there is: ${key}`, async ({ page }) => {
    const letGo = await hold(page, START);
    await page.goto(`${NOTE}map/`);
    await page.keyboard.press(key);
    letGo();
    await isReady(page);
    await expect(page.locator(".node.current")).toHaveText(new RegExp(`^${current}`));
    await expect(page.locator("svg.map:visible text", { hasText: "Physical access" })).toHaveCount(third);
    await expect(page.locator("svg.map:visible")).toBeFocused();
  });
}

test("the map comes at the first sign of a reader, however busy the page is", async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(NOTE);
  await page.mouse.move(300, 400);
  await isReady(page);
});

test("where the map that a key asks for could not be had the reader is told", async ({ page, complaints }) => {
  await page.addInitScript(() => localStorage.setItem("view", "text"));
  await page.route("**/map.json", (route) => route.abort());
  await page.goto(NOTE);
  await page.keyboard.press("m");
  await expect(page.locator(".map-message")).toHaveText(/did not load: reload the page/);
  await expect.poll(() => complaints.join("\n")).toContain("console: TypeError");
  expect(complaints.splice(0).filter((each) => each.startsWith("thrown"))).toEqual([]);
});

test("where the map could not be had the reader is told, and a button or a new page asks again", async ({
  page,
  complaints,
}) => {
  await page.route(START, (route) => route.abort());
  await page.goto(NOTE);
  await page.mouse.move(300, 400);
  const message = page.locator(".map-message");
  await expect(message).toHaveText(/did not load: reload the page/);
  await expect(message.getByRole("link")).toHaveJSProperty("href", page.url());
  const [told, map] = await Promise.all([message.boundingBox(), page.locator("svg.map").boundingBox()]);
  expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(map?.y ?? 0);
  await expect(message).not.toHaveCSS("padding-left", "0px");
  await page.unroute(START);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await isReady(page);
  await expect(message).toBeEmpty();
  await expect(page).toHaveURL(/map=/);
  complaints.splice(0);
});

test("where the reading settings could not be had their button says so, and has the page loaded anew", async ({
  page,
  complaints,
}) => {
  await page.route(START, (route) => route.abort());
  await page.goto(NOTE);
  const button = page.locator("[data-reading-settings]");
  // The pointer tells that there is a reader; a press would ask a second time.
  await button.hover();
  await expect(button).toHaveText("Aa: reload page");
  await page.unroute(START);
  await Promise.all([page.waitForEvent("load"), button.press("Enter")]);
  await expect(button).toHaveText("Aa");
  await button.click();
  await expect(page.getByLabel("Largest")).toBeVisible();
  await expect(button).toHaveAccessibleName("Text size and line length");
  expect(complaints.filter((complaint) => complaint.startsWith("thrown"))).toEqual([]);
  complaints.splice(0);
});

test("where the map cannot be had, nothing is waited for", async ({ page, complaints }) => {
  await page.route(START, (route) => route.abort());
  await page.goto(MAP);
  await field(page).click();
  await page.keyboard.type("identity");
  await expect(page.locator(".map-message")).toBeVisible();
  await expect(hits(page)).toHaveText("");
  complaints.splice(0);
});

test("a fold that is pressed in the picture opens once there is a map", async ({ page }) => {
  const letGo = await hold(page, START);
  await page.goto(NOTE);
  await page.locator("svg.map:visible").getByText("15", { exact: true }).click();
  letGo();
  await isReady(page);
  await expect(page.locator('.node[aria-label^="Versions"]')).toHaveAttribute("aria-expanded", "true");
});

for (const [name, value] of [
  ["mapLayout", "both"],
  ["mapList", "list"],
] as const) {
  test(`a map that the reader has otherwise is so before anything is done: ${value}`, async ({ page }) => {
    await page.addInitScript(([key, kept]) => localStorage.setItem(key, kept), [name, value] as const);
    await page.goto(NOTE);
    await isReady(page);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the first tap on a button of the map is done when the map is there, once", async ({ page }) => {
    const letGo = await hold(page, START);
    await page.goto(`${NOTE}map/`);
    const button = page.getByRole("button", { name: "Show as a nested list" });
    await button.tap();
    await button.tap();
    letGo();
    await expect(page.locator(".map-list")).toBeVisible();
    await isReady(page);
    await expect(button).toHaveAttribute("aria-pressed", "true");
  });

  test("the first tap on a label tells of its node, as every later one does", async ({ page }) => {
    const letGo = await hold(page, START);
    await page.goto(`${NOTE}map/`);
    await page.locator("svg.map:visible a", { hasText: "Registers by stage" }).tap();
    letGo();
    await expect(page.locator(".map-panel")).toContainText("Registers by stage");
    expect(new URL(page.url()).pathname).toMatch(/\/map\/$/);
  });

  test("where the map cannot be had, a tap on a label leads to its text", async ({ page, complaints }) => {
    const tapped = Promise.withResolvers<void>();
    await page.route(START, async (route) => {
      await tapped.promise;
      await route.abort();
    });
    await page.goto(`${NOTE}map/`);
    await page.locator("svg.map:visible a", { hasText: "Registers by stage" }).tap();
    tapped.resolve();
    await expect(page).toHaveURL(/\/tpm\/#registers-by-stage$/);
    complaints.splice(0);
  });

  test("what is told of a map that did not load stays while it is tried again, and no label moves under the finger", async ({
    page,
    complaints,
  }) => {
    let asked = 0;
    const again = Promise.withResolvers<void>();
    await page.route(START, async (route) => {
      asked += 1;
      if (asked > 1) await again.promise;
      await route.abort();
    });
    await page.goto(`${NOTE}map/`);
    await expect(page.getByRole("alert")).toHaveText(/did not load/);
    const label = page.locator("svg.map:visible a", { hasText: "Registers by stage" });
    const { x, y, width, height } = (await label.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const devtools = await page.context().newCDPSession(page);
    const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
    await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await expect.poll(() => asked).toBe(2);
    expect((await label.boundingBox())?.y).toBe(y);
    await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    again.resolve();
    await expect(page).toHaveURL(/\/tpm\/#registers-by-stage$/);
    complaints.splice(0);
  });

  test("levels chosen before there is a map are shown once there is", async ({ page }) => {
    const letGo = await hold(page, START);
    await page.goto(`${NOTE}map/`);
    const label = page.locator("svg.map:visible text", { hasText: "Physical access" });
    await expect(label).toHaveCount(1);
    await page.getByLabel("Levels shown").focus();
    await page.getByLabel("Levels shown").selectOption("2");
    letGo();
    await isReady(page);
    await expect(label).toHaveCount(0);
    await expect(page.getByLabel("Levels shown")).toHaveValue("2");
  });

  for (const press of ["tap", "Enter", "click"] as const) {
    test(`the first press on the reading settings opens them: ${press}`, async ({ page }) => {
      const letGo = await hold(page, START);
      await page.goto(NOTE);
      const button = page.getByRole("button", { name: "Text size and line length" });
      if (press === "Enter") await button.press("Enter");
      else await button[press]();
      letGo();
      await expect(page.getByLabel("Largest")).toBeVisible();
      await expect(button).toHaveAttribute("aria-expanded", "true");
    });
  }
});

test("a file of the view that is asked for before the menu is loaded is the view's", async ({ page }) => {
  const letGo = await hold(page, /export-menu-open/);
  await page.goto("./notes/hardware/tpm/");
  await page.getByText("Save map").click();
  await page.getByLabel("As you see it").check();
  const download = page.waitForEvent("download");
  await page.locator('.menu-list a[href$="/map.svg"]').click();
  letGo();
  expect((await download).suggestedFilename()).toBe("hardware-tpm.svg");
  await expect(page.locator(".menu-said")).toHaveText(/^Saved hardware-tpm\.svg/);
});
