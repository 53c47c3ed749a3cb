import { expect, test } from "./site.ts";

test("what the colophon says of sizes and states is what readers get", async ({ page }) => {
  await page.goto("./colophon/");
  const rows = await page.locator(".type-row").evaluateAll((all) =>
    all.map((row) => {
      const [said, shown] = [...row.children].map((part) => ({ part, size: getComputedStyle(part).fontSize }));
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      return { said: said?.part.textContent ?? "", is: Number.parseFloat(shown?.size ?? "") / root };
    }),
  );
  for (const { said, is } of rows.filter((row) => !row.said.includes("to")))
    expect(is, said).toBeCloseTo(Number.parseFloat(said), 2);
  const look = (row: string, at: number) =>
    page
      .locator(`[data-state=${row}]`)
      .first()
      .locator("a, button, input")
      .nth(at)
      .evaluate((control) => {
        const { backgroundColor, color, borderColor, outline, outlineOffset, borderRadius, textDecorationThickness } =
          getComputedStyle(control);
        return { backgroundColor, color, borderColor, outline, outlineOffset, borderRadius, textDecorationThickness };
      });
  const usual = page.locator("[data-state=Usual]").first().locator("a, button, input");
  for (const [at, control] of (await usual.all()).entries()) {
    await control.hover();
    expect(await look("Usual", at), `hovered, ${at}`).toEqual(await look("Hovered", at));
    await page.mouse.move(0, 0);
    // As by the keyboard, which is what shows the focus.
    await control.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await look("Usual", at), `focused, ${at}`).toEqual(await look("Focused", at));
  }
  await page.keyboard.press("Escape");
  await page.locator("h1").first().click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys", exact: true })).toBeVisible();
});

test("the colophon shows every part in both themes", async ({ page }, testInfo) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./colophon/");
  const grounds = await page
    .locator(".specimen")
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
  expect(new Set(grounds).size).toBe(2);
  await testInfo.attach("colophon", { body: await page.screenshot({ fullPage: true }), contentType: "image/png" });
});

test("the colophon's colours are printed", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("./colophon/");
  for (const part of await page.locator(".specimen, .swatch").all())
    await expect(part).toHaveCSS("print-color-adjust", "exact");
});
