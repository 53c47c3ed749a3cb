import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

test.describe("in a narrow window, without script", () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test("a note has a way up, and a list of its sections and neighbours", async ({ page }) => {
    await page.goto(NOTE);
    await expect(
      page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Hardware" }),
    ).toBeVisible();
    const list = page.getByRole("navigation", { name: "Notes and contents" });
    await expect(list).toBeHidden();
    await page.getByRole("link", { name: "Notes and contents" }).click();
    await expect(list.getByRole("link", { name: "Open Compute and bare metal" })).toBeVisible();
    await list.getByRole("link", { name: "Weak points" }).click();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeInViewport();
    await expect(list).toBeHidden();
    await page.getByRole("link", { name: "Notes and contents" }).click();
    await expect(list.getByRole("link").first()).toHaveText("Close");
    await expect(list.getByRole("link").first()).toBeInViewport({ ratio: 1 });
    for (const name of ["Glossary", "Tags", "Colophon"]) await expect(list.getByRole("link", { name })).toBeVisible();
    await list.getByRole("link", { name: "Close" }).click();
    await expect(list).toBeHidden();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeInViewport();
  });
});

test("the list is a panel beside the text of a tablet, and closes as panels do", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(NOTE);
  const list = page.getByRole("navigation", { name: "Notes and contents" });
  const open = page.getByRole("link", { name: "Notes and contents" });
  await open.click();
  await expect(open).toHaveAttribute("aria-expanded", "true");
  expect((await list.boundingBox())?.width).toBeLessThan(512);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(list).toBeVisible();
  await open.click();
  await expect(list).toBeHidden();
  await expect(open).toHaveAttribute("aria-expanded", "false");
  await open.click();
  await expect(list).toBeVisible();
  await page.mouse.click(450, 500);
  await expect(list).toBeHidden();
});

test("the header tells which of its pages this is, or is one of", async ({ page }) => {
  for (const [path, name, current] of [
    ["./glossary/", "Glossary", "page"],
    ["./tags/cloud/", "Tags", "true"],
    ["./atlas/", "Atlas", "page"],
  ] as const) {
    await page.goto(path);
    const marked = page.locator(".site-header [aria-current]");
    await expect(marked).toHaveText(name);
    await expect(marked).toHaveAttribute("aria-current", current);
  }
  await page.goto(NOTE);
  await expect(page.locator(".site-header [aria-current]")).toHaveCount(0);
});

test("the ways of the header stand at the same place on every page", async ({ page }) => {
  const places = async (path: string) => {
    await page.goto(path);
    return page.locator(".header-link").evaluateAll((all) => all.map((link) => link.getBoundingClientRect().x));
  };
  const usual = await places(NOTE);
  for (const path of ["./glossary/", "./tags/", "./atlas/"]) expect(await places(path), path).toEqual(usual);
});

test("a note ends with the ways to the other pages", async ({ page }) => {
  await page.goto(NOTE);
  const foot = page.locator(".note-footer");
  for (const name of ["Glossary", "Tags", "Colophon", "RSS", "CC BY 4.0"])
    await expect(foot.getByRole("link", { name, exact: true })).toBeVisible();
});

test.describe("a map alone in its window, without script", () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test("leads back to its note and to the first page, and is saved", async ({ page }) => {
    await page.goto(`${NOTE}map/`);
    expect((await page.locator(".alone").boundingBox())?.height).toBeLessThan(60);
    await page.getByText("Save map").click();
    const download = page.waitForEvent("download");
    await page.locator('.menu-list a[href$="/map.svg"]').click();
    expect((await download).suggestedFilename()).toBe("hardware-tpm.svg");
    await page.getByText("Save map").click();
    await expect(page.getByRole("link", { name: "Security Mindmaps" })).toHaveAttribute("href", "/");
    await page.getByRole("link", { name: "Back to the note" }).click();
    await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/$/);
  });
});

