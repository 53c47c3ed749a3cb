import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { FORMATS } from "../../src/exports/formats.ts";
import type { MapFile } from "../../src/exports/json.ts";
import { DIST } from "./dist.ts";
import { canCheck } from "../programs.ts";
import { fresh, run } from "./pictures.ts";
import { expect, test } from "./site.ts";
import { reachForMap } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

/** Opens the menu and asks for the map as it stands. */
async function askForView(page: Page): Promise<void> {
  await page.getByText("Save map").click();
  await page.getByLabel("As you see it").check();
}

/** Saves by the menu's entry of a format. */
async function save(page: Page, extension: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.locator(`.menu-list a[href$="/map.${extension}"]`).click();
  const name = (await download).suggestedFilename();
  await expect(page.locator(".menu-said")).toHaveText(
    new RegExp(`^Saved ${name.replaceAll(".", "\\.")}, \\d+ (?:KB|bytes)\\.$`),
  );
  return { name, bytes: readFileSync(await (await download).path()) };
}

/** Half of the formats each: browsers ask before they save more than ten files of one page. */
const HALVES = [FORMATS.slice(0, 7), FORMATS.slice(7)];
const nameHalf = (formats: typeof FORMATS) => formats.map(({ extension }) => extension).join(" ");

/** What files of a kind begin with. */
const BEGINNINGS: Record<string, string> = { pdf: "%PDF-1", png: "\x89PNG", xmind: "PK", html: "<!doctype html>" };

