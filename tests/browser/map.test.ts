import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { reachForMap } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

async function openMap(page: Page, path = NOTE): Promise<Locator> {
  await reachForMap(page, path);
  return page.locator("svg.map");
}

const node = (map: Locator, label: string) => map.locator(`.node[aria-label^="${label}"]`);

function boxOf(locator: Locator) {
  return locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map((value) => Math.round(value));
  });
}

test("the picture becomes interactive without a jump", async ({ page }) => {
  await page.goto(NOTE);
  const label = page.locator("svg.map text", { hasText: "Weak points" });
  const before = await boxOf(label);
  const count = await page.locator("svg.map text").count();
  await page.locator("svg.map").hover();
  await page.mouse.wheel(0, 1);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const after = await boxOf(label);
  for (const [index, value] of after.entries()) expect(Math.abs(value - (before[index] ?? 0))).toBeLessThanOrEqual(1);
  expect(await page.locator("svg.map text").count()).toBe(count);
});

test("nothing of the map's script is loaded before the reader does anything", async ({ page }) => {
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
  });
  await page.goto(NOTE);
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeLessThan(16_000);
});

test("a click on a fold handle folds and unfolds", async ({ page }) => {
  const map = await openMap(page);
  const weak = node(map, "Weak points");
  await expect(weak).toHaveAttribute("aria-expanded", "true");
  await expect(node(map, "Physical access")).toBeAttached();
  await weak.locator(".fold-target").click();
  await expect(weak).toHaveAttribute("aria-expanded", "false");
  await expect(node(map, "Physical access")).toHaveCount(0);
  await weak.locator(".fold-target").click();
  await expect(node(map, "Physical access")).toBeAttached();
});

test("levels fold and unfold as a whole", async ({ page }) => {
  const map = await openMap(page);
  await page.getByLabel("Levels shown").selectOption("2");
  await expect(node(map, "Physical access")).toHaveCount(0);
  await page.getByRole("button", { name: "Branches on both sides" }).click();
  await expect(page.getByLabel("Levels shown")).toHaveValue("2");
  await page.getByLabel("Levels shown").selectOption("all");
  await page.getByRole("button", { name: "Fit the map" }).click();
  await node(map, "Weak points").first().waitFor({ state: "attached" });
  await node(map, "Practice").locator(".fold-target").click();
  await expect(page.getByLabel("Levels shown")).toHaveValue("");
});

test("zooming is by buttons, by Ctrl and wheel, and leaves the page's scrolling alone", async ({ page }) => {
  const map = await openMap(page);
  const scale = () =>
    map.evaluate((svg) => Number(/scale\(([\d.]+)/.exec(svg.querySelector("g")?.getAttribute("transform") ?? "")?.[1]));
  const start = await scale();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(scale).toBeGreaterThan(start * 1.1);
  const zoomed = await scale();
  await map.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await expect.poll(scale).toBeGreaterThan(zoomed);
  // However far the wheel turned at once, the map is not lost sight of.
  expect((await scale()) / zoomed).toBeLessThan(1.6);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const still = await scale();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await scale()).toBe(still);
});

test("a node leads to its place in the text", async ({ page }) => {
  const map = await openMap(page);
  await node(map, "Weak points").locator("a").first().click();
  await expect(page).toHaveURL(/#weak-points$/);
  await expect(page.locator("#weak-points")).toBeInViewport();
  await expect(page.locator("#weak-points")).toBeFocused();
});

test("an address of a place unfolds the way to its node and marks it, also of a list item", async ({ page }) => {
  await page.goto(`${NOTE}#weak-points--roca-cve-2017-15361`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const item = node(page.locator("svg.map"), "ROCA: CVE-2017-15361");
  await expect(item).toHaveClass(/current/);
  await expect(item).toBeInViewport();
});

test("the section being read is marked in the map", async ({ page }) => {
  const map = await openMap(page);
  await page.locator("#weak-points").evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await expect(node(map, "Weak points")).toHaveClass(/reading/);
});

test("the map is a tree with one tab stop, walked by the keyboard", async ({ page }) => {
  const map = await openMap(page);
  await expect(map).toHaveAttribute("role", "tree");
  await map.focus();
  const active = () =>
    map.evaluate((svg) =>
      document
        .getElementById(svg.getAttribute("aria-activedescendant") ?? "")
        ?.getAttribute("aria-label")
        ?.replace(/ \d+ folded$/, ""),
    );
  await expect.poll(active).toBe("Trusted Platform Module");
  await page.keyboard.press("ArrowRight");
  await expect.poll(active).toBe("What a TPM is");
  await page.keyboard.type("we");
  await expect.poll(active).toBe("Weak points");
  await page.keyboard.press("Space");
  await expect(node(map, "Weak points")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect.poll(active).toBe("Physical access");
  await expect(node(map, "Physical access")).toHaveAttribute("aria-level", "3");
  await page.keyboard.press("Home");
  await expect.poll(active).toBe("Trusted Platform Module");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#practice/);
});

test("find marks hits, opens the way to them and says how many there are", async ({ page }) => {
  const map = await openMap(page);
  await page.getByLabel("Find in the map").fill("cve");
  await expect(page.locator(".map-find output")).toHaveText(/\d+ of \d+/);
  await expect(map.locator(".node.hit").first()).toBeAttached();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
});

test("the nested list is the map's equal", async ({ page }) => {
  await openMap(page);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  const list = page.locator(".map-list");
  await expect(list.getByRole("link", { name: "Weak points" })).toBeVisible();
  await list.getByRole("button", { name: "Weak points" }).click();
  await expect(list.getByRole("link", { name: "Physical access" })).toHaveCount(0);
  await list.getByRole("link", { name: "Practice" }).click();
  await expect(page).toHaveURL(/#practice$/);
});

test("a view comes back by its address", async ({ page }) => {
  const map = await openMap(page);
  await node(map, "Weak points").locator(".fold-target").click();
  await expect(page).toHaveURL(/map=/);
  await page.reload();
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(node(map, "Weak points")).toHaveAttribute("aria-expanded", "false");
});

test("the atlas shows all notes, and a note unfolds into its own outline", async ({ page }) => {
  const map = await openMap(page, "./atlas/");
  const tpm = node(map, "Trusted Platform Module");
  await tpm.locator(".fold-target").click();
  await expect(node(map, "Weak points")).toBeAttached();
});

test("by keyboard alone from the first page to a leaf of a note, and back", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
  await page.keyboard.type("trusted platform module");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\//);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const map = page.locator("svg.map");
  await page.keyboard.press("i");
  await expect(map).toBeFocused();
  const active = () =>
    map.evaluate((svg) =>
      document.getElementById(svg.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-label"),
    );
  await page.keyboard.press("Home");
  await page.keyboard.type("weak");
  await expect.poll(active).toMatch(/^Weak points/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(active).toBe("Bus between chip and processor sniffed");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#weak-points--bus-between/);
  await expect(page.getByText("Bus between chip and processor sniffed").first()).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page).toHaveURL(/\/(?:$|notes\/hardware\/tpm\/)/);
});
