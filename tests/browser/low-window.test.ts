import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

/** A window at twice the size, a phone on its side, and a large one. */
for (const [width, height] of [
  [720, 450],
  [844, 390],
  [932, 430],
] as const) {
  test.describe(`in a window of ${width} by ${height} pixels`, () => {
    test.use({ viewport: { width, height } });

    for (const path of ["./atlas/", "./notes/hardware/tpm/", "./notes/ciso/"]) {
      test(`the map of ${path} is whole in the window`, async ({ page }) => {
        await page.goto(path);
        if (path !== "./atlas/") await page.getByText("Map", { exact: true }).click();
        const map = page.locator("svg.map");
        await expect(map).toBeInViewport({ ratio: 1 });
        await map.hover();
        await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
        // All that is drawn, and enough room to read it in.
        await expect(map.locator("g").first()).toBeInViewport({ ratio: 1 });
        expect((await map.boundingBox())?.height).toBeGreaterThan(0.4 * height);
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      });
    }
  });
}

test("in a low window the bar of a note ends where the header and the text do", async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto("./notes/ciso/");
  const right = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0);
  };
  expect(await right(".note-bar export-menu")).toBeCloseTo(await right(".note-text h1"), 0);
});

for (const [width, height] of [
  [820, 600],
  [390, 844],
] as const) {
  test(`what the keyboard comes to is not behind the switch of views, at ${width} by ${height} pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    await readNote(page, "./notes/hardware/tpm/");
    await expect(page.locator("view-switch")).toHaveCSS("position", "fixed");
    const behind: string[] = [];
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press("Tab");
      const words = await page.evaluate(() => {
        const at = document.activeElement;
        const bar = document.querySelector("view-switch");
        if (!at || !bar || bar.contains(at) || at.matches(".list-open")) return undefined;
        return at.getBoundingClientRect().top >= bar.getBoundingClientRect().top ? at.textContent : undefined;
      });
      if (words !== undefined) behind.push(words);
    }
    expect(behind).toEqual([]);
  });
}
