import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type MadeSite, makeSite } from "./made-site.ts";
import { askForView } from "./save-view.ts";
import { expect, test } from "./site.ts";

const COLUMNS = Array.from({ length: 14 }, (_, at) => at + 1);
const row = (word: string) => `| ${COLUMNS.map((at) => word + at).join(" | ")} |\n`;

const TITLE = `A title that needs more room than a line of a wide window has, and is said in ${"all of ".repeat(9)}its words`;

/** Notes as this site has none: of several headings of the first level, right to left, of many levels, of one node, with more columns than paper is wide, with a long title. */
const NOTES = {
  "arabic.md":
    "---\ntitle: ملاحظة\nlang: ar\n---\n\n## العنوان\n\n- بند أول\n- بند ثان\n\n```sh\necho $HOME > file.txt\n```\n\nانظر [[single]] للمزيد.\n",
  "deep.md": `---\ntitle: Deep\n---\n\n${Array.from({ length: 30 }, (_, at) => `${"  ".repeat(at)}- Level ${at}\n`).join("")}`,
  "single.md":
    "---\ntitle: Single\ndescription: It ends with a stop.\n---\n\nWords that are no node, as in [[arabic]].\n",
  "parts.md":
    "---\ntitle: Parts\npublished: 2015-02-30\nreviewed: 2016-02-03\n---\n\n  - one\n  - two\n\n# First part\n\n## Below<br>it\n\n" +
    `Words.\n\n${"More words.\n\n".repeat(60)}# Second part\n`,
  "wide.md": `---\ntitle: Wide\n---\n\n## Table\n\n${row("Column")}|${"---|".repeat(14)}\n${row("measurement")}`,
  "folded.md":
    "---\ntitle: Folded\n---\n\n## Section\n\n<details><summary>More</summary><p>Words behind it.</p></details>\n\n" +
    "## Block\n\n<div><section><p>Words in a block.</p></section></div>\n\nWords after it.\n\n- Item\n\n  <div><p>Words of an item.</p></div>\n\n" +
    "## Parts\n\n<details><summary><h3>Part</h3></summary><p>Words of a part.</p></details>\n",
  "heading.md": `---\ntitle: Heading\n---\n\n## ${"Überwörter ".repeat(44)}\n\n- item\n  - below\n`,
  "long.md": `---\ntitle: ${TITLE}\n---\n\nOne[^a], two[^b], three[^c].\n\n[^a]: A\n[^b]: B\n[^c]: C\n\n| Word | Number |\n|---|--:|\n| a | 1 |\n`,
};

// All look at the same site, which takes a while to build.
test.describe.configure({ mode: "default" });
let site: MadeSite;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const notes = await mkdtemp(join(tmpdir(), "notes-"));
  for (const [name, text] of Object.entries(NOTES)) await writeFile(join(notes, name), text);
  site = await makeSite(notes, "/odd", { PICTURES: "0" });
  await rm(notes, { recursive: true });
});
test.afterAll(() => site.close());

async function open(page: Page, id: string) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.address}notes/${id}/`);
}

const boxOf = async (page: Page, part: string) => {
  const box = await page.locator(part).first().boundingBox();
  if (!box) throw new Error(`${part} is not shown`);
  return { ...box, right: box.x + box.width };
};

test("a node offers also paragraphs that its note folds away or puts into blocks", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.address}notes/folded/map/`);
  await page.mouse.move(5, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.getByLabel("Levels shown").selectOption("all");
  const text = page.locator('.map-panel [data-panel="text"]');
  for (const [label, words] of Object.entries({
    Section: ["Words behind it."],
    More: ["Words behind it."],
    Block: ["Words in a block.", "Words after it."],
    Item: ["Words of an item."],
    Parts: [],
    Part: ["Words of a part."],
  })) {
    await page.locator(`svg.map .node[aria-label="${label}"] a`).click();
    await expect(page.locator('.map-panel [data-panel="title"]')).toHaveText(label);
    await expect(text.locator("p")).toHaveText(words);
  }
});

