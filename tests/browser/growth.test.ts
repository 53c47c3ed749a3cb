import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type MadeSite, makeSite } from "./made-site.ts";
import { hold, wakeMap } from "./visit.ts";

const BASE = "/grown";
/** So many that every list that has a limit has reached it. */
const FEW = 110;
const MANY = 440;
/** Bytes: the first view of an atlas has 44 rows at most, and fewer where they make groups. */
const SLACK = 9000;
const PAGES = [
  "",
  "atlas/",
  "search/",
  "search/h/",
  "search/h/1/",
  "tags/",
  "tags/kept/",
  "glossary/",
  "notes/n/n7/",
  "notes/n/n7/map/",
];

/** Small notes in one folder and in folders of their own, all of one tag, that all link to one of them. */
async function writeNotes(folder: string, count: number): Promise<void> {
  const term = "- term: seventh\n  definition: What follows the sixth.\n";
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "glossary.yaml"), term);
  for (let id = 0; id < count; id += 1) {
    const text = ["first", "second", "third"].map((name) => `## Heading ${name}\n\nSee [it](/n/n7.md).\n`).join("\n");
    const head = `---\ntitle: Head ${id}\ntags: [kept]\nreviewed: 2026-01-01\n---\n`;
    const link = id === 7 ? "" : `[[n7|It]] is named, the seventh.\n`;
    const section = id % 2 ? "n" : id % 4 ? "." : `f${id}`;
    await mkdir(join(folder, section), { recursive: true });
    await writeFile(join(folder, section, `n${id}.md`), `${head}\n${link}\n${text}`);
  }
}

// All these tests look at the same two sites, which take a while to build.
test.describe.configure({ mode: "default" });

test.describe("pages do not grow with the site", () => {
  const sites: MadeSite[] = [];

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    for (const count of [FEW, MANY]) {
      const notes = await mkdtemp(join(tmpdir(), "notes-"));
      await writeNotes(notes, count);
      sites.push(await makeSite(notes, BASE, { PICTURES: "0" }));
      await rm(notes, { recursive: true });
    }
  });
  test.afterAll(() => Promise.all(sites.map((site) => site.close())));

  test("four times the notes make no page larger", async () => {
    for (const page of [...PAGES, "rss.xml"]) {
      const [few, many] = await Promise.all(sites.map(async ({ address }) => (await read(address + page)).length));
      expect.soft(many, `bytes of /${page}`).toBeLessThan(Number(few) + SLACK);
    }
  });

  test("a tag's pages lead to one another by the addresses that they have", async ({ page }) => {
    const address = `${sites[0]?.address}tags/kept/`;
    await page.goto(address);
    await expect(page.getByRole("link", { name: "Next" })).toHaveAttribute("href", `${BASE}/tags/kept/2/`);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(`${address}2/`);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page).toHaveURL(address);
  });

  test("an atlas whose notes are folded away at first draws their links all the same", async ({ page }) => {
    await page.goto(`${sites[0]?.address}atlas/`);
    await page.mouse.move(5, 5);
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    // The note itself stays folded: of one that is open they would lie on its labels.
    await page.getByRole("searchbox", { name: "Find in the map" }).fill("Head 9");
    await expect(page.locator(".cross-link")).not.toHaveCount(0);
  });

  test("who finds words of many notes in the atlas is told how many have them, looked into or not", async ({
    page,
  }) => {
    await page.goto(`${sites[0]?.address}atlas/`);
    await page.mouse.move(5, 5);
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    const field = page.getByRole("searchbox", { name: "Find in the map" });
    const said = page.locator(".map-message");
    await field.fill("heading second");
    await expect(said).toHaveText(`The best 6 of ${FEW} notes are open. Search the notes for all.`);
    await field.clear();
    await field.fill("heading second");
    await expect(said).toHaveText(`The best 10 of ${FEW} notes are open. Search the notes for all.`);
  });

  test("who opens all notes of the atlas at once is told, for it takes a while", async ({ page }) => {
    await wakeMap(page, `${sites[0]?.address}atlas/`);
    const letGo = await hold(page, /\/notes\/.*map\.json/);
    await page.getByLabel("Levels shown").selectOption("all");
    await expect(page.locator(".map-message")).toHaveText(`Opening ${FEW} notes …`);
    letGo();
    await expect(page.locator(".node", { hasText: "Heading" }).or(page.locator(".far"))).not.toHaveCount(0);
  });

  test("of many pages that have the words ten are looked into, and ten more each time it is asked for", async ({
    page,
  }) => {
    await page.goto(`${sites[0]?.address}search/?q=seventh`);
    const said = page.locator(".search-said");
    await expect(said).toHaveText(/ on 10 pages, \d+ more pages not looked into\.$/);
    await page.getByRole("button", { name: "Look into more pages" }).click();
    await expect(said).toHaveText(/ on 20 pages, \d+ more pages not looked into\.$/);
  });

  test("without script, the index leads to every heading", async () => {
    const address = sites[1]?.address ?? "";
    const found = new Set<string>();
    const open = [`${address}search/`];
    const seen = new Set(open);
    for (let page = open.pop(); page; page = open.pop()) {
      for (const [, href = ""] of (await read(page)).matchAll(/<a[^>]* href="?([^"\s>]+)/g)) {
        const target = new URL(href, page).href;
        if (target.includes("/notes/")) found.add(target);
        if (!target.includes("/search/") || seen.has(target) || target.includes("#")) continue;
        seen.add(target);
        open.push(target);
      }
    }
    // Each note by its title and three headings.
    expect(found.size).toBe(MANY * 4);
  });
});

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  return await response.text();
}
