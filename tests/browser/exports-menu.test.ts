import { FORMATS } from "../../src/exports/formats.ts";
import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

for (const width of [320, 360, 390]) {
  test(`the menu of a map alone is in the window at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${NOTE}map/`);
    await page.getByText("Save map").click();
    const { x = -1, width: wide = 0 } = (await page.locator(".menu-list").boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
  });
}

test("the end of the menu can be reached in a wide window that is low, as when all is enlarged", async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 470 });
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  const last = page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "Markdown" });
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test("of a map that shows one branch alone the menu saves the branch, of the whole again all", async ({ page }) => {
  await page.goto(`${NOTE}map/`);
  await page.mouse.move(300, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator('.node[aria-label^="Weak points"] text').first().click();
  await page.locator("svg.map").press("b");
  await expect(page.locator(".map-path")).toBeVisible();
  await page.getByText("Save map").click();
  await expect(page.getByRole("radio", { name: "This branch as you see it" })).toBeChecked();
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: /^SVG Picture/ }).click();
  expect((await saved).suggestedFilename()).toBe("hardware-tpm-weak-points.svg");
  await page.keyboard.press("Escape");
  await page.locator("svg.map").press("Escape");
  await expect(page.locator(".map-path")).toBeHidden();
  await page.getByText("Save map").click();
  await expect(page.getByRole("radio", { name: "Whole map" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "As you see it", exact: true })).not.toBeChecked();
});

test("the menu is walked by the keyboard and tells what was copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Once there was something to wait for, WebKit takes no more text.
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.goto("./notes/hardware/tpm/");
  await page.getByText("Save map").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Whole map" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeFocused();
  const markdown = page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "Markdown" });
  await markdown.click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("- Weak points");
  await page.getByLabel("As you see it").check();
  await page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "PNG" }).click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied as PNG, \d+ KB/);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Save map")).toBeFocused();
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeHidden();
});

test("without script the menu is links to files of the whole map", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  const links = page.locator(".menu-list a");
  await expect(links).toHaveCount(FORMATS.length);
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  expect(addresses).toEqual(FORMATS.map(({ extension }) => `/notes/hardware/tpm/map.${extension}`));
  await expect(page.locator(".menu-list :is(input, button)").first()).toBeHidden();
  await context.close();
});

test("a file that is not there is not copied", async ({ page, context, complaints }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.route("**/map.md", (route) => route.fulfill({ status: 404, body: "No such page" }));
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  await page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "Markdown" }).click();
  await expect(page.locator(".menu-said")).toHaveText(/^That did not work: .*map\.md answered 404/);
  complaints.splice(0);
});

test("what was asked for last is on the clipboard, and told", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  await page.getByLabel("As you see it").check();
  const copy = (name: string) => page.getByRole("group", { name: "Copy" }).getByRole("button", { name });
  await copy("PNG").click();
  await copy("Markdown").click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied as Markdown, /);
  // The picture would be ready by now.
  await copy("PNG").click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied as PNG, /);
  await copy("PNG").click();
  await copy("SVG").click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied as SVG, /);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("<svg ");
});

test("the arrow keys go round in the menu, Escape gives the focus back, and Tab out of it closes it", async ({
  page,
}) => {
  await page.goto(NOTE);
  const opener = page.getByText("Save map");
  const list = page.locator(".menu-list");
  const first = page.getByRole("radio", { name: "Whole map" });
  const last = page.getByRole("group", { name: "Copy" }).getByRole("button").last();
  await opener.focus();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(last).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(page.locator("export-menu summary")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(last).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(list).toBeHidden();
});
