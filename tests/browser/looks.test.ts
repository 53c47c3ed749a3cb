import AxeBuilder from "@axe-core/playwright";
import { chromium, type Locator } from "@playwright/test";
import { findChromium } from "./chromium.ts";
import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const KINDS = ["", "notes/hardware/tpm/", "notes/cloud/aws-security/", "glossary/", "search/", "tags/", "404.html"];

for (const colorScheme of ["light", "dark"] as const) {
  test(`all text has the contrast of level AAA, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of KINDS) {
      await page.goto(`./${path}`);
      const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze();
      const faults = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 200)));
      expect(faults, path).toEqual([]);
    }
  });
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the first screen of ${width} pixels tells what this is: claim, search, map, and names of notes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".hero .search-open")).toBeInViewport({ ratio: 1 });
    const map = page.locator(".home-map svg.map:visible");
    await expect(map).toHaveCount(1);
    await expect(map).toBeInViewport({ ratio: 0.8 });
    const label = map.getByText("Cloud principles");
    await expect(label).toBeInViewport();
    // Letters of 9 pixels at least.
    expect((await label.boundingBox())?.height ?? 0).toBeGreaterThan(10);
    if (width > 1000) await expect(page.locator(".card").first()).toBeInViewport({ ratio: 1 });
  });
}

const sizes = (buttons: Locator) =>
  buttons.evaluateAll((all) =>
    all
      .filter((button) => button.checkVisibility())
      .map((button) => {
        const { left, right, width, height } = button.getBoundingClientRect();
        return { name: button.getAttribute("aria-label"), left, right, width, height };
      }),
  );

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true });

  test("the map's bar fits into 320 pixels, each of its buttons large enough for a thumb", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ["notes/hardware/tpm/", "notes/hardware/tpm/map/", "atlas/"]) {
      await page.goto(`./${path}`);
      const toMap = page.locator(".view-map");
      if (await toMap.count()) await toMap.tap();
      const controls = await sizes(page.locator(".map-bar :is(button, select, input)"));
      expect(controls.length).toBeGreaterThan(7);
      for (const { name, left, right, width, height } of controls) {
        expect(left, `${path} ${name}`).toBeGreaterThanOrEqual(0);
        expect(right, `${path} ${name}`).toBeLessThanOrEqual(320);
        expect(width, `${path} ${name}`).toBeGreaterThanOrEqual(40);
        expect(height, `${path} ${name}`).toBeGreaterThanOrEqual(44);
      }
    }
  });
});

/** How much lighter one of two computed colours is than the other, as WCAG reckons it. */
function contrast(...colors: [string, string]): number {
  const [light = 0, dark = 0] = colors
    .map((color) => {
      const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
      const [red = 0, green = 0, blue = 0] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4); // prettier-ignore
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`words that stand in empty fields can be read, and the chosen view is told at a glance, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ["./search/", "./atlas/", "./notes/hardware/tpm/"]) {
      await page.goto(path);
      const [word, ground] = await page
        .locator("input[placeholder]")
        .first()
        .evaluate((field) => [getComputedStyle(field, "::placeholder").color, getComputedStyle(field).backgroundColor]);
      expect(contrast(word ?? "", ground ?? ""), path).toBeGreaterThan(4.5);
    }
    for (const [width, view] of [
      [1440, "both"],
      [390, "text"],
    ] as const) {
      // prettier-ignore
      await page.setViewportSize({ width, height: 844 });
      const grounds = await page
        .locator(`.view-${view}`)
        .evaluate((label) => [label, label.parentElement as Element].map((part) => getComputedStyle(part).backgroundColor)); // prettier-ignore
      expect(contrast(grounds[0] ?? "", grounds[1] ?? "")).toBeGreaterThan(3);
    }
  });
}

test("in a window as low as four times the size makes it, bars scroll away and leave the text", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await page.goto("./notes/hardware/tpm/");
  for (const part of [".list-open", ".view-text", ".view-map"])
    await expect(page.locator(part)).toBeInViewport({ ratio: 0.9 });
  await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
  for (const bar of [".site-header", ".note-bar", "view-switch", ".list-open"])
    await expect(page.locator(bar)).not.toBeInViewport();
});

for (const [width, height] of [
  [360, 225],
  [320, 256],
] as const) {
  test(`in a window of ${width} by ${height} pixels what stands above a note takes two lines`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./notes/hardware/tpm/");
    const controls = await sizes(page.locator(".note-bar > *"));
    for (const { left, right } of controls) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    const lines = Math.max(...controls.map(({ height: own }) => own)) * 2;
    expect((await page.locator(".note-bar").boundingBox())?.height).toBeLessThan(lines + 40);
  });
}

test("a map's own page says its whole title, where it says one", async ({ page }) => {
  for (const width of [730, 844, 1440]) {
    await page.setViewportSize({ width, height: 600 });
    await page.goto("./notes/hardware/tpm/map/");
    const cut = await page.locator("h1").evaluate((title) => title.scrollWidth - title.clientWidth);
    expect(cut, String(width)).toBeLessThanOrEqual(0);
  }
});

