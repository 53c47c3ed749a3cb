import { expect, test } from "./site.ts";

test("from far away the branches keep names that can be read, and a click on one goes there", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  // With its branches on one side, so that the root has room for its name on the other.
  await page.goto("./notes/hardware/tpm/map/?map=___");
  await page.mouse.move(300, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(page.locator(".far-label")).toHaveCount(0);
  await page.getByLabel("Levels shown").selectOption("all");
  const name = page.locator(".far-label", { hasText: "Weak points" });
  await expect(name).toBeVisible();
  await expect(page.locator('.node[aria-level="2"]').first()).toHaveCSS("opacity", "1");
  expect(await name.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(10);
  // Whatever its place among the others, a leaf is a shape and no line alone.
  await expect(page.locator('.node[aria-level="4"]')).toHaveCount(0);
  // The root's words stand beside its pill, which is too small for them.
  const title = page.locator(".far-label", { hasText: "Trusted Platform Module" });
  await expect(title).toBeInViewport();
  const [words, pill] = await Promise.all([title.boundingBox(), page.locator(".map rect.root").boundingBox()]);
  expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThan(pill?.x ?? 0);
  await name.click();
  const label = page.locator('.node[aria-label="Weak points"] text').first();
  await expect.poll(() => label.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(12);
  await expect(label).toBeInViewport();
});

test("where the keyboard is can be seen, heard and acted on also where words are too small to be read", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto("./notes/hardware/tpm/map/");
  await page.mouse.move(300, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  await expect(page.locator(".far-label").first()).toBeVisible();
  const tree = page.locator("svg.map");
  await tree.focus();
  await page.keyboard.press("End");
  const current = page.locator(".node.current");
  await expect(current).toHaveCount(1);
  await expect(tree).toHaveAttribute("aria-activedescendant", (await current.getAttribute("id")) ?? "none");
  const words = (await current.getAttribute("aria-label")) ?? "";
  const label = page.locator(".far-label", { hasText: words.slice(0, 20) });
  expect(await label.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(10);
  expect(await label.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#/);
  await expect(page.locator(".note-text")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const note of ["hardware/pcr", "ciso", "cloud/aws-compliance"]) {
    test(`all branches of ${note} have names, none on another`, async ({ page }) => {
      await page.goto(`./notes/${note}/map/`);
      await page.locator("svg.map:visible").dispatchEvent("pointermove");
      await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
      const count = await page.locator('.node[aria-level="2"]').count();
      await page.getByLabel("Levels shown").selectOption("all");
      await expect(page.locator(".far-label")).toHaveCount(count);
      // They stand on the small words, for want of room beside them.
      await expect(page.locator('.node[aria-level="3"]').first()).toHaveCSS("opacity", "0.3");
      const boxes = await page.locator(".far-label").evaluateAll((labels) =>
        labels.map((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          return { left, right, middle: (top + bottom) / 2, height: bottom - top };
        }),
      );
      for (const [index, { left, right, middle, height }] of boxes.entries()) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(390);
        for (const other of boxes.slice(index + 1)) {
          expect(Math.abs(other.middle - middle)).toBeGreaterThan((height + other.height) * 0.35);
        }
      }
    });
  }
});

test("with branches on both sides no name lies on the root's words, or begins on the other side", async ({ page }) => {
  for (const [width, height] of [[390, 844] as const, [320, 640] as const]) {
    await page.setViewportSize({ width, height });
    for (const note of ["ciso/cloud", "hardware/tpm"]) {
      await page.goto(`./notes/${note}/map/?map=both___`);
      await page.mouse.move(200, 500);
      await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
      await expect(page.locator(".far-label").first()).toBeVisible();
      const onRoot = await page.locator(".far-label").evaluateAll((labels) => {
        const root = document.querySelector(".map rect.root")?.getBoundingClientRect() ?? new DOMRect();
        return labels.flatMap((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          const middle = (root.left + root.right) / 2;
          const isOn = left < root.right && right > root.left && top < root.bottom && bottom > root.top;
          return isOn || (left < middle && right > middle) ? label.textContent : [];
        });
      });
      expect(onRoot, `${note} ${width}`).toEqual([]);
    }
  }
});

test("on a map's own page its keys work from anywhere", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/map/");
  await page.mouse.move(300, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const label = page.locator(".node text").first();
  const width = () => label.evaluate((element) => element.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await expect(page.locator("svg.map")).toBeFocused();
});

test("the names of a fitted map stand in its window, whatever was done before", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./notes/hardware/tpm/map/");
  await page.mouse.move(200, 500);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  await page.locator('[data-map="layout"]').click();
  const fit = page.locator('[data-map="fit"]');
  await fit.click();
  await fit.click();
  const outside = () =>
    page.locator(".far-label").evaluateAll((labels) =>
      labels.flatMap((label) => {
        const { left, right } = label.getBoundingClientRect();
        return left >= 0 && right <= innerWidth ? [] : label.textContent;
      }),
    );
  await expect(page.locator(".far-label")).not.toHaveCount(0);
  await expect.poll(outside).toEqual([]);
});
