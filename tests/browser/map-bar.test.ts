import { expect, test } from "./site.ts";
import { reachForMap } from "./visit.ts";

// Windows of small laptops: 1280 and 1366 pixels, less the bar that scrolls.
for (const width of [1263, 1349]) {
  test(`in a window of ${width} pixels the map's bar is one line, also while something is found`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    await reachForMap(page, "./notes/hardware/tpm/");
    const bar = page.locator(".map-bar");
    const before = (await bar.boundingBox())?.height ?? 0;
    expect(before).toBeLessThan(60);
    // All of the map is shown, not its top branches alone.
    await expect(page.locator('.node[aria-label^="Physical access"]')).toBeAttached();
    await page.getByLabel("Find in the map").fill("attest");
    await expect(page.locator(".map-find output")).toHaveText(/^1 of \d+$/);
    expect((await bar.boundingBox())?.height).toBe(before);
    await expect(page.getByRole("button", { name: "Next hit" })).toBeInViewport({ ratio: 1 });
    await page.getByLabel("Find in the map").fill("");
    await expect(page.getByLabel("Levels shown")).toBeVisible();
  });
}

test("what is found near the edge of a map leaves no more room empty beyond it than there has to be", async ({
  page,
}) => {
  await reachForMap(page, "./notes/hardware/tpm/map/?map=___");
  await page.getByLabel("Find in the map").fill("endorsement key");
  await expect(page.locator(".map-find output")).toHaveText(/^1 of \d+$/);
  const window = await page.locator("svg.map").boundingBox();
  const top = async () => ((await page.locator(".node .h2").first().boundingBox())?.y ?? 0) - (window?.y ?? 0);
  await expect.poll(top).toBeLessThan(150);
  await expect(page.locator(".node.current")).toBeInViewport({ ratio: 1 });
});

test("the levels that were chosen say what they are, in a field as wide as before", async ({ page }) => {
  await reachForMap(page, "./notes/hardware/tpm/map/");
  const levels = page.getByLabel("Levels shown");
  const width = async () => (await levels.boundingBox())?.width;
  const before = await width();
  for (const [value, words] of [
    ["1", "1 level"],
    ["2", "2 levels"],
    ["all", "All levels"],
  ] as const) {
    await levels.selectOption(value);
    await expect(levels.locator("option:checked")).toHaveText(words);
    expect(await width()).toBe(before);
  }
});
