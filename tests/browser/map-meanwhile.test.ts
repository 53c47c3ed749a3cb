import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold, readNote, wakeMap } from "./visit.ts";

const TPM = "./notes/hardware/tpm/";

const find = (page: Page) => page.getByRole("searchbox", { name: "Find in the map" });
const hits = (page: Page) => page.locator(".map-find output");
const node = (page: Page, name: string) => page.locator("svg.map .node", { hasText: name }).first();
/** The node that the keyboard is at. */
const active = (page: Page) => page.locator("svg.map .node.current");
const branch = (page: Page) => page.locator(".map-path [aria-current]");

/** Goes through the map by keys. */
async function walk(page: Page, ...keys: string[]) {
  await page.locator("svg.map").focus();
  for (const key of keys) await page.keyboard.press(key);
}

async function pressAt(page: Page, name: string, ...keys: string[]) {
  await node(page, name).locator("text").first().click();
  await expect(active(page)).toContainText(name);
  for (const key of keys) await page.keyboard.press(key);
}

test("in full screen a label's press leaves the keyboard in the map, and its text is shown there", async ({ page }) => {
  await readNote(page, TPM);
  await page.locator("svg.map").hover();
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe("note-map");
  await node(page, "Weak points").locator("text").first().click();
  const panel = page.locator(".map-panel");
  await expect(panel.locator('[data-panel="text"]')).not.toBeEmpty();
  await expect(panel.getByRole("link", { name: "Read" })).toBeVisible();
  await expect(page.locator("svg.map")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(active(page)).not.toContainText("Weak points");
  await panel.getByRole("link", { name: "Read" }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await expect(page.locator("article li", { hasText: "Physical access" })).toBeInViewport();
});

test("a node's panel has its text or not as the text comes and goes beside the map", async ({ page }) => {
  await readNote(page, TPM);
  await page.locator("svg.map").hover();
  await node(page, "Weak points").locator("text").first().click();
  const text = page.locator('.map-panel [data-panel="text"]');
  await expect(page.locator(".map-panel")).toHaveAttribute("data-beside");
  await expect(text).toBeEmpty();
  await page.locator(".view-map").click();
  await expect(text).not.toBeEmpty();
  await page.locator(".view-both").click();
  await expect(text).toBeEmpty();
});

test("a node's panel begins at the beginning, and never has another's text", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 500 });
  await wakeMap(page, "./atlas/");
  await page.locator("svg.map").focus();
  await walk(page, "Home", "ArrowRight", "ArrowRight");
  await expect(active(page)).toContainText("What a CISO does");
  await page.keyboard.press("Shift+Enter");
  const text = page.locator('.map-panel [data-panel="text"]');
  await expect(text).not.toBeEmpty();
  await page.locator(".map-panel").evaluate((panel) => panel.scrollTo(0, 60));
  const letGo = await hold(page, /\/notes\/ciso\/cloud\/$/);
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('.map-panel [data-panel="title"]')).toHaveText("The CISO and cloud computing");
  await expect(text).toBeEmpty();
  letGo();
  await expect(text).not.toBeEmpty();
  expect(await page.locator(".map-panel").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test("hits that were folded away since are opened, and a branch alone counts its own", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  await find(page).fill("key");
  await expect(hits(page)).toHaveText(/^1 of/);
  await page.getByRole("combobox", { name: "Levels shown" }).selectOption("1");
  await find(page).press("Enter");
  await expect(page.locator(".node.hit.current")).toHaveCount(1);
  const all = Number((await hits(page).textContent())?.replace(/.* of /, ""));
  await page.locator("svg.map").focus();
  await page.keyboard.press("b");
  await expect(branch(page)).toBeVisible();
  await expect.poll(async () => Number((await hits(page).textContent())?.replace(/.* of /, ""))).toBeLessThan(all);
  const few = Number((await hits(page).textContent())?.replace(/.* of /, ""));
  for (let step = 0; step <= few; step += 1) {
    await find(page).press("Enter");
    await expect(page.locator(".node.hit.current")).toHaveCount(1);
  }
  await page.locator("svg.map").focus();
  await page.keyboard.press("Escape");
  await expect(hits(page)).toHaveText(new RegExp(`of ${all}$`));
});