for (const formats of HALVES) {
  test(`the map as the reader has it, its folds, branch and theme, is saved as ${nameHalf(formats)}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await reachForMap(page, NOTE);
    await page.locator('.node[aria-label^="Weak points"] text').click();
    await page.getByRole("button", { name: "This branch alone" }).click();
    await expect(page.locator(".map-path")).toBeVisible();
    await askForView(page);
    for (const { extension } of formats) {
      const { name, bytes } = await save(page, extension);
      expect(name).toBe(`hardware-tpm-weak-points.${extension}`);
      const text = bytes.toString("utf8");
      // It says which part of the note it is, and where that is.
      if (["svg", "opml", "html"].includes(extension)) {
        expect(text, extension).toContain("<title>Weak points – Trusted Platform Module</title>");
        expect(text, extension).toContain("/notes/hardware/tpm/#weak-points");
      }
      expect(bytes.toString("latin1").startsWith(BEGINNINGS[extension] ?? ""), extension).toBe(true);
      // Neither words of other branches nor, where words are drawn, what is folded.
      if (!["pdf", "png", "xmind"].includes(extension)) {
        expect(text, extension).toContain("Physical access");
        expect(text, extension).not.toContain("Remote attestation");
      }
      if (extension.endsWith("svg") || ["md", "opml", "mmd"].includes(extension)) {
        expect(text, extension).not.toContain("Interposer");
      }
      if (extension.endsWith("svg")) {
        expect(text, extension).toContain('fill="#121816"');
      }
      if (extension === "html") expect(text).toContain('data-theme="dark"');
      if (extension === "pdf") await checkPdf(bytes);
    }
  });
}

/** Words of a PDF. */
async function checkPdf(bytes: Buffer): Promise<void> {
  if (!canCheck("the words of a view as PDF", "pdftotext")) return;
  const file = fresh("view.pdf");
  writeFileSync(file, bytes);
  const words = run("pdftotext", ["-raw", file, "-"]);
  expect(words).toContain("Physical access");
  expect(words).not.toMatch(/Remote attestation|Interposer/);
}

test("a saved view as HTML opens as it was saved", async ({ page, browser }) => {
  await page.goto(NOTE);
  await page.locator("svg.map").hover();
  await page.mouse.wheel(0, 1);
  await page.locator('.node[aria-label^="Weak points"] .fold-target').click();
  await expect(page.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await askForView(page);
  const file = fresh("view.html");
  writeFileSync(file, (await save(page, "html")).bytes);
  const context = await browser.newContext({ offline: true });
  const opened = await context.newPage();
  await opened.goto(`file://${file}`);
  await expect(opened.locator("note-map")).toHaveAttribute("data-state", "ready");
  await expect(opened.locator('.node[aria-label^="Weak points"]')).toHaveCount(1);
  await expect(opened.locator('.node[aria-label^="Physical access"]')).toHaveCount(0);
  await context.close();
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "]]> --> */",
  "& &amp; \u0000\u0008",
  "\"quotes\" and 'quotes'",
  "\u202egnirts\u202c and \u2066isolate\u2069",
  "x".repeat(10_000),
  "שלום עולם (1) مرحبا 日本 😀",
];

for (const formats of HALVES) {
  test(`hostile labels give valid files that run nothing: ${nameHalf(formats)}`, async ({ page, context }) => {
    // A page without a policy, which would not have the styles of files that are parsed in it.
    const parser = await context.newPage();
    page.on("dialog", () => expect("a dialog").toBe("none"));
    await page.route("**/map.json", async (route) => {
      const file = (await (await route.fetch()).json()) as MapFile;
      const escapeHtml = (text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      file.root.children = HOSTILE.map((label, at) => ({
        content: escapeHtml(label),
        children: [],
        payload: { id: `h${at}"><script>`, tag: "li", size: [120, 24], breaks: [], branch: at },
      }));
      await route.fulfill({ json: file });
    });
    await page.goto(NOTE);
    await askForView(page);
    for (const { extension } of formats) {
      const { bytes } = await save(page, extension);
      const text = bytes.toString("utf8");
      if (/^(?:.*svg|opml|mm)$/.test(extension)) {
        expect(text, extension).not.toContain("<script");
        const fault = await parser.evaluate(
          (xml) => new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")?.textContent,
          text,
        );
        expect(fault, extension).toBeUndefined();
      }
      if (/^(?:json|canvas)$/.test(extension)) expect(() => JSON.parse(text), extension).not.toThrow();
      if (extension === "html") expect(text.match(/<script/g), "the viewer and its data").toHaveLength(2);
      if (extension === "pdf" && canCheck("a PDF of hostile labels", "qpdf")) {
        const file = fresh("hostile.pdf");
        writeFileSync(file, bytes);
        run("qpdf", ["--check", file]);
      }
    }
  });
}

test("nothing of the formats is loaded before one is asked for, and of fonts only what it needs", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(NOTE);
  await askForView(page);
  await save(page, "svg");
  expect(asked.filter((url) => /pdf-document|browser-module|open-font|\.woff$/.test(url))).toEqual([]);
  await save(page, "pdf");
  // Both weights, and the font for code, of which this map has some.
  expect(asked.filter((url) => /\.woff$/.test(url))).toHaveLength(3);
  expect(asked.filter((url) => url.endsWith("embedded.svg"))).toEqual([]);
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

test("in an HTML file of a note without a page, nodes lead nowhere and are walked to and pressed all the same", async ({
  browser,
}) => {
  const file = fresh("map.html");
  const note = fresh("note.md");
  writeFileSync(note, "# Note\n\n- one\n- see [two](#one)\n- [far](https://far.example/)\n");
  run(process.execPath, ["src/cli/map.ts", note, "-o", file]);
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${file}`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  const addresses = () =>
    page.locator(".node a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(await addresses()).toEqual(["#one", "https://far.example/"]);
  const current = page.locator(".node.current");
  await page.locator('.node[aria-label="one"] text').click();
  await expect(current).toHaveAttribute("aria-label", "one");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(current).toHaveAttribute("aria-label", "Note");
  await page.keyboard.press("l");
  const items = page.locator(".map-list a");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await items.nth(2).click();
  await expect(items.nth(2)).toBeFocused();
  expect(await items.evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(faults).toEqual([]);
  await context.close();
});

test("the HTML file of the atlas leads to the notes' pages, and offers nothing that it has not", async ({
  browser,
}) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`file://${DIST}/atlas/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  const links = page.locator(".node a");
  await expect(links.first()).toBeAttached();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  await expect(page.locator(".map-message")).toBeEmpty();
  expect(faults).toEqual([]);
  await page.close();
});

test("the HTML file is printed whole, on white, without its tools", async ({ browser }) => {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(`file://${DIST}/notes/hardware/tpm/map.html`);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".map-bar")).toBeHidden();
  const shade = (name: string) =>
    page.evaluate((property) => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(".map-list a") as Element);
      return Number(/\d+/.exec(property === "color" ? color : backgroundColor)?.[0]);
    }, name);
  expect(await shade("color")).toBeLessThan(128);
  const pages = fresh("list.pdf");
  writeFileSync(pages, await page.pdf({ format: "A4" }));
  const last = await page.locator(".map-list a").last().innerText();
  if (canCheck("that a printed list is whole", "pdftotext"))
    expect(run("pdftotext", [pages, "-"]).replace(/\s+/g, " ")).toContain(last);
  await page.close();
});

