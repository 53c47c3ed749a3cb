import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const QUESTION = "who patches the guest";
const marks = (page: Page) => page.getByRole("toolbar", { name: "Marked words" });
const hits = (page: Page) => page.locator(".node.hit");
const current = (page: Page) => page.locator(".node[aria-selected=true], .node.current");

/** Searches and opens the first place of the note about AWS security. */
async function land(page: Page, words: string) {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await page.locator("a[role=option][href*='aws-security/']").first().click();
  await expect(marks(page)).toContainText(/\d+ of \d+/);
}

async function countMarks(page: Page): Promise<number> {
  return page.evaluate(() => CSS.highlights.get("search")?.size ?? 0);
}

test("where there is room beside the text, the marks' bar is there", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("./notes/hardware/tpm/?mark=attestation#remote-attestation");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  const [bar, text] = await Promise.all([marks(page).boundingBox(), page.locator("main").boundingBox()]);
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThan(text?.x ?? 0);
});

test("the map marks what the text marks and shows the place that was opened, also where words differ", async ({
  page,
}) => {
  await land(page, QUESTION);
  expect(await countMarks(page)).toBeGreaterThan(1);
  const anchor = new URL(page.url()).hash;
  await expect(hits(page)).not.toHaveCount(0);
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(page.locator(anchor)).toBeInViewport();
  await marks(page).getByRole("button", { name: "Clear the marks" }).click();
  await expect(hits(page)).toHaveCount(0);
  expect(await countMarks(page)).toBe(0);
});

for (const [width, height] of [
  [1440, 900],
  [1366, 650],
] as const) {
  test(`at ${width} by ${height} the map is whole again once the marks are cleared, and its address names no view`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const box = (selector: string) => page.locator(selector).boundingBox();
    await page.goto("./notes/hardware/tpm/?mark=attestation#measured-boot-and-secure-boot--attestation");
    await expect(marks(page)).toContainText(/\d+ of \d+/);
    await expect(hits(page)).not.toHaveCount(0);
    await expect(current(page)).toHaveText(/^Attestation/);
    await page.keyboard.press("Escape");
    await expect(hits(page)).toHaveCount(0);
    await expect(current(page)).toHaveText(/^Attestation/);
    await expect(async () => {
      const [map, all] = await Promise.all([box("svg.map"), box("svg.map > g")]);
      if (!map || !all) throw new Error("there is no map");
      expect(all.y).toBeGreaterThanOrEqual(map.y);
      expect(all.y + all.height).toBeLessThanOrEqual(map.y + map.height);
      // It fills its window: the room above and below is its margin.
      expect(all.height).toBeGreaterThan(map.height * 0.85);
    }).toPass({ timeout: 10_000 });
    await expect(page).not.toHaveURL(/map=_+\d/);
  });
}

test("who reads the text alone finds the place in the map when it is shown", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("view", "text"));
  await land(page, QUESTION);
  expect(await countMarks(page)).toBeGreaterThan(1);
  await page.keyboard.press("b");
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(hits(page)).not.toHaveCount(0);
  await expect(current(page)).toBeInViewport();
});

test("on a phone the bar of the marks stays in the window, and back brings marks and place again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await land(page, "who patches the guest of the service that moves the line");
  const box = await marks(page).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  const anchor = new URL(page.url()).hash;
  const before = await countMarks(page);
  await page.goto("./glossary/");
  await page.goBack();
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  await expect(page.locator(anchor)).toBeInViewport();
  expect(await countMarks(page)).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=/);
});

test("on a phone the bar of the marks leaves the way to the map free, which shows the place", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await land(page, QUESTION);
  await page.locator("view-switch label", { hasText: "Map" }).click();
  await expect(current(page)).toHaveText(/patches the guest/);
  await expect(current(page)).toBeInViewport();
  await expect(hits(page)).not.toHaveCount(0);
  // It leads through the text, which is not there now, but also out of the marks.
  await expect(marks(page).getByRole("button")).toHaveCount(1);
  await marks(page).getByRole("button", { name: "Clear the marks" }).click();
  await expect(hits(page)).toHaveCount(0);
});

test("words side by side are one mark, and Escape clears the marks", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/?mark=secure%20boot#measured-boot-and-secure-boot");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  const words = await page.evaluate(() => Array.from(CSS.highlights.get("search") ?? [], String));
  expect(words.filter((word) => /^secure$/i.test(word))).toEqual([]);
  // The heading has the one word of its first mark alone.
  expect(await page.evaluate(() => Array.from(CSS.highlights.get("search-current") ?? [], String))).toEqual([
    "Secure Boot",
  ]);
  expect(words.filter((word) => /^secure boot$/i.test(word))).not.toEqual([]);
  await page.keyboard.press("Escape");
  await expect(marks(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/mark=/);
});

test("the letters of a drawing keep their colour when they are the mark that is gone to", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/?mark=attester#remote-attestation");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  const letters = page.locator(".prose svg text").filter({ hasText: "Attester" });
  // Browsers differ in whether they paint a drawing's letters in it.
  const colours = () =>
    letters.evaluate((text) => ["::highlight(search-current)", ""].map((part) => getComputedStyle(text, part).color));
  await expect.poll(async () => new Set(await colours()).size).toBe(1);
});