test("in such a window a map alone has most of it, and its bars scroll away", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await page.goto("./notes/hardware/tpm/map/");
  expect((await page.locator("svg.map:visible").boundingBox())?.height).toBeGreaterThanOrEqual(0.75 * 225);
  await page.evaluate(() => scrollTo({ top: 1000, behavior: "instant" }));
  // But for a part of a pixel.
  await expect(page.locator("svg.map:visible")).toBeInViewport({ ratio: 0.99 });
  await expect(page.locator(".alone")).not.toBeInViewport();
});

test("letters of twice the size push nothing out of a phone's window", async ({ baseURL }) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32"],
  });
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, ...(baseURL && { baseURL }) });
  for (const path of [...KINDS, "atlas/", "colophon/"]) {
    await page.goto(`./${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
  await browser.close();
});

test("nor do letters that are twice as large in the page alone, where menus are read whole, too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const enlarge = () => document.documentElement.style.setProperty("font-size", "200%");
  for (const path of [...KINDS, "atlas/", "colophon/"]) {
    await page.goto(`./${path}`);
    await page.evaluate(enlarge);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    await expect(page.getByRole("banner").getByRole("link", { name: "Security Mindmaps" })).toBeAttached();
  }
  await page.goto("./notes/hardware/tpm/");
  await page.evaluate(enlarge);
  for (const [opens, menu] of [
    [page.locator("summary", { hasText: "Save map" }), page.locator(".menu-list")],
    [page.getByRole("button", { name: "Text size" }), page.locator(".reading-settings")],
  ] as const) {
    await opens.click();
    await expect(menu).toBeInViewport({ ratio: 0.9 });
    expect(await menu.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.keyboard.press("Escape");
  }
});

test("a reader's own colours tell which view is chosen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("./notes/hardware/tpm/");
  const ground = (view: string) =>
    page.locator(`.view-${view}`).evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(await ground("both")).not.toBe(await ground("text"));
  await page.getByText("Text", { exact: true }).click();
  expect(await ground("text")).not.toBe(await ground("both"));
});

test("a reader's own colours mark where an address leads", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("./notes/hardware/tpm/#weak-points");
  await expect(page.getByRole("heading", { name: "Weak points" })).toHaveCSS("outline-style", "solid");
  await expect(page.getByRole("heading", { name: "Practice" })).toHaveCSS("outline-style", "none");
});

test("a reader's own colours leave the cross of a field that is searched in", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("./notes/hardware/tpm/map/");
  const field = page.getByLabel("Find in the map");
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "tpm";
  });
  await field.hover();
  const box = await field.boundingBox();
  if (!box) throw new Error("the field is not shown");
  // Beside the words, within the frame.
  const clip = { x: box.x + box.width - 36, y: box.y + 10, width: 30, height: box.height - 20 };
  const withCross = await page.screenshot({ clip });
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "";
    input.placeholder = "";
  });
  expect(withCross.equals(await page.screenshot({ clip }))).toBe(false);
});

test("more contrast and less motion are given to those who ask for them", async ({ page }) => {
  const muted = () => page.locator(".lead").evaluate((text) => getComputedStyle(text).color);
  await page.goto("./");
  const usual = await muted();
  await page.emulateMedia({ contrast: "more" });
  expect(await muted()).not.toBe(usual);
  expect(await muted()).toBe(await page.locator("h1").evaluate((title) => getComputedStyle(title).color));
  await page.keyboard.press("Tab");
  const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(await scrolling()).toBe("smooth");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await scrolling()).toBe("auto");
});

test("what stands in rows stands on one line: names and sizes of formats, choices of reading and their heading", async ({
  page,
}) => {
  await readNote(page, "./notes/hardware/tpm/");
  await page.locator("summary", { hasText: "Save map" }).click();
  const baselines = await page.locator(".menu-list > a").evaluateAll((rows) =>
    rows.map((row) =>
      // Where an empty box without height stands is where letters do.
      [...row.children].map((part) => {
        const mark = document.createElement("span");
        mark.style.display = "inline-block";
        part.prepend(mark);
        const { bottom } = mark.getBoundingClientRect();
        mark.remove();
        return bottom;
      }),
    ),
  );
  expect(baselines.length).toBeGreaterThan(10);
  for (const [name = 0, size = 0] of baselines) expect(Math.abs(name - size)).toBeLessThan(0.6);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Text size" }).click();
  const choices = page.getByRole("group", { name: "Text size" });
  const heading = await choices.locator("legend").boundingBox();
  const choice = await choices.getByRole("radio").first().boundingBox();
  expect(choice?.x).toBeCloseTo(heading?.x ?? 0, 0);
});

test("on the page of a map its field begins where the words above it do, and ends there on a phone", async ({
  page,
}) => {
  for (const [path, words] of [
    ["./atlas/", ".alone h1"],
    ["./notes/hardware/tpm/map/", ".alone .icon"],
  ] as const) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      const [first, field, save, levels] = await Promise.all(
        [words, ".map-find input", ".alone summary", ".map-level select"].map((part) =>
          page
            .locator(part)
            .first()
            .evaluate((box) => box.getBoundingClientRect().toJSON() as DOMRect),
        ),
      );
      expect(Math.abs((first?.left ?? 0) - (field?.left ?? 0)), path).toBeLessThan(1.5);
      if (width === 390) expect(Math.abs((save?.right ?? 0) - (levels?.right ?? 0)), path).toBeLessThan(1.5);
    }
  }
});
