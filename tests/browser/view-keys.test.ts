import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

const text = (page: Page) => page.getByRole("heading", { name: "Weak points" });
const map = (page: Page) => page.locator("svg.map");

test("text alone, map alone and both are one key away, whatever is shown and before anything else was done", async ({
  page,
}) => {
  await page.goto(NOTE);
  for (const key of ["t", "b", "t", "v", "t"]) {
    await page.keyboard.press(key);
    await expect(map(page)).toBeVisible({ visible: key !== "t" });
    await expect(text(page)).toBeVisible();
  }
  await page.keyboard.press("m");
  await expect(text(page)).toBeHidden();
  await expect(map(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(text(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("i");
  await expect(map(page)).toBeFocused();
  await expect(text(page)).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`whatever is shown, the page has its one title and no wider window is needed, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(NOTE);
    for (const [key, view] of [
      ["t", "text"],
      ["b", "both"],
      ["m", "map"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.locator(`view-switch [value="${view}"]`)).toBeChecked();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trusted Platform Module");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // What is chosen there is of the text.
      await expect(page.locator("[data-reading-settings]")).toBeVisible({ visible: key !== "m" });
    }
  });
}

for (const key of ["m", "i"]) {
  test(`a map that was made out of sight is fitted to its window when ${key} shows it, and needs no address`, async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(NOTE);
    await page.keyboard.press("t");
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await page.keyboard.press(key);
    await expect(map(page)).toBeFocused();
    for (const branch of await page.locator('.node[aria-level="2"] > :is(a, text):first-of-type').all()) {
      await expect(branch).toBeInViewport({ ratio: 1 });
    }
    // The address follows what the reader does after a moment.
    await page.clock.runFor(600);
    await expect(page).not.toHaveURL(/map=/);
  });
}

test("v goes round what the window has room for", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 844 });
  await page.goto(NOTE);
  for (const [value, isRead] of [
    ["map", false],
    ["text", true],
    ["map", false],
  ] as const) {
    await page.keyboard.press("v");
    await expect(page.locator(`view-switch input[value="${value}"]`)).toBeChecked();
    await expect(page.locator("article")).toBeVisible({ visible: isRead });
  }
});

test("the keys of the view work with the switch itself focused, and not in a field", async ({ page }) => {
  await page.goto(NOTE);
  await page.getByText("Text", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Text" })).toBeFocused();
  await page.keyboard.press("b");
  await expect(map(page)).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in the map" }).fill("");
  await page.keyboard.type("tm");
  await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
});

test("who reads on from the map alone gets the text, at that place", async ({ page }) => {
  await page.goto(NOTE);
  await page.keyboard.press("m");
  await expect(map(page)).toBeFocused();
  await page.locator("svg.map a", { hasText: "Weak points" }).click();
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(text(page)).toBeInViewport();
  await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
});

test("who goes back finds the view that they left, and no older one", async ({ page }) => {
  await page.goto(NOTE);
  await page.keyboard.press("m");
  await expect(map(page)).toBeFocused();
  await page.locator("svg.map a", { hasText: "Weak points" }).click();
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
  await page.getByText("Text", { exact: true }).click();
  await page.locator('.contents a[href="#remote-attestation"]').click();
  await expect(page).toHaveURL(/#remote-attestation$/);
  await page.goBack();
  await expect(page).toHaveURL(/#weak-points$/);
  await expect(page.getByRole("radio", { name: "Text" })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Map" })).toBeChecked();
});

for (const [width, view] of [
  [1440, "Both"],
  [600, "Map"],
] as const) {
  test(`the way past the text leads to the map also from the text alone, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(NOTE);
    await page.getByText("Text", { exact: true }).click();
    await expect(page.locator(".divider")).toBeAttached();
    await page.getByRole("link", { name: "Skip to the map" }).press("Enter");
    await expect(map(page)).toBeFocused();
    await expect(page.getByRole("radio", { name: view })).toBeChecked();
  });
}

test("keys without Ctrl or Alt can be turned off, on every page and for good, and on again", async ({ page }) => {
  await page.goto(NOTE);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  const plain = list.getByRole("switch", { name: "Keys without Ctrl or Alt" });
  await expect(plain).toBeChecked();
  await plain.press("Space");
  await page.keyboard.press("Escape");
  for (const path of [NOTE, "./notes/ciso/", "./glossary/"]) {
    await page.goto(path);
    // What Ctrl opens comes after what the keys before it would have opened.
    for (const key of ["t", "m", "/", "?"]) await page.keyboard.press(key);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Search the notes" })).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    if (path !== "./glossary/") await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
  }
  await page.keyboard.press("Control+?");
  await expect(plain).not.toBeChecked();
  await plain.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
});

test("with plain keys turned off, those of the focused map still work", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("plainKeys", "off"));
  await page.goto(NOTE);
  await map(page).click({ position: { x: 5, y: 5 } });
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await map(page).focus();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Find in the map" })).toBeFocused();
});

test("a key pressed right after a dialog closed is meant for the page", async ({ page }) => {
  await page.goto("./glossary/");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
  // In one task, as in a browser too busy for a frame in between: the field of the search still has the focus.
  await page.evaluate(() => {
    document.querySelector("dialog")?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true }));
  });
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.getByRole("switch", { name: "Keys without Ctrl or Alt" }).focus();
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>("dialog.page-keys")?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  });
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
});