/** Whether what an address names is seen, and not under a bar or the header of its table. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const { x = 0, y = 0 } = place?.getBoundingClientRect() ?? {};
    return place?.contains(document.elementFromPoint(x + 15, y + 8)) ?? false;
  });

for (const width of [1400, 390]) {
  for (const address of [
    "./notes/cloud/xen-xsa-108/?mark=Jan%20Beulich#identity-card--found-by-jan-beulich-suse",
    "./notes/cloud/xen-xsa-108/#identity-card--found-by-jan-beulich-suse",
    "./notes/hardware/pcr/?mark=pcr%2011#pcr-table--pcr-11-pcr-11",
    "./notes/hardware/tpm/#remote-attestation--a-quote-and-its-check-elsewhere",
  ]) {
    test(`at ${width} pixels the bars leave in sight what ${address.slice(8)} names`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const place = page.locator(":target");
      const table = page.locator(".table", { has: place });
      // A table is laid out anew once there is a reader.
      if (await table.count()) await expect(table).toHaveAttribute("data-fit", /yes|no/);
      // What takes the focus, as code does, is arrived at like any other place.
      await expect(page.locator("html")).toHaveCSS("scroll-behavior", "auto");
      await expect.poll(() => isSeen(page)).toBe(true);
      await expect(place).toBeInViewport({ ratio: 1 });
    });
  }
}

test("a word with a hyphen is marked whole, and so is what stands in the sources", async ({ page }) => {
  const marked = () => page.evaluate(() => [...new Set(Array.from(CSS.highlights.get("search") ?? [], String))]);
  await page.goto("./notes/cloud/xen-xsa-108/?mark=XSA-108");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  expect(await marked()).toEqual(["XSA-108"]);
  await page.goto("./notes/cloud/aws-compliance/?mark=FIPS%20140-3");
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  expect(await marked()).toContain("140-3");
  await page.goto("./notes/hardware/pcr/?mark=KB5062710#_sources");
  await expect(marks(page)).toContainText("1 of 1");
  expect(await marked()).toEqual(["KB5062710"]);
});

test("an answer in the text below a long list is shown, though its heading is far above", async ({ page }) => {
  await page.goto("./search/?q=AWS%20SSO");
  await page.locator("a[role=option][href$='#identity']").first().click();
  await expect(marks(page)).toContainText(/\d+ of \d+/);
  const current = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("search-current") ?? [];
      const { top = -1, bottom = -1 } = range instanceof Range ? range.getBoundingClientRect() : {};
      return { words: String(range), isSeen: top > 115 && bottom < innerHeight };
    });
  await expect.poll(current).toEqual({ words: "AWS SSO", isSeen: true });
});

test("what the map said of the words before is not said of those that are typed now", async ({ page }) => {
  await page.goto("./notes/ciso/map/");
  const find = page.getByRole("searchbox", { name: "Find in the map" });
  await find.fill("risk");
  await expect(page.locator(".map-find output")).toHaveText(/\d+ of \d+/);
  const said = await find.evaluate((input: HTMLInputElement) => {
    input.value = "risky";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return document.querySelector(".map-find output")?.textContent;
  });
  expect(said).toBe("…");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the marks' bar lies on nothing that was opened", async ({ page }) => {
    await page.goto("./notes/hardware/tpm/?mark=secure%20boot#measured-boot-and-secure-boot");
    const bar = page.locator(".search-marks");
    await expect(bar).toBeVisible();
    await page.getByRole("link", { name: "Notes and contents" }).tap();
    await expect(page.locator("#note-list")).toBeVisible();
    const covers = await bar.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(covers).toBe(false);
    await page.locator(".list-close").tap();
    await page.locator(".view-switch").getByText("Map").tap();
    await expect(bar).toBeVisible();
    await page.locator("svg.map a", { hasText: "Measured boot and Secure" }).tap();
    await expect(page.locator(".map-panel")).toBeVisible();
    await expect(bar).toBeHidden();
    await page.getByRole("button", { name: "Close" }).tap();
    await expect(bar).toBeVisible();
  });
});

for (const width of [1280, 1440]) {
  test(`a map that a result was opened in can be read, and stands alike when it is loaded anew, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: width === 1280 ? 720 : 900 });
    await page.goto("./search/?q=nitro%20tpm");
    await page.locator("a[role=option][href*='root-of-trust']").first().click();
    await expect(current(page)).toContainText("Root of trust");
    // The address names the place, and not a map that fits its window.
    await expect(page).toHaveURL(/map=__\d/);
    const scaleOf = () => current(page).evaluate((node: SVGGraphicsElement) => node.getScreenCTM()?.a ?? 0);
    const before = await scaleOf();
    expect(before * 14).toBeGreaterThan(8);
    await page.reload();
    await page.mouse.move(5, 300);
    await expect(current(page)).toContainText("Root of trust");
    await expect.poll(scaleOf).toBeCloseTo(before, 2);
  });
}
