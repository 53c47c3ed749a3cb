import { readFileSync, writeFileSync } from "node:fs";
import { DIST } from "./dist.ts";
import { canCheck } from "../programs.ts";
import { fresh, run } from "./pictures.ts";
import { askForView, save } from "./save-view.ts";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

test("a saved view as HTML opens as it was saved", async ({ page, browser }) => {
  await page.goto(NOTE);
  await page.locator("svg.map:visible").hover();
  await page.mouse.wheel(0, 1);
  await page.locator('.node[aria-label^="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await askForView(page);
  const file = fresh("view.html");
  writeFileSync(file, (await save(page, "html")).bytes);
  const context = await browser.newContext({ offline: true });
  const opened = await context.newPage();
  await opened.goto(`file://${file}`);
  await expect(opened.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(opened.locator('.node[aria-label^="Weak points"]')).toHaveCount(1);
  await expect(opened.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await context.close();
});

test("the HTML file is interactive from a disk, without a network", async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${DIST}/notes/hardware/tpm/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator('.node[aria-label^="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  const path = () => new URL(page.url()).pathname;
  const before = path();
  await page.locator('.node[aria-label^="Registers by stage"] a').click();
  await expect(page.locator('.node[aria-label^="Registers by stage"]')).toHaveAttribute("aria-expanded", "false");
  expect(path()).toBe(before);
  await page.getByLabel("Find in the map").fill("ROCA");
  await expect(page.locator(".map-find output")).toHaveText("1 of 1");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "list" }).click();
  const edgeOf = async (name: string) => (await page.getByRole("link", { name, exact: true }).boundingBox())?.x ?? 0;
  const [leaf, branch] = await Promise.all([edgeOf("Registers: extended, never written"), edgeOf("Kinds")]);
  expect(Math.abs(leaf - branch)).toBeLessThan(3);
  expect(asked.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("in an HTML file of a note without a page, nodes lead nowhere and are walked to and pressed all the same", async ({
  browser,
}) => {
  const file = fresh("map.html");
  const note = fresh("note.md");
  writeFileSync(note, "# Note\n\n- one\n- see [two](#one)\n- [far](https://far.example/)\n");
  run(process.execPath, ["src/cli/map.ts", note, "-o", file]);
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${file}`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const addresses = () =>
    page.locator(".node a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(await addresses()).toEqual(["#one", "https://far.example/"]);
  const current = page.locator(".node.current");
  await page.locator('.node[aria-label="one"] text').click();
  await expect(current).toHaveAttribute("aria-label", "one");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(current).toHaveAttribute("aria-label", "Note");
  await page.keyboard.press("l");
  const items = page.locator(".map-list a");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await items.nth(2).click();
  await expect(items.nth(2)).toBeFocused();
  expect(await items.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(faults).toEqual([]);
  await context.close();
});

test("the HTML file of the atlas leads to the notes' pages, and offers nothing that it has not", async ({
  browser,
}) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`file://${DIST}/atlas/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  const links = page.locator(".node a");
  await expect(links.first()).toBeAttached();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  await expect(page.locator(".map-message")).toBeEmpty();
  expect(faults).toEqual([]);
  await page.close();
});

test("an HTML file with a long address is no wider than its window", async ({ page }) => {
  const whole = readFileSync(`${DIST}/notes/hardware/tpm/map.html`, "utf8");
  const address = `https://example.org/notes/hardware/tpm/#${"a-heading-of-many-words-".repeat(20)}`;
  const file = fresh("long.html");
  const link = /(<header>.*?<a [^>]*>)[^<]*/s;
  expect(whole).toMatch(link);
  writeFileSync(
    file,
    whole.replace(link, (_, before: string) => before + address),
  );
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`file://${file}`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(page.locator("header a").first()).toHaveText(address);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("the HTML file is printed whole, on white, without its tools", async ({ browser }) => {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(`file://${DIST}/notes/hardware/tpm/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".map-bar")).toBeHidden();
  const last = await page.locator(".map-list a").last().textContent();
  const file = fresh("map.pdf");
  const pages = await page.pdf({ format: "A4" });
  writeFileSync(file, pages);
  expect(pages.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  if (canCheck("that a printed map is whole", "pdftotext"))
    expect(run("pdftotext", [file, "-"]).replace(/\s+/g, " ")).toContain(last);
  await expect(page.locator("svg.map")).toBeHidden();
  const color = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return getComputedStyle(document.querySelector('.node[aria-level="2"] text') as Element).fill;
  });
  expect(Number(/\d+/.exec(color)?.[0])).toBeLessThan(128);
  await page.close();
});

test("an HTML file of one branch leads to its places in the note, and is laid out as it was saved", async ({
  page,
  browser,
}) => {
  await wakeMap(page, `${NOTE}map/`);
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("b");
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await expect(page.locator('[data-map="layout"]')).toHaveAttribute("aria-pressed", "true");
  await askForView(page);
  const file = fresh("branch.html");
  writeFileSync(file, (await save(page, "html")).bytes);
  const opened = await browser.newPage();
  await opened.addInitScript(() => localStorage.setItem("mapLayout", "one"));
  await opened.goto(`file://${file}`);
  await expect(opened.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(opened.locator('[data-map="layout"]')).toHaveAttribute("aria-pressed", "true");
  const links = await opened
    .locator(".node > a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((link) => !/^https:[^#]*\/notes\/hardware\/tpm\/#[^#]+$/.test(link))).toEqual([]);
  await opened.close();
});
