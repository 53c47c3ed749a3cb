import { readFileSync } from "node:fs";
import { DIST } from "./dist.ts";
import { expect, test } from "./site.ts";

test("the page's menu saves the map as the reader has it", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/");
  await page.locator("svg.map").hover();
  await page.mouse.wheel(0, 1);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator('.node[aria-label^="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await page.getByText("Save map").click();
  const download = page.waitForEvent("download");
  await page
    .getByRole("group", { name: "As you see it now" })
    .getByRole("button", { name: "SVG", exact: true })
    .click();
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

test("the HTML file is interactive from a disk, without a network", async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${DIST}/notes/hardware/tpm/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator('.node[aria-label^="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await page.getByLabel("Find in the map").fill("ROCA");
  await expect(page.locator(".map-find output")).toHaveText("1 of 1");
  expect(asked.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("the view as PNG is a picture twice its size", async ({ page }) => {
  await page.goto("./notes/hardware/tpm/");
  await page.getByText("Save map").click();
  const download = page.waitForEvent("download");
  await page
    .getByRole("group", { name: "As you see it now" })
    .getByRole("button", { name: "PNG", exact: true })
    .click();
  const bytes = readFileSync(await (await download).path());
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(800);
  await expect(page.locator(".menu-said")).toHaveText(/^Saved hardware-tpm\.png, \d+ KB\.$/);
});

test("the menu is walked by the keyboard and tells what was copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./notes/hardware/tpm/");
  await page.getByText("Save map").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeFocused();
  await page.getByRole("group", { name: "Copy what you see" }).getByRole("button", { name: "Markdown" }).click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("- Weak points");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Save map")).toBeFocused();
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeHidden();
});
