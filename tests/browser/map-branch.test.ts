import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);

test("what a branch that is alone unfolds is folded again with the whole map; the reader's own folds stay", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await page.getByLabel("Levels shown").selectOption("2");
  await node(page, "Governance").locator(".fold-target").click();
  await node(page, "Protection").locator("a").click();
  const shown = await page.locator(".node").count();
  await page.getByRole("button", { name: "This branch alone" }).click();
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await expect(page.locator('.node[aria-level="3"]').first()).toBeAttached();
  // Those of the reader in the branch count as well.
  await page.locator('.node[aria-level="2"] .fold-target').first().click();
  await page.keyboard.press("Escape");
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await expect(node(page, "Protection")).toHaveAttribute("aria-expanded", "false");
  await expect(node(page, "Governance")).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".node")).toHaveCount(shown);
  await expect(page.locator(".node.current")).toHaveText(/^Protection/);
});

for (const width of [1440, 390]) {
  test(`in a window of ${width} pixels the browser's way back leads from a branch alone to the map as it was`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await wakeMap(page, "./notes/cloud/aws-security/map/");
    const shown = await page.locator(".node").count();
    await node(page, "Protection").locator("a").click();
    await page.getByRole("button", { name: "This branch alone" }).click();
    await expect(page).toHaveURL(/map=_[a-z0-9]+_/);
    await page.goBack();
    await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
    await expect(page.locator(".node")).toHaveCount(shown);
    await page.goForward();
    await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  });
}

test("who goes on again to a branch alone, from a map that was moved, finds it in the whole window", async ({
  page,
}) => {
  await page.clock.install();
  await wakeMap(page, "./notes/hardware/tpm/map/");
  await node(page, "Practice").locator("a").click();
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.clock.runFor(1000);
  await expect(page).toHaveURL(/map=both__-?\d/);
  await page.getByRole("button", { name: "This branch alone" }).click();
  await expect(page).toHaveURL(/map=both_[a-z0-9]+__/);
  const place = () => page.locator("svg.map > g").getAttribute("transform");
  // It moves there first.
  await page.clock.runFor(1000);
  const before = await place();
  await page.goBack();
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await page.clock.runFor(1000);
  await page.goForward();
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  await expect.poll(place).toBe(before);
});

test("the way back from a branch alone leaves the address as it was", async ({ page }) => {
  await page.clock.install();
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await node(page, "Protection").locator("a").click();
  // The map moves, and the address follows what the reader does after a moment.
  await page.clock.runFor(1000);
  const address = page.url();
  await page.getByRole("button", { name: "This branch alone" }).click();
  await page.clock.runFor(1000);
  await expect(page).toHaveURL(/map=_[a-z0-9]+_/);
  await page.goBack();
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await page.clock.runFor(1000);
  expect(page.url()).toBe(address);
});

test("the signs between the steps of the way back are alike, and as far from one as from the other", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await node(page, "Threats").locator("a").click();
  await page.getByRole("button", { name: "This branch alone" }).click();
  const steps = page.locator(".map-path button");
  await expect(steps).toHaveText(["AWS security", "Detection", "Threats"]);
  const measured = await steps.evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, right } = button.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(button);
      const { left: start, right: end } = words.getBoundingClientRect();
      const sign = getComputedStyle(button.parentElement as HTMLElement, "::before");
      return { left, right, room: start - left + (right - end), weight: sign.fontWeight };
    }),
  );
  const [first, second, last] = measured;
  expect((second?.left ?? 0) - (first?.right ?? 0)).toBeCloseTo((last?.left ?? 0) - (second?.right ?? 0), 0);
  for (const { room, weight } of measured) {
    expect(room).toBeLessThan(1);
    expect(weight).toBe("400");
  }
});

test("a link that leads out of a branch alone is one step in the history", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wakeMap(page, "./notes/cloud/aws-security/");
  await node(page, "Protection").locator("a").click();
  await page.locator("svg.map").press("b");
  await expect(page).toHaveURL(/map=_[a-z0-9]+_/);
  const steps = await page.evaluate(() => history.length);
  await page.getByRole("navigation", { name: "Notes and contents" }).getByRole("link", { name: "Governance" }).click();
  await expect(page.locator("svg.map")).not.toHaveAttribute("data-branch");
  await expect(page).toHaveURL(/map=__.*#governance$/);
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  await page.goBack();
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
});

test("that a branch is alone is part of the map's name, until the whole map is back", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wakeMap(page, "./notes/cloud/aws-security/map/");
  await node(page, "Protection").locator("a").click();
  const map = page.locator("svg.map");
  await map.press("b");
  await expect(map).toHaveAccessibleName("Mindmap: AWS security, only “Protection”");
  // By its address it is the same.
  await expect(page).toHaveURL(/map=_[a-z0-9]+_/);
  await page.reload();
  await page.mouse.move(5, 5);
  await expect(map).toHaveAccessibleName("Mindmap: AWS security, only “Protection”");
  await map.press("Escape");
  await expect(map).toHaveAccessibleName("Mindmap: AWS security");
});

test("who goes on while a branch is on its way to be alone is not called back to the map", async ({ page }) => {
  await wakeMap(page, "./notes/hardware/tpm/");
  await page.locator('.node[aria-label^="Weak points"] text').click();
  await page.getByRole("button", { name: "This branch alone" }).click();
  const field = page.getByRole("searchbox", { name: "Find in the map" });
  await field.focus();
  // The address is written when all is at rest.
  await expect(page).toHaveURL(/map=/);
  await expect(field).toBeFocused();
});
