import { chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium.ts";
import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

const read = (page: Page, path = NOTE) => readNote(page, path);

const textWidth = (page: Page) =>
  page.locator(".note-map").evaluate((map) => Math.round((100 * map.getBoundingClientRect().left) / innerWidth));

test("nothing of the reading aids is loaded before there is a reader", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(NOTE, { waitUntil: "networkidle" });
  const before = asked.length;
  await page.mouse.move(300, 400);
  await expect(page.locator(".divider")).toBeAttached();
  expect(asked.slice(before).some((url) => url.endsWith(".css"))).toBe(true);
});

test("the border between text and map is dragged or moved by keys, and kept", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await read(page);
  const divider = page.getByRole("separator", { name: "Width of the text" });
  const start = await textWidth(page);
  const box = await divider.boundingBox();
  if (!box) throw new Error("the divider is not shown");
  await page.mouse.move(box.x + 6, 500);
  await page.mouse.down();
  await page.mouse.move(box.x - 194, 500, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => textWidth(page)).toBeLessThan(start - 10);
  const dragged = await textWidth(page);
  await page.reload();
  expect(await textWidth(page)).toBe(dragged);
  await page.mouse.move(300, 400);
  await divider.focus();
  await page.keyboard.press("End");
  await expect(divider).toHaveAttribute("aria-valuenow", "75");
  await page.keyboard.press("Enter");
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
  await expect.poll(() => textWidth(page)).toBe(start);
});

test("the choices stay under their button when the page is scrolled or the window changes", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 700 });
  await read(page);
  const button = page.locator("[data-reading-settings]");
  await button.click();
  const gap = () =>
    button.evaluate((element) => {
      const [{ bottom, right }, panel] = [element, document.querySelector(".reading-settings") as HTMLElement].map(
        (part) => part.getBoundingClientRect(),
      ) as [DOMRect, DOMRect];
      return [Math.round(panel.top - bottom), Math.round(Math.abs(panel.right - right))];
    });
  const under = await gap();
  expect(under[0]).toBe(4);
  await page.evaluate(() => scrollBy({ top: 30, behavior: "instant" }));
  await expect.poll(gap).toEqual(under);
  await page.setViewportSize({ width: 640, height: 700 });
  await expect.poll(gap).toEqual(under);
});

test("text size and line length are chosen once for all notes", async ({ page }) => {
  await read(page);
  const size = () => page.locator(".prose > p").first().evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize)); // prettier-ignore
  const usual = await size();
  const button = page.getByRole("button", { name: "Text size and line length" });
  await button.click();
  await page.getByLabel("Largest").check();
  expect(await size()).toBeGreaterThan(usual * 1.2);
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Largest")).toBeHidden();
  for (const isOpen of [true, false, true]) {
    await button.click();
    await expect(page.getByLabel("Largest")).toBeVisible({ visible: isOpen });
    await expect(button).toHaveAttribute("aria-expanded", String(isOpen));
  }
  // The keyboard closes it from its button, too.
  await page.keyboard.press("Shift+Tab");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Largest")).toBeHidden();
  await page.goto("./notes/ciso/");
  expect(await size()).toBeGreaterThan(usual * 1.2);
});

test("titles and the lead are larger than the text, whatever its size", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("textSize", "xl"));
  await page.goto("./notes/cloud/aws-security/");
  const size = (part: string) =>
    page.locator(part).first().evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize)); // prettier-ignore
  const text = await size(".prose > p");
  for (const part of [".prose h1", ".prose h2", ".prose h3", ".prose .lead"])
    expect(await size(part), part).toBeGreaterThan(text * 1.1);
});

test("the length of a line can be chosen where there is room for one, and where not the reader is told", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await read(page);
  const open = page.getByRole("button", { name: "Text size and line length" });
  await open.click();
  await expect(page.getByLabel("Short")).toBeDisabled();
  await expect(page.getByText("Beside the map there is room for less")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByText("Text", { exact: true }).click();
  await open.click();
  await expect(page.getByText("Beside the map there is room for less")).toBeHidden();
  const width = () => page.locator(".note-text").evaluate((text) => text.getBoundingClientRect().width);
  const usual = await width();
  await page.getByLabel("Short").check();
  expect(await width()).toBeLessThan(usual);
});