test("a map alone has the switch of the theme, in one line with its ways also on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${NOTE}map/`);
  await page.getByRole("button", { name: "Theme: system" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect((await page.locator(".alone").boundingBox())?.height).toBeLessThan(60);
});

test("above a note with a long title the name of its folder stands in full", async ({ page }) => {
  await page.goto(NOTE);
  const ways = page.getByRole("navigation", { name: "Breadcrumbs" });
  await ways.locator("[aria-current]").evaluate((title) => (title.textContent = "Words ".repeat(50)));
  const folder = ways.getByRole("link", { name: "Hardware" });
  expect(await folder.evaluate((link) => link.scrollWidth - link.clientWidth)).toBe(0);
});

test("in a wide window the list stands beside the note", async ({ page }) => {
  await page.goto(NOTE);
  await expect(page.getByRole("navigation", { name: "Notes and contents" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notes and contents" })).toBeHidden();
});

test("a letter of the glossary leads to its terms", async ({ page }) => {
  await page.goto("./glossary/");
  await page.getByRole("navigation", { name: "Letters" }).getByRole("link", { name: "T", exact: true }).click();
  await expect(page.getByRole("heading", { name: "T", exact: true })).toBeInViewport();
  await expect(page.locator("#tpm")).toBeInViewport();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the letters of the glossary stay in a window of ${width} pixels, and cover nothing they lead to`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./glossary/#tpm");
    const letters = page.getByRole("navigation", { name: "Letters" });
    await expect(letters).toBeInViewport({ ratio: 1 });
    const [bar, term] = await Promise.all([letters.boundingBox(), page.locator("#tpm").boundingBox()]);
    expect(bar?.height).toBeLessThan(70);
    expect(term?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    // A font that comes late moves the page and with it the letters, perhaps between the press and its release.
    await page.evaluate(() => document.fonts.ready);
    await expect(letters.locator("[aria-current]")).toHaveText("T");
    await letters.getByRole("link", { name: "Z", exact: true }).click();
    await expect(page).toHaveURL(/#letter-z$/);
    await expect(page.getByRole("heading", { name: "Z", exact: true })).toBeInViewport();
    await expect(letters).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("the letter whose terms are read is marked, and in sight on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./glossary/#tpm");
  const letters = page.getByRole("navigation", { name: "Letters" });
  const marked = letters.locator("[aria-current]");
  for (const letter of ["T", "Z", "C"]) {
    // A pointer would have to scroll the letters first.
    if (letter !== "T") await letters.getByRole("link", { name: letter, exact: true }).dispatchEvent("click");
    await expect(marked).toHaveText(letter);
    await expect(marked).toBeInViewport({ ratio: 1 });
  }
});

test("in a low window the letters of the glossary leave the room to the terms", async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await page.goto("./glossary/#tpm");
  await expect(page.locator("#tpm")).toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Letters" })).not.toBeInViewport();
});

test("a note's card and the map beside it count alike", async ({ page }) => {
  await page.goto("./");
  const card = page.locator(".card", { hasText: "Trusted Platform Module" });
  const counted = /(\d+) nodes/.exec(await card.innerText())?.[1];
  expect(counted).toBeDefined();
  const node = page.locator('svg.map:visible g:has(> a[href$="/notes/hardware/tpm/"])').last();
  await expect(node.locator(".count")).toHaveText(new RegExp(`^\\s*${counted}\\s*$`));
});

test("the atlas can be saved from its own page, whole or as the reader has it", async ({ page }) => {
  await page.goto("./atlas/");
  await page.locator("export-menu summary").click();
  const file = page.getByRole("link", { name: /^SVG Picture/ });
  await expect(file).toHaveAttribute("href", /\/atlas\/map\.svg$/);
  await page.getByLabel("As you see it").check();
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
});

test("from a map alone in its window the notes can be searched; its own key finds in the map", async ({ page }) => {
  await page.goto("./notes/ciso/map/");
  const find = page.getByRole("searchbox", { name: "Find in the map" });
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
  await page.getByRole("link", { name: "Back to the note" }).focus();
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await find.blur();
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
  await page.getByRole("link", { name: "Search the notes" }).click();
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
});

test("the note of a folder stands in the list of the notes in it", async ({ page }) => {
  const list = page.locator(".note-list > ul > li > a");
  await page.goto("./notes/ciso/cloud/");
  const among = await list.allTextContents();
  await page.goto("./notes/ciso/");
  expect(await list.allTextContents()).toEqual(among);
  await expect(list.and(page.locator("[aria-current=page]"))).toHaveText("What a CISO does");
});

test("on a phone, back from a place that the list led to is back in the text", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./notes/ciso/");
  await page.mouse.move(100, 300);
  const opener = page.getByRole("link", { name: "Notes and contents" });
  await opener.click();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await page.locator(".note-list").getByRole("link", { name: "Turn duties into design" }).click();
  await expect(page.locator(".note-list")).toBeHidden();
  await page.goBack();
  await expect(page).not.toHaveURL(/#note-list/);
  await expect(page.locator(".note-list")).toBeHidden();
});
