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

test("the contents mark where the reader is, and a later visit goes on there", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await read(page);
  await page.locator("#weak-points").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  const marked = page.locator('.contents [aria-current="location"]');
  await expect(marked).toHaveText("Weak points");
  await page.goto("./");
  await page.getByRole("link", { name: "Trusted Platform Module › Weak points" }).click();
  await expect(page).toHaveURL(/tpm\/(?:\?map=[^#]*)?#weak-points$/);
  await page.mouse.move(300, 400);
  await expect(marked).toHaveText("Weak points");
  await page.goto("./");
  await read(page);
  await page.getByRole("link", { name: "Go on at “Weak points”" }).click();
  await expect(page).toHaveURL(/tpm\/(?:\?map=[^#]*)?#weak-points$/);
  await expect(marked).toHaveText("Weak points");
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

test("the first page keeps the room of its list of notes left off", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const count of [1, 2, 3]) {
    await page.goto("./");
    await page.evaluate((most) => {
      const ids = ["hardware/tpm", "cloud/aws-security", "ciso/mergers-and-acquisitions"].slice(0, most);
      const places = ids.map((id) => ({ path: `/notes/${id}/`, title: `Note ${id}`, anchor: "a", heading: "A long name of a heading" })); // prettier-ignore
      localStorage.setItem("places", JSON.stringify(places));
    }, count);
    await page.reload();
    const list = page.locator("left-off");
    await expect(list.getByRole("listitem")).toHaveCount(count);
    const [height, kept] = await list.evaluate((element) => {
      const own = element.getBoundingClientRect().height;
      element.replaceChildren();
      return [own, element.getBoundingClientRect().height];
    });
    expect(height).toBeCloseTo(kept ?? 0, 1);
  }
});

test("the place is kept at once, from an address or one scroll, and not at the top", async ({ page }) => {
  const kept = () => page.evaluate(() => localStorage.getItem("places") ?? "");
  await read(page);
  expect(await kept()).toBe("");
  await read(page, `${NOTE}#weak-points`);
  await expect.poll(kept).toContain('"anchor":"weak-points"');
  await page.evaluate(() => localStorage.removeItem("places"));
  await page.goto("./notes/ciso/");
  await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
  await expect.poll(kept).toContain("/notes/ciso/");
});

test("an address whose anchor is written wrongly opens the note all the same, with its aids", async ({ page }) => {
  await read(page, `${NOTE}?mark=boot#%E0%A4`);
  await expect(page.getByRole("toolbar", { name: "Marked words" })).toBeVisible();
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

test("the page behind a link is fetched when the pointer rests on it", async ({ page }) => {
  await read(page);
  const fetched = page.waitForRequest((request) => request.url().endsWith("/notes/hardware/ocp-bare-metal/"));
  await page.locator('.neighbours a, .note-list a[href$="/ocp-bare-metal/"]').first().hover();
  await fetched;
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