test("a branch with a heading of hundreds of letters has one line in the trail, and a file's name that disks take", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.address}notes/heading/map/`);
  await page.mouse.move(5, 300);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  await page.locator("svg.map").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("b");
  await expect(page.locator("svg.map")).toHaveAttribute("data-branch");
  const step = await boxOf(page, ".map-path [aria-current]");
  expect(step.height).toBeLessThan(32);
  expect(step.right).toBeLessThanOrEqual(390);
  await askForView(page);
  await page.locator('.menu-list a[href$="/map.json"]').click();
  // As the page says it: where the system's language has no such letters, the browser calls the file otherwise.
  await expect(page.locator(".menu-said")).toHaveText(
    /^Saved heading-überwörter-.{40,70}-[a-z0-9]{1,7}\.json, \d+ KB\.$/,
  );
});

test("right to left, the menu opens in the window and the border is dragged where it stands", async ({ page }) => {
  await open(page, "arabic");
  await page.mouse.move(700, 500);
  await page.getByText("Save map").click();
  const menu = await boxOf(page, ".menu-list");
  expect(menu.x).toBeGreaterThanOrEqual(0);
  expect(menu.right).toBeLessThanOrEqual(1440);
  await page.keyboard.press("Escape");
  const middle = async (part: string) => {
    const { x, right } = await boxOf(page, part);
    return (x + right) / 2;
  };
  const border = await middle(".divider");
  expect(border).toBeCloseTo((await boxOf(page, ".note-map")).right, -1);
  await page.mouse.move(border, 500);
  await page.mouse.down();
  await page.mouse.move(border - 150, 500, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => middle(".divider")).toBeCloseTo(border - 150, -1);
});

test("right to left, an arrow key moves the border to where it points", async ({ page }) => {
  await open(page, "arabic");
  await page.mouse.move(700, 500);
  const divider = page.getByRole("separator", { name: "Width of the text" });
  await divider.focus();
  for (const [key, share] of [
    ["ArrowLeft", "55"],
    ["ArrowRight", "50"],
  ] as const) {
    const { x } = await boxOf(page, ".divider");
    await divider.press(key);
    await expect(divider).toHaveAttribute("aria-valuenow", share);
    await expect.poll(async () => Math.sign((await boxOf(page, ".divider")).x - x)).toBe(key === "ArrowLeft" ? -1 : 1);
  }
});

test("right to left, the link to an item stands where its line begins, in the text's own margin", async ({ page }) => {
  await open(page, "arabic");
  await page.mouse.move(700, 500);
  await expect(page.locator(".divider")).toBeAttached();
  const item = page.locator(".prose li[id]", { hasText: "بند ثان" });
  await item.hover();
  await expect(page.getByRole("link", { name: "Link to this item" })).toBeVisible();
  const [link, own, text] = await Promise.all([".item-link", "li:has(> .item-link)", ".note-text"].map((part) => boxOf(page, part))); // prettier-ignore
  expect(link?.right).toBeCloseTo(text?.right ?? 0, 0);
  expect(link?.x).toBeGreaterThanOrEqual(own?.right ?? Infinity);
  expect(Math.abs((link?.y ?? 0) - (own?.y ?? 0))).toBeLessThan(10);
});

test("right to left, what stands at an edge of the window stands at the other", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.address}notes/arabic/`);
  // Beside the switch, in the room that is kept for it.
  expect((await boxOf(page, ".list-open")).x).toBeGreaterThanOrEqual((await boxOf(page, ".view-switch")).right);
  await page.setViewportSize({ width: 1000, height: 844 });
  await page.locator(".list-open").click();
  expect((await boxOf(page, ".note-list")).right).toBe(1000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site.address}notes/arabic/?mark=${encodeURIComponent("بند")}`);
  const marks = await boxOf(page, ".search-marks");
  expect(marks.x).toBeGreaterThan((await boxOf(page, ".map-whole")).right);
});

test("right to left, English sentences of the site and of other notes end where they do", async ({ page }) => {
  await open(page, "arabic");
  await page.mouse.move(700, 500);
  // What is said of hits and files, and another note's words below this one and in its preview.
  const find = page.getByRole("searchbox", { name: "Find in the map" });
  await find.fill("بند");
  const hits = page.locator(".map-find output");
  await expect(hits).toHaveText("1 of 2");
  const sentence = page.locator(".backlinks bdi", { hasText: "no node" });
  await expect(sentence).toHaveAttribute("lang", "en");
  await page.locator(".prose p a").last().hover();
  const preview = page.locator(".preview span");
  await expect(preview).toHaveText("It ends with a stop.");
  const message = page.locator(".map-message");
  const file = page.locator(".menu-list a").first();
  for (const part of [hits, sentence, preview, message, file]) await expect(part).toHaveCSS("direction", "ltr");
});

test("an Arabic note's words run from right to left on the page of an English one, too", async ({ page }) => {
  await open(page, "single");
  await page.locator(".prose p a").last().hover();
  for (const part of [".backlinks a bdi", ".backlinks span bdi", ".note-list bdi", ".preview strong"])
    await expect(page.locator(part).first(), part).toHaveCSS("direction", "rtl");
  // Those that are written as the page is have no need to say so.
  await expect(page.locator(".note-list bdi")).toHaveCount(1);
});

test("right to left, the sign of a list of choices stands beside its word", async ({ page }) => {
  await open(page, "arabic");
  const { direction, paddingLeft, paddingRight } = await page
    .getByLabel("Levels shown")
    .evaluate((choices) => getComputedStyle(choices));
  expect(direction).toBe("rtl");
  expect(Number.parseFloat(paddingRight)).toBeGreaterThan(1.5 * Number.parseFloat(paddingLeft));
});

test("right to left, words of the map that run from left to right stand on their line", async ({ page }) => {
  await open(page, "arabic");
  const node = page.locator("svg.map g", { has: page.locator("> a > text", { hasText: "echo $HOME" }) }).last();
  const [text, line] = await Promise.all([node.locator("text").first(), node.locator("> .line")].map(edges));
  expect(text?.left).toBeGreaterThanOrEqual((line?.left ?? 0) - 1);
  expect(text?.right).toBeLessThanOrEqual((line?.right ?? 0) + 1);
});

test("a map of one node has letters of a natural size", async ({ page }) => {
  await open(page, "single");
  const height = () => page.locator("svg.map text").first().evaluate((text) => text.getBoundingClientRect().height); // prettier-ignore
  expect(await height()).toBeLessThan(50);
  await page.mouse.move(700, 500);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  expect(await height()).toBeLessThan(50);
});

test("on paper a table of many columns is no wider than the text", async ({ page }) => {
  await open(page, "wide");
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ media: "print" });
  const [table, text] = await Promise.all([boxOf(page, ".prose table"), boxOf(page, ".prose h2")]);
  expect(table.right).toBeLessThanOrEqual(text.right + 1);
});

const edges = (part: Locator) =>
  part.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, right };
  });

async function openList(page: Page) {
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await expect(page.locator(".map-list a:focus")).toHaveCount(1);
}

test("right to left, the arrow keys go the way that the list grows", async ({ page }) => {
  await open(page, "arabic");
  await openList(page);
  const top = await page.locator(".map-list a:focus").textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".map-list a:focus")).toHaveText("العنوان");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".map-list a:focus")).toHaveText("بند أول");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".map-list a:focus")).toHaveText("العنوان");
  expect(top).toBe("ملاحظة");
});

test("words of the list have lines of some length, however deep they stand", async ({ page }) => {
  await open(page, "deep");
  await openList(page);
  await page.getByRole("combobox", { name: "Levels shown" }).selectOption("all");
  const deepest = page.locator(".map-list").getByRole("link", { name: "Level 29" });
  const height = await deepest.evaluate(
    (link) => link.getBoundingClientRect().height / parseFloat(getComputedStyle(link).lineHeight),
  );
  expect(height).toBeLessThan(1.5);
  await deepest.focus();
  await expect(deepest).toBeInViewport();
});

test("right to left, code runs from left to right, and a card is written as its note is", async ({ page }) => {
  await open(page, "arabic");
  await expect(page.locator(".prose pre")).toHaveCSS("direction", "ltr");
  await page.goto(site.address);
  const card = page.locator(".card", { hasText: "ملاحظة" });
  for (const part of ["h3", "p:not(.facts)"]) {
    await expect(card.locator(part)).toHaveCSS("direction", "rtl");
    await expect(card.locator(part)).toHaveAttribute("lang", "ar");
  }
});

test("beside a long title the menu's button has one line", async ({ page }) => {
  await open(page, "long");
  expect((await boxOf(page, "summary.button")).height).toBeLessThan(45);
});

test("footnotes of one line stand beside it in their order", async ({ page }) => {
  await open(page, "long");
  await page.getByText("Text", { exact: true }).click();
  const notes = page.locator(".sidenote");
  await expect(notes).toHaveText(["1 A", "2 B", "3 C"]);
  const tops = await notes.evaluateAll((all) => all.map((note) => note.getBoundingClientRect().top));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(3);
});

test("a column stands as its author set it", async ({ page }) => {
  await open(page, "long");
  await expect(page.locator("th", { hasText: "Number" })).toHaveCSS("text-align", /right/);
  await expect(page.locator("td", { hasText: "1" })).toHaveCSS("text-align", /right/);
  await expect(page.locator("th", { hasText: "Word" })).toHaveCSS("text-align", "start");
});

test("headings of the first level are listed, and can be linked; the text begins as it is written", async ({
  page,
}) => {
  await open(page, "parts");
  await page.mouse.move(300, 400);
  await expect(page.locator(".contents > li > a")).toHaveText(["First part", "Second part"]);
  await page.getByRole("link", { name: "First part" }).first().click();
  await expect(page.locator(".contents [aria-current]")).toHaveText("First part");
  await expect(page.locator(".contents ul a")).toHaveText(["Below it"]);
  await expect(page.locator(".prose h1 > [data-permalink]")).toHaveCount(2);
  await expect(page.locator(".prose > ul > li")).toHaveText(["one", "two"]);
});

test("a day that is not in the calendar is on no page", async ({ page }) => {
  await open(page, "parts");
  await expect(page.locator(".note-header")).toContainText("Reviewed 3 February 2016");
  await expect(page.locator(".note-header")).not.toContainText("First published");
});

test("where no note stands in a folder, search has none to choose", async ({ page }) => {
  await page.goto(`${site.address}search/?q=words`);
  await expect(page.locator("a[role=option]")).not.toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Order" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Section" })).toHaveCount(0);
});
