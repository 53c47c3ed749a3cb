import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

test("a double click puts the border between text and map back, and for good", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await readNote(page, NOTE);
  const divider = page.getByRole("separator", { name: "Width of the text" });
  await divider.focus();
  await page.keyboard.press("End");
  await expect(divider).toHaveAttribute("aria-valuenow", "75");
  await divider.dblclick();
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
  await readNote(page, NOTE);
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
});

test("a text size that is chosen in another tab is the one that the choices show", async ({ page, context }) => {
  const other = await context.newPage();
  for (const each of [page, other]) {
    await readNote(each, NOTE);
    await each.getByRole("button", { name: "Text size" }).click();
    await expect(each.getByRole("group", { name: "Text size" }).getByLabel("Usual")).toBeChecked();
    await each.keyboard.press("Escape");
  }
  await other.getByRole("button", { name: "Text size" }).click();
  await other.getByLabel("Largest").check();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "xl");
  await page.getByRole("button", { name: "Text size" }).click();
  await expect(page.getByLabel("Largest")).toBeChecked();
});

test("a phone has room for one length of lines, and offers none", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await readNote(page, NOTE);
  await page.getByRole("button", { name: "Text size" }).click();
  await expect(page.getByRole("group", { name: "Text size" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Line length" })).toBeHidden();
});

test("a note that was read to its end is no longer to be gone on with", async ({ page }) => {
  await readNote(page, NOTE);
  const goTo = (top: number) => page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), top);
  const kept = () => page.evaluate(() => localStorage.getItem("places") ?? "");
  await goTo(2000);
  await expect.poll(kept).toContain("/notes/hardware/tpm/");
  await goTo(99_999);
  await expect.poll(kept).toBe("");
});

test("the button that copied code can be read again after a moment", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await readNote(page, NOTE);
  await page.clock.install();
  const copy = page.getByRole("button", { name: "Copy", exact: true }).first();
  await copy.click();
  const copied = page.getByRole("button", { name: "Copied" });
  await expect(copied).toBeVisible();
  await page.clock.runFor(3000);
  await expect(copied).toHaveCount(0);
});

test("who leaves the map far from where they were in the text goes on where they read", async ({ page }) => {
  await readNote(page, NOTE);
  await page.locator(".prose p a").first().focus();
  await page.locator("#weak-points").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  await page.keyboard.press("i");
  await expect(page.locator("svg.map")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#weak-points")).toBeFocused();
});

test("a preview stands above a link that has no room below it", async ({ page }) => {
  await readNote(page, NOTE);
  const link = page.locator('.prose a[href*="aws-security/#data-protection"]').first();
  await link.evaluate((target) => {
    scrollTo({ top: scrollY + target.getBoundingClientRect().bottom - innerHeight + 10, behavior: "instant" });
  });
  await link.hover();
  const card = page.locator(".preview");
  await expect(card).toBeVisible();
  await expect(card).toBeInViewport({ ratio: 1 });
});

test("who had the keyboard in what a key of the view hides goes on in what is shown", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await readNote(page, NOTE);
  const hasFocus = (part: string) => expect(page.locator(`${part}:focus, ${part} :focus`)).toHaveCount(1);
  // From both the text and the map, to the map alone, and from there to the text alone.
  const link = page.locator(".prose p a").first();
  await link.focus();
  await page.keyboard.press("v");
  await expect(page.getByRole("radio", { name: "Map" })).toBeChecked();
  await hasFocus("svg.map");
  await page.getByRole("button", { name: "Zoom out" }).focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("radio", { name: "Text" })).toBeChecked();
  await hasFocus(".note-text");
  // What stays is not left.
  await link.focus();
  await page.keyboard.press("b");
  await expect(link).toBeFocused();
});
