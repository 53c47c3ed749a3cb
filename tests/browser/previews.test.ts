import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold, readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

const read = (page: Page, path = NOTE) => readNote(page, path);

test("a link shows what is behind it, to the pointer and to the keyboard", async ({ page }) => {
  await read(page);
  const link = page.locator('.prose a[href*="aws-security/#data-protection"]').first();
  await link.hover();
  const preview = page.locator(".preview");
  await expect(preview).toBeVisible();
  await expect(preview).toContainText("AWS security › Data protection");
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(preview).toContainText("AWS security › Data protection");
});

test("a term's definition is a preview as those of links are, which Escape takes away", async ({ page }) => {
  await page.goto(NOTE);
  const term = page.locator(".prose a.term").first();
  await term.hover();
  await expect(page.locator(".preview")).toContainText((await term.getAttribute("aria-description")) ?? "none");
  expect(await term.evaluate((link) => getComputedStyle(link, "::after").content)).toBe("none");
  await page.keyboard.press("Escape");
  await expect(page.locator(".preview")).toBeHidden();
});

test("a preview that a key scrolls goes with its link, and goes away with it", async ({ page }) => {
  await page.clock.install();
  await read(page);
  const term = page.locator(".prose a.term").first();
  await term.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(term).toBeFocused();
  const preview = page.locator(".preview");
  await expect(preview).toBeVisible();
  // Words pass below a pointer as well when a key scrolls them: it ends what the focus shows as little.
  await page.locator("h1").hover();
  await page.clock.runFor(1000);
  await expect(preview).toBeVisible();
  const distance = async () => ((await preview.boundingBox())?.y ?? 0) - ((await term.boundingBox())?.y ?? 0);
  const before = await distance();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  await expect.poll(distance).toBeCloseTo(before, 0);
  await page.keyboard.press("PageDown");
  await expect(preview).toBeHidden();
});

test("a term shows its definition, to the pointer and to the keyboard, to whoever has no script", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(NOTE);
  const term = page.locator(".prose a.term").first();
  const shown = () => term.evaluate((link) => getComputedStyle(link, "::after").content);
  const definition = await term.getAttribute("aria-description");
  expect(definition).toBeTruthy();
  expect(await shown()).toBe("none");
  await term.hover();
  expect(await shown()).toContain(definition);
  await page.mouse.move(0, 0);
  expect(await shown()).toBe("none");
  await term.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await shown()).toContain(definition);
  const weight = await term.evaluate((link) => {
    if (link.parentElement) link.parentElement.style.fontWeight = "700";
    return getComputedStyle(link, "::after").fontWeight;
  });
  expect(weight).toBe("400");
  await context.close();
});

test("what is previewed of this page ends with a word", async ({ page }) => {
  await read(page);
  const words = `${"hypervisor ".repeat(40)}`.trim();
  await page.locator("#weak-points").evaluate((heading, text) => {
    const next = heading.nextElementSibling;
    if (next) next.textContent = text;
    const link = document.createElement("a");
    link.href = "#weak-points";
    link.textContent = "to the weak points";
    document.querySelector(".prose > p")?.append(link);
  }, words);
  await page.getByRole("link", { name: "to the weak points" }).hover();
  await expect(page.locator(".preview span")).toHaveText(/^(?:hypervisor )+…$/);
});

test("what is previewed of this page has none of the footnotes that stand beside its words", async ({ page }) => {
  await read(page, "./notes/hardware/ocp-bare-metal/");
  const beside = (await page.locator("#archive-storage + p > .sidenote").textContent())?.slice(2, 40) ?? "";
  expect(beside).not.toBe("");
  await page
    .locator(".prose > p")
    .first()
    .evaluate((before) => {
      const link = document.createElement("a");
      link.href = "#archive-storage";
      link.textContent = "to the storage";
      before.append(link);
    });
  await page.getByRole("link", { name: "to the storage" }).hover();
  await expect(page.locator(".preview span")).toHaveText(/^One exhibit held/);
  await expect(page.locator(".preview span")).not.toContainText(beside);
});

test("an anchor that the note does not have previews the note, whatever its name", async ({ page }) => {
  await read(page);
  await page
    .locator('.prose a[href*="aws-security/#data-protection"]')
    .first()
    .evaluate((link: HTMLAnchorElement) => {
      link.hash = "constructor";
    });
  // What the pointer rests on by chance has a preview of its own, which is to be gone.
  await page.mouse.move(5, 5);
  await expect(page.locator(".preview")).toBeHidden();
  await page.locator('.prose a[href$="aws-security/#constructor"]').hover();
  await expect(page.locator(".preview strong")).toHaveText("AWS security");
});

