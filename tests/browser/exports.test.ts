import { writeFileSync } from "node:fs";
import { FORMATS } from "../../src/exports/formats.ts";
import type { MapFile } from "../../src/exports/json.ts";
import { canCheck } from "../programs.ts";
import { fresh, run } from "./pictures.ts";
import { askForView, save } from "./save-view.ts";
import { expect, test } from "./site.ts";
import { reachForMap, wakeMap } from "./visit.ts";

const NOTE = "./notes/hardware/tpm/";

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
    await page.getByLabel("Levels shown").selectOption("2");
    await expect(page.locator('.node[aria-label^="Interposer"]')).toHaveCount(0);
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

test("what is saved while the map moves is the map where it moves to", async ({ page }) => {
  await page.clock.install();
  await wakeMap(page, `${NOTE}map/`);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000);
  await page.getByLabel("Levels shown").selectOption("2");
  await askForView(page);
  const moving = await save(page, "svg");
  await page.clock.runFor(2000);
  const still = await save(page, "svg");
  expect(moving.bytes.equals(still.bytes)).toBe(true);
});

/** Words of a PDF. */
async function checkPdf(bytes: Buffer): Promise<void> {
  if (!canCheck("the words of a view as PDF", "pdftotext")) return;
  const file = fresh("view.pdf");
  writeFileSync(file, bytes);
  const words = run("pdftotext", ["-raw", file, "-"]);
  expect(words).toContain("Physical access");
  expect(words).not.toMatch(/Remote attestation|Interposer/);
}

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

test("the view is saved also where the site's own host is named like its files", async ({ page, baseURL }) => {
  await page.goto(new URL(NOTE, baseURL?.replace("127.0.0.1", "map.localhost")).href);
  await askForView(page);
  expect((await save(page, "svg")).name).toBe("hardware-tpm.svg");
});
