import { expect, test } from "./site.ts";
import { hold, readNote, wakeMap } from "./visit.ts";

const TPM = "./notes/hardware/tpm/";

test("one list of keys at a time is shown where the map is the whole page", async ({ page }) => {
  await wakeMap(page, "./atlas/");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("words can be selected out of a dialog, and its rim be pressed; a press beside it closes it", async ({ page }) => {
  await page.goto("./glossary/");
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", { name: "Search" });
  const field = dialog.getByRole("combobox", { name: "Search the notes" });
  await field.fill("measured boot");
  const [box, own] = [await field.boundingBox(), await dialog.boundingBox()];
  if (!box || !own) throw new Error("nothing is shown");
  await page.mouse.move(box.x + 120, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(own.x - 40, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.mouse.click(own.x + 3, own.y + own.height / 2);
  await expect(dialog).toBeVisible();
  await page.mouse.click(own.x - 40, own.y + 40);
  await expect(dialog).toBeHidden();
});

test("Escape closes one thing at a time", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goto(TPM);
  await page.locator(".list-open").press("Enter");
  const list = page.locator(".list-open[aria-expanded='true']");
  await expect(list).toHaveCount(1);
  await page.getByRole("button", { name: "Text size" }).press("Enter");
  await expect(page.locator(".reading-settings :focus")).toBeAttached();
  // Also before they have the focus, as right after they were opened.
  await page.getByRole("button", { name: "Text size" }).focus();
  await page.keyboard.press("Escape");
  await expect(page.locator(".reading-settings")).toBeHidden();
  await expect(list).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
});

test("Escape closes the list that lies over the text and leaves the marks", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await readNote(page, `${TPM}?mark=key`);
  const marks = page.getByRole("toolbar", { name: "Marked words" });
  await expect(marks).toBeVisible();
  await page.locator(".list-open").click();
  const list = page.locator(".list-open[aria-expanded='true']");
  await expect(list).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(marks).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(marks).toBeHidden();
});

test("what is opened beside the page leaves the list and the search open", async ({ page, context }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await readNote(page, TPM);
  await page.locator(".list-open").click();
  const opened = context.waitForEvent("page");
  await page.locator("#note-list a[href$='/pcr/']").click({ modifiers: ["ControlOrMeta"] });
  await expect(await opened).toHaveURL(/\/pcr\/$/);
  await expect(page.locator("#note-list")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#note-list")).toBeHidden();
  await page.keyboard.press("/");
  const search = page.getByRole("dialog", { name: "Search" });
  await search.getByRole("combobox", { name: "Search the notes" }).fill("attestation");
  const found = context.waitForEvent("page");
  await search
    .locator("a[role=option]")
    .first()
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(await found).toHaveURL(/mark=attestation/);
  await expect(search).toBeVisible();
});

test("Escape takes a preview away and leaves the marks, and buttons that go leave the keyboard in the text", async ({
  page,
}) => {
  await page.goto(`${TPM}?mark=key`);
  const marks = page.getByRole("toolbar", { name: "Marked words" });
  await expect(marks).toBeVisible();
  await page.locator(".prose a[href*='/notes/']").first().hover();
  await expect(page.locator(".preview")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".preview")).toBeHidden();
  await expect(marks).toBeVisible();
  await marks.getByRole("button", { name: "Clear the marks" }).press("Enter");
  await expect(marks).toBeHidden();
  await expect(page.locator(".prose :focus, .prose:focus, .sources :focus")).toHaveCount(1);
});

test("marks that are cleared leave what the reader looks for in the map", async ({ page }) => {
  await wakeMap(page, `${TPM}?mark=key`);
  const find = page.getByRole("searchbox", { name: "Find in the map" });
  await expect(find).toHaveValue("key");
  await find.fill("boot");
  await page.getByRole("button", { name: "Clear the marks" }).click();
  await expect(find).toHaveValue("boot");
});

test("notes beside the text are not marked as well", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const address = "./notes/hardware/ocp-bare-metal/?mark=vendor";
  await page.goto(address);
  const count = page.locator(".search-marks output");
  await expect(count).toHaveText(/of/);
  const first = await count.textContent();
  const letGo = await hold(page, /\/marks\.[^/]+\.js$/);
  await page.goto(address);
  await page.mouse.move(300, 400);
  await page.mouse.move(310, 410);
  await expect(page.locator(".divider")).toBeAttached();
  letGo();
  await expect(count).toHaveText(String(first));
});

test("keys of the browser and other buttons do not move the border between text and map", async ({ page }) => {
  await readNote(page, TPM);
  const divider = page.locator(".divider");
  await divider.focus();
  const prevented = () =>
    divider.evaluate((border) => {
      const event = new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true });
      return !border.dispatchEvent(event);
    });
  expect(await prevented()).toBe(false);
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
  const box = await divider.boundingBox();
  if (!box) throw new Error("there is no border");
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(box.x - 150, 400, { steps: 3 });
  await page.mouse.up({ button: "middle" });
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
});

test("a theme that is chosen in another tab is called by its name", async ({ page, context }) => {
  await page.goto("./glossary/");
  const other = await context.newPage();
  await other.goto("./glossary/");
  await other.getByRole("button", { name: "Theme: system" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.getByRole("button", { name: "Theme: light" })).toBeVisible();
});

test("who goes back to the map and then on again reads on", async ({ page }) => {
  await readNote(page, TPM);
  await page.locator(".view-map").click();
  await page.locator("svg.map .node", { hasText: "Weak points" }).first().locator("text").first().click();
  await page.locator(".map-panel").getByRole("link", { name: "Read" }).click();
  await expect(page.locator("article.prose")).toBeVisible();
  await page.goBack();
  await expect(page.locator("article.prose")).toBeHidden();
  await page.goForward();
  await expect(page.locator("article.prose")).toBeVisible();
});