for (const width of [1440, 390]) {
  test(`the text is where it was when the map has had the page, at ${width} pixels, and so is the place kept`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(NOTE);
    const heading = page.locator("#remote-attestation");
    await page.mouse.move(200, 400);
    await heading.evaluate((element) => {
      scrollTo({ top: element.getBoundingClientRect().top - 250, behavior: "instant" });
    });
    const kept = () => page.evaluate(() => localStorage.getItem("places"));
    await expect.poll(kept).toContain("anchor");
    const topOf = () => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await topOf();
    await page.keyboard.press("m");
    await expect(heading).toBeHidden();
    await expect(map(page)).toBeFocused();
    // The page has become short, and has scrolled: that says nothing of the text.
    const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    for (let count = 0; count < 3; count += 1) await frame();
    expect(await kept()).toContain("anchor");
    await page.keyboard.press("Escape");
    await expect(heading).toBeInViewport();
    expect(Math.abs((await topOf()) - before)).toBeLessThan(3);
    expect(await kept()).toContain("anchor");
  });
}

test("who leaves the map goes on in the text from where they were", async ({ page }) => {
  await page.goto(NOTE);
  const link = page.locator(".prose p a").last();
  await link.focus();
  await expect(link).toBeInViewport();
  await page.keyboard.press("i");
  await expect(map(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
});

test("Escape leads from the map back to the view that a key came from", async ({ page }) => {
  await page.goto(NOTE);
  for (const [view, key] of [
    ["Text", "m"],
    ["Both", "m"],
    ["Text", "i"],
  ] as const) {
    await page.getByText(view, { exact: true }).click();
    await page.keyboard.press(key);
    await expect(map(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("radio", { name: key === "m" ? view : "Both" })).toBeChecked();
  }
  // Whatever led to the map.
  for (const view of ["Text", "Both", "Map"]) await page.getByText(view, { exact: true }).click();
  await page.keyboard.press("i");
  await expect(map(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
});

test("the levels of the map are walked by the arrows, and the one in force is shown", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/map/");
  await page.mouse.move(5, 5);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const levels = page.getByLabel("Levels shown");
  await levels.focus();
  for (const level of ["1", "2", "3"]) {
    await page.keyboard.press("ArrowDown");
    await expect(levels).toHaveValue(level);
  }
  await expect(page.locator('.node[aria-label^="Weak points"]')).toHaveAttribute("aria-expanded", "true");
  await page.locator(".node .fold-target").first().click();
  await expect(levels).toHaveValue("");
});
