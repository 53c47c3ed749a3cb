import { expect, test } from "./site.ts";
import { readNote } from "./visit.ts";

const NOTE = "./notes/cloud/aws-security/";

test.describe("a phone that is turned", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("shows the same line of the text", async ({ page }) => {
    await page.goto(NOTE);
    await page.locator("h1").tap();
    await expect(page.locator("body[data-previews]")).toBeAttached();
    const line = page.locator("#incident-response");
    await line.evaluate((heading) => heading.scrollIntoView({ block: "start", behavior: "instant" }));
    await expect(line).toBeInViewport();
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(page.locator(".note-bar")).toHaveCSS("flex-wrap", "wrap");
    await expect(line).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator(".note-bar")).toHaveCSS("flex-wrap", "nowrap");
    await expect(line).toBeInViewport();
  });
});

test("letters, lines and the border leave the text where it was read, also where the browser does not see to it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await readNote(page, NOTE);
  // As in Safari.
  await page.evaluate(() => document.documentElement.style.setProperty("overflow-anchor", "none"));
  const line = page.locator("#incident-response");
  await line.evaluate((heading) => heading.scrollIntoView({ block: "start", behavior: "instant" }));
  const top = () => line.evaluate((heading) => heading.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(250);
  // What is above it in the window may take more room or less.
  const expectStill = async (action: string) => {
    await expect.poll(top, { message: action }).toBeGreaterThan(0);
    await expect.poll(top, { message: action }).toBeLessThan(400);
  };
  await page.getByRole("separator", { name: "Width of the text" }).focus();
  for (const key of ["Home", "End", "Enter"]) {
    await page.keyboard.press(key);
    await expectStill(`the border, by ${key}`);
  }
  await page.getByText("Text", { exact: true }).click();
  await page.getByRole("button", { name: "Text size and line length" }).click();
  for (const choice of ["Largest", "Small", "Short", "Long"]) {
    await page.getByLabel(choice, { exact: true }).check();
    await expectStill(choice);
  }
});