test("the page behind a link is fetched when the pointer rests on it", async ({ page }) => {
  await read(page);
  const fetched = page.waitForRequest((request) => request.url().endsWith("/notes/hardware/ocp-bare-metal/"));
  await page.locator('.neighbours a, .note-list a[href$="/ocp-bare-metal/"]').first().hover();
  await fetched;
});

test("a preview stays for whoever comes back to its link before it has gone", async ({ page }) => {
  await page.clock.install();
  await read(page);
  const link = page.locator('.prose a[href*="aws-security/#data-protection"]').first();
  const preview = page.locator(".preview");
  await link.hover();
  await page.clock.runFor(1000);
  await expect(preview).toBeVisible();
  await page.locator("h1").hover();
  await page.clock.runFor(50);
  await link.hover();
  await page.clock.runFor(2000);
  await expect(preview).toBeVisible();
  await page.locator("h1").hover();
  await page.clock.runFor(2000);
  await expect(preview).toBeHidden();
});

test("a link without a preview has none of another's beside it, and takes no Escape", async ({ page }) => {
  await read(page, `${NOTE}?mark=key`);
  const link = page.locator('.prose a[href*="aws-security/#data-protection"]').first();
  await link.evaluate((before) => {
    const other = document.createElement("a");
    other.href = "https://example.org/";
    other.textContent = "elsewhere";
    before.after(" ", other);
  });
  const other = page.getByRole("link", { name: "elsewhere", exact: true });
  const preview = page.locator(".preview");
  await link.hover();
  await expect(preview).toBeVisible();
  await other.hover();
  await expect(preview).toBeHidden();
  await other.focus();
  await page.keyboard.press("Shift+Tab");
  await expect(preview).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(other).toBeFocused();
  await expect(preview).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar", { name: "Marked words" })).toBeHidden();
});

test("a preview that was still to come does not wait for who comes back to the page", async ({ page }) => {
  // From the beginning: a timer of the page's own clock cannot be cleared by the one that takes its place.
  await page.clock.install();
  await read(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  const term = page.locator(".prose a.term").first();
  const preview = page.locator(".preview");
  await page.locator("h1").hover();
  await page.clock.runFor(2000);
  await term.hover();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await page.clock.runFor(2000);
  await expect(preview).toBeHidden();
  await page.locator("h1").hover();
  await term.hover();
  await page.clock.runFor(2000);
  await expect(preview).toBeVisible();
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a term is explained where it stands, and leads to the glossary from there", async ({ page }) => {
    await page.goto(NOTE);
    await page.locator("h1").tap();
    await expect(page.locator("body[data-previews]")).toBeAttached();
    const term = page.locator(".prose a.term").first();
    const card = page.locator(".preview");
    await term.tap();
    await expect(card).toContainText((await term.getAttribute("aria-description")) ?? "none");
    await page.locator("h1").tap();
    await expect(card).toBeHidden();
    await term.tap();
    await card.getByRole("link", { name: "In the glossary" }).tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
    await page.goBack();
    await page.locator("h1").tap();
    await expect(page.locator("body[data-previews]")).toBeAttached();
    await term.tap();
    await expect(card).toBeVisible();
    await term.tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test("a term is explained where it stands by the page's first tap, too", async ({ page }) => {
    const letGo = await hold(page, /\/start\.[^/]+\.js$/);
    await page.goto(NOTE);
    const term = page.locator(".prose a.term").first();
    await term.tap();
    letGo();
    await expect(page.locator(".preview")).toContainText((await term.getAttribute("aria-description")) ?? "none");
    await term.tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test("a term whose explanation does not load leads to the glossary", async ({ page, complaints }) => {
    await page.route(/\/start\.[^/]+\.js$/, (route) => route.abort());
    await page.goto(NOTE);
    const term = page.locator(".prose a.term").first();
    await term.tap();
    await expect(page.locator("[data-reading-settings]")).toHaveText("Aa: reload page");
    await term.tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
    complaints.splice(0);
  });

  test("a link to a note is followed by the first tap", async ({ page }) => {
    await page.goto(NOTE);
    await page.locator("h1").tap();
    await expect(page.locator("body[data-previews]")).toBeAttached();
    await page.locator('.prose a[href*="aws-security/#data-protection"]').first().tap();
    await expect(page).toHaveURL(/aws-security\/#data-protection/);
  });
});