for (const width of [320, 360, 390]) {
  test(`the menu of a map alone is in the window at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`${NOTE}map/`);
    await page.getByText("Save map").click();
    const { x = -1, width: wide = 0 } = (await page.locator(".menu-list").boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
  });
}

test("the view as PNG is a picture twice its size", async ({ page }) => {
  await page.goto(NOTE);
  await askForView(page);
  const { name, bytes } = await save(page, "png");
  expect(name).toBe("hardware-tpm.png");
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(800);
});

test("the view as PNG is light where the page is, whatever the reader's system", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.addInitScript(() => localStorage.setItem("theme", "light"));
  await page.goto(NOTE);
  await askForView(page);
  const { bytes } = await save(page, "png");
  const corner = await page.evaluate(async (data) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0))]));
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context?.drawImage(picture, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, bytes.toString("base64"));
  expect(corner).toEqual([251, 250, 246, 255]);
});

test("the menu is walked by the keyboard and tells what was copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Once there was something to wait for, WebKit takes no more text.
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.goto("./notes/hardware/tpm/");
  await page.getByText("Save map").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Whole map" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeFocused();
  const markdown = page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "Markdown" });
  await markdown.click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("- Weak points");
  await page.getByLabel("As you see it").check();
  await page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "PNG" }).click();
  await expect(page.locator(".menu-said")).toHaveText(/^Copied, \d+ KB/);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Save map")).toBeFocused();
  await expect(page.getByRole("link", { name: /^SVG Picture/ })).toBeHidden();
});

test("without script the menu is links to files of the whole map", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  const links = page.locator(".menu-list a");
  await expect(links).toHaveCount(FORMATS.length);
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  expect(addresses).toEqual(FORMATS.map(({ extension }) => `/notes/hardware/tpm/map.${extension}`));
  await expect(page.locator(".menu-list :is(input, button)").first()).toBeHidden();
  await context.close();
});

test("a file that is not there is not copied", async ({ page, context, complaints }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.route("**/map.md", (route) => route.fulfill({ status: 404, body: "No such page" }));
  await page.goto(NOTE);
  await page.getByText("Save map").click();
  await page.getByRole("group", { name: "Copy" }).getByRole("button", { name: "Markdown" }).click();
  await expect(page.locator(".menu-said")).toHaveText(/^That did not work: .*map\.md answered 404/);
  complaints.splice(0);
});

test("the view is saved also where the site's own host is named like its files", async ({ page, baseURL }) => {
  await page.goto(new URL(NOTE, baseURL?.replace("127.0.0.1", "map.localhost")).href);
  await askForView(page);
  expect((await save(page, "svg")).name).toBe("hardware-tpm.svg");
});