test("the parts of the section being read are listed, and the one at hand is marked", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await read(page, "./notes/cloud/aws-security/");
  const contents = page.locator(".contents");
  await expect(contents.getByRole("link", { name: "Identity" })).toBeHidden();
  await page.locator("#identity").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  await expect(contents.locator('[aria-current="location"]')).toHaveText("Identity");
  await expect(contents.getByRole("link", { name: "Foundations" })).toBeVisible();
  await expect(contents.getByRole("link", { name: "Application security" })).toBeHidden();
});

test("the number of a footnote in a heading is none of its words in the contents", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./notes/cloud/aws-security/");
  await page.locator("#identity").evaluate((heading) => {
    const number = document.createElement("sup");
    number.innerHTML = '<a href="#identity" data-footnote-ref>1</a>';
    heading.append(number);
  });
  await page.mouse.move(300, 400);
  await expect(page.locator('.contents a[href="#identity"]')).toHaveText("Identity");
});

test("an address whose anchor is written wrongly opens the note all the same, with its aids", async ({ page }) => {
  await read(page, `${NOTE}?mark=boot#%E0%A4`);
  await expect(page.getByRole("toolbar", { name: "Marked words" })).toBeVisible();
});

test("a figure opens large and gives the focus back", async ({ page }) => {
  await read(page);
  const open = page.getByRole("button", { name: /^Open large/ }).first();
  await open.click();
  const large = page.getByRole("dialog");
  await expect(large.locator("svg")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(large).toHaveCount(0);
  await expect(open).toBeFocused();
});

test("long lines of code wrap when asked to", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goto("./notes/cloud/aws-security/");
  await page.mouse.move(300, 400);
  const block = page.locator(".code-block", { has: page.getByRole("button", { name: "Wrap" }) }).first();
  const sticksOut = () => block.locator("pre").evaluate((pre) => pre.scrollWidth > pre.clientWidth);
  expect(await sticksOut()).toBe(true);
  await block.getByRole("button", { name: "Wrap" }).click();
  await expect.poll(sticksOut).toBe(false);
});

test("long lines of code can be wrapped also where the text was hidden or wider at first", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => localStorage.setItem("view", "map"));
  await read(page, "./notes/cloud/xen-xsa-108/");
  const wrap = page.getByRole("button", { name: "Wrap" });
  await expect(wrap).toHaveCount(0);
  await page.getByText("Both", { exact: true }).click();
  await expect(wrap).toHaveCount(1);
  await page.getByText("Text", { exact: true }).click();
  await expect(wrap).toHaveCount(0);
  await page.setViewportSize({ width: 500, height: 900 });
  await wrap.click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole("button", { name: "Wrap", pressed: true })).toBeVisible();
});

test("a footnote stands beside its line where there is room", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await read(page, "./notes/hardware/ocp-bare-metal/");
  const note = page.locator(".sidenote");
  await expect(note).toBeHidden();
  await page.getByText("Text", { exact: true }).click();
  await expect(note).toBeVisible();
  const beside = await note.evaluate((aside) => {
    const { left, top } = aside.getBoundingClientRect();
    const line = aside.parentElement?.getBoundingClientRect();
    return line && left > line.right && Math.abs(top - line.top) < 40;
  });
  expect(beside).toBe(true);
});

test("view and width of a note are its own, what was chosen last is every new note's", async ({ page }) => {
  await page.goto(NOTE);
  await page.getByText("Text", { exact: true }).click();
  await page.goto("./notes/ciso/");
  await expect(page.getByRole("radio", { name: "Text" })).toBeChecked();
  await page.getByText("Map", { exact: true }).click();
  await page.goto(NOTE);
  await expect(page.getByRole("radio", { name: "Text" })).toBeChecked();
});

test("going back is instant: the browser keeps the page as it was left", async ({ baseURL }) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
    // The test's own driver forbids it otherwise.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const page = await browser.newPage(baseURL ? { baseURL } : {});
  await read(page);
  await page.locator("svg.map").dispatchEvent("click");
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      document.documentElement.dataset.restored = String(persisted);
    });
  });
  await page.getByRole("link", { name: "All notes" }).click();
  await expect(page.locator("h1")).toContainText("drawn");
  // What is chosen meanwhile holds there too.
  await page.getByRole("button", { name: "Theme: system" }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await page.evaluate(() => history.back());
  await expect(page.locator("html")).toHaveAttribute("data-restored", "true");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible();
  await browser.close();
});