test("a branch that was put alone among the hits stays open when the find ends", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  await page.getByRole("combobox", { name: "Levels shown" }).selectOption("1");
  await expect(page.locator(".node")).toHaveCount(1);
  await find(page).fill("bus between");
  await expect(hits(page)).toHaveText(/^1 of/);
  await pressAt(page, "Weak points", "b");
  await expect(branch(page)).toHaveText("Weak points");
  await find(page).fill("");
  await expect(page.locator(".node.hit")).toHaveCount(0);
  await expect(page.locator('.node[aria-level="1"]')).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator('.node[aria-level="2"]')).not.toHaveCount(0);
});

test("what is loaded late takes nobody from where they went meanwhile", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  const letGo = await hold(page, /\/notes\/ciso\/map\.json$/);
  const loaded = page.waitForResponse(/\/notes\/ciso\/map\.json$/);
  await walk(page, "Home", "ArrowRight", "ArrowRight", "b");
  await walk(page, "End", "ArrowLeft", "b");
  await expect(branch(page)).toHaveText("Hardware");
  letGo();
  await (await loaded).finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(branch(page)).toHaveText("Hardware");
});

test("hits that come late leave the reader at the one that was gone to", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  const letGo = await hold(page, /\/pagefind\//);
  await find(page).fill("ciso");
  await expect(hits(page)).toHaveText(/^1 of/);
  for (let step = 0; step < 3; step += 1) await find(page).press("Enter");
  await expect(hits(page)).toHaveText("4 of 8");
  const label = await active(page).textContent();
  letGo();
  await expect(hits(page)).not.toHaveText(/of 8$/);
  await expect(active(page)).toHaveText(String(label));
});

test("who goes back while a view is still on its way has the one before", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await walk(page, "Home", "ArrowRight", "ArrowRight", "b");
  await expect(page).toHaveURL(/\?map=_\w/);
  const letGo = await hold(page, /\/notes\/ciso\/map\.json$/);
  await page.reload();
  const asked = page.waitForRequest(/\/notes\/ciso\/map\.json$/);
  await page.mouse.move(5, 5);
  await asked;
  const loaded = page.waitForResponse(/\/notes\/ciso\/map\.json$/);
  await page.goBack();
  letGo();
  await (await loaded).finished();
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
});

test("back from a branch, the layout is the reader's, and what was opened by hand stays so", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/pcr/map/");
  const both = page.locator('[data-map="layout"]');
  await both.click();
  await expect(page).toHaveURL(/\?map=/);
  await page.goto(`${TPM}map/`);
  await expect(both).toHaveAttribute("aria-pressed", "true");
  await walk(page, "ArrowDown", "b");
  await expect(page).toHaveURL(/\?map=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/\?map=/);
  await expect(both).toHaveAttribute("aria-pressed", "true");
  await pressAt(page, "Kinds", " ");
  await expect(node(page, "Kinds")).toHaveAttribute("aria-expanded", "true");
  await pressAt(page, "Practice", "b");
  await expect(branch(page)).toHaveText("Practice");
  await page.keyboard.press("Escape");
  await expect(branch(page)).toHaveCount(0);
  await expect(node(page, "Kinds")).toHaveAttribute("aria-expanded", "true");
});

test("words that were looked for before are typed over", async ({ page }) => {
  await wakeMap(page, `${TPM}map/`);
  await walk(page, "/");
  await page.keyboard.type("boot");
  await expect(hits(page)).toHaveText(/^1 of \d+$/);
  await walk(page, "/");
  await page.keyboard.type("quote");
  await expect(find(page)).toHaveValue("quote");
});
