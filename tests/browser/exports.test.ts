import { readFileSync } from "node:fs";
import { expect, test } from "./site.ts";

test("the page's menu saves the map as the reader has it", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/");
  await page.locator("svg.map").hover();
  await page.mouse.wheel(0, 1);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator('.node[aria-label="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label="Physical access"]')).toHaveCount(0);
  await page.getByText("Save map").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this view as SVG" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect((await download).suggestedFilename()).toBe("hardware-tpm.svg");
  expect(saved).toContain("Weak points");
  expect(saved).not.toContain("Physical access");
  expect(saved).toContain("<title>Trusted Platform Module</title>");
});

test("the whole map as SVG shows its words in a browser's <img>", async ({ page }) => {
  await page.goto("./");
  const share = await page.evaluate(async () => {
    const image = new Image();
    image.src = "notes/hardware/tpm/map.svg";
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 200) dark += 1;
    return dark / (data.length / 4);
  });
  // Letters and the root's pill; without its words the picture is lines alone, a tenth of this.
  expect(share).toBeGreaterThan(0.01);
});
