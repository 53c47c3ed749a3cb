import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

const map = (page: Page) => page.locator("svg.map");

test("the keys are listed by a key and by a button, only those that do something here", async ({ page }) => {
  await page.goto(NOTE);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list.locator("dt")).toContainText(["/", "t", "b", "m", "v", "i", "Esc", "↓↑", "?"]);
  await page.keyboard.press("t");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(map(page)).toBeVisible();
  await page.goto("./glossary/");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(list.locator("dt")).toHaveCount(2);
});

test("in a low window the lists of keys begin with their first, and name none for what such a window has not", async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto(NOTE);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys", exact: true });
  await expect(list.getByText("search", { exact: true })).toBeInViewport();
  await expect(list.locator("dt")).toHaveText(["/Ctrl K", "t", "m", "v", "Esc", "↓↑", "?Ctrl ?"]);
  await page.keyboard.press("Escape");
  // Made wider, it has them.
  await page.setViewportSize({ width: 1440, height: 450 });
  await page.keyboard.press("?");
  await expect(list.locator("dt").nth(2)).toHaveText("b");
  const look = await lookOf(list);
  await page.keyboard.press("Escape");
  await page.keyboard.press("i");
  await expect(map(page)).toBeFocused();
  await page.keyboard.press("?");
  const own = page.getByRole("dialog", { name: "Keys of the map" });
  await expect(own.getByText("previous, next node")).toBeInViewport();
  await expect(own.getByText("Shift Enter")).toBeVisible();
  expect(await lookOf(own)).toEqual(look);
});

/** What makes two lists of keys look like parts of one site. */
const lookOf = (list: Locator) =>
  list.evaluate((dialog) => {
    const [frame, cap] = [dialog, dialog.querySelector("kbd") ?? dialog].map((part) => getComputedStyle(part));
    const { backgroundColor } = getComputedStyle(dialog, "::backdrop");
    return [frame?.borderRadius, frame?.padding, cap?.fontFamily, cap?.borderTopStyle, backgroundColor];
  });

test("what is open above the page is not printed", async ({ page }) => {
  await readNote(page, NOTE);
  const dialog = page.getByRole("dialog");
  const preview = page.locator(".preview");
  for (const [open, shown] of [
    [() => page.keyboard.press("?"), dialog],
    [() => page.keyboard.press("/"), dialog],
    [() => page.getByRole("button", { name: "Open large" }).first().click(), dialog],
    [() => page.locator(".prose a.term").first().hover(), preview],
  ] as const) {
    await open();
    await expect(shown).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(shown).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await expect(shown).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(shown).toBeHidden();
  }
});
