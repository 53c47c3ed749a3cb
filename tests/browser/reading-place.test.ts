import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

const read = (page: Page, path = NOTE) => readNote(page, path);

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

test("the offer to go on is gone for whoever comes past the place, or goes to the map", async ({ page }) => {
  await read(page);
  await page.locator("#weak-points").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  const offer = page.locator(".place-offer");
  for (const leave of [
    () => page.evaluate(() => scrollTo(0, 9000)),
    () => page.getByText("Map", { exact: true }).click(),
  ]) {
    await page.goto("./");
    await read(page);
    await expect(offer).toBeVisible();
    await leave();
    await expect(offer).toHaveCount(0);
  }
});

test("who finds the map as they left it, and not the text, is offered no place in that", async ({ page }) => {
  await read(page);
  await page.locator("#weak-points").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  await page.evaluate(() => scrollBy(0, 1));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("places"))).toContain("weak-points");
  await page.keyboard.press("m");
  await expect(page.locator("article.prose")).toBeHidden();
  await page.goto("./");
  await read(page);
  await expect(page.locator("article.prose")).toBeHidden();
  await expect(page.locator(".place-offer")).toHaveCount(0);
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

test("the way back from a map's own page leads to where the reader was in the text", async ({ page }) => {
  await readNote(page, "./notes/hardware/tpm/");
  await page.locator("#remote-attestation").evaluate((heading) => heading.scrollIntoView());
  await expect(page.locator(".contents [aria-current]")).toHaveText("Remote attestation");
  await page.getByRole("link", { name: "Map on a page of its own" }).click();
  await expect(page).toHaveURL(/\/map\//);
  await page.waitForLoadState();
  await page.mouse.move(5, 5);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByRole("link", { name: "Back to the note" }).click();
  await expect(page).toHaveURL(/\/tpm\/(?:\?[^#]*)?#remote-attestation$/);
  await expect(page.locator("#remote-attestation")).toBeInViewport();
});

test("the offer to go on is reached by the keyboard before what would scroll it away", async ({ page }) => {
  await read(page, `${NOTE}#weak-points`);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("places") ?? "")).toContain("weak-points");
  await page.goto("./");
  await page.goto(NOTE);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip").first()).toBeFocused();
  const offer = page.getByRole("link", { name: "Go on at “Weak points”" });
  await expect(offer).toBeVisible();
  for (const _ of await page.locator(".skip").all()) await page.keyboard.press("Tab");
  await expect(offer).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#weak-points")).toBeInViewport();
});
