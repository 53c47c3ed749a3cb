import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type MadeSite, makeSite } from "./made-site.ts";
import { expect, test } from "./site.ts";
import { wakeMap } from "./visit.ts";

const NOTES = {
  "aws/index.md": "---\nfolder: Amazon\n---\n# All of Amazon\n\nOf its own.\n",
  "aws/notes/x.md": "# First\n\n## Part\n\nSeventh.\n",
  "azure/notes/x.md": "# Second\n\n## Part\n\nSeventh.\n",
  "quotes.md": '# Spaces & "quotes" <script>alert(1)</script>\n\nIt\'s said.\n',
  "rising.md": `## Before\n\n${"Words.\n\n".repeat(40)}### In it\n\n# Whole\n\n## Part\n\n> # Quoted\n\n# Last\n`,
  "2024/01/x.md": "# January\n\n## Part\n\nSeventh.\n",
};

// All look at the same site, which takes a while to build: of Markdown as it lies in many a folder, and nothing else.
test.describe.configure({ mode: "default" });
let site: MadeSite;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const notes = await mkdtemp(join(tmpdir(), "notes-"));
  for (const [name, text] of Object.entries(NOTES)) {
    await mkdir(dirname(join(notes, name)), { recursive: true });
    await writeFile(join(notes, name), text);
  }
  site = await makeSite(notes, "/plain", { PICTURES: "0" });
  await rm(notes, { recursive: true });
});
test.afterAll(() => site.close());

test("a folder in another is called with it, on the first page, in search and above the list", async ({ page }) => {
  await page.goto(site.address);
  await expect(page.locator("h2")).toHaveText(["Notes", "2024 › 01", "Amazon", "Amazon › Notes", "Azure › Notes"]);
  await page.goto(`${site.address}notes/aws/notes/x/`);
  await expect(page.locator(".section-name")).toHaveText("Amazon › Notes");
  await page.goto(`${site.address}search/?q=seventh`);
  const sections = page.getByRole("combobox", { name: "Section" }).locator("option");
  await expect(sections).toHaveText([/All/, /^2024 › 01/, /^Amazon › Notes/, /^Azure › Notes/]);
});

test("the way to a note has a step for each folder, and leads to those that have notes", async ({ page }) => {
  await page.goto(`${site.address}notes/aws/notes/x/`);
  const steps = page.getByRole("navigation", { name: "Breadcrumbs" }).locator("> *");
  await expect(steps).toHaveText(["Notes", "Amazon", "Notes", "First"]);
  await expect(steps.nth(1)).toHaveAttribute("href", "/plain/#aws");
  await steps.nth(2).click();
  await expect(page).toHaveURL(`${site.address}#aws/notes`);
  await expect(page.getByRole("heading", { name: "Amazon › Notes" })).toBeInViewport();
  await page.goto(`${site.address}notes/2024/01/x/`);
  await expect(steps).toHaveText(["Notes", "2024", "01", "January"]);
  await expect(steps.nth(1)).not.toHaveAttribute("href");
});

test("the note of a folder that holds only folders is listed as what is in it", async ({ page }) => {
  await page.goto(`${site.address}notes/aws/`);
  await expect(page.locator(".section-name")).toHaveText("Amazon");
  await expect(page.locator(".note-list > ul > li > a")).toHaveText(["All of Amazon"]);
});

test("the atlas has folders in folders", async ({ page }) => {
  await wakeMap(page, `${site.address}atlas/`);
  const level = (depth: number) => page.locator(`.node[aria-level="${depth}"]`);
  await expect(level(2)).toHaveText([/^Rising/, /^Spaces/, /^2024/, /^Amazon/, /^Azure/]);
  await expect(level(3)).toHaveText([/^01/, /^All of Amazon/, /^Notes/, /^Notes/]);
  await expect(level(4)).toHaveText([/^January/, /^First/, /^Second/]);
});

test("to a glossary without terms, and to tags where there are none, no link leads", async ({ page }) => {
  for (const path of ["", "notes/aws/notes/x/", "search/", "404.html", "atlas/"]) {
    await page.goto(site.address + path);
    await expect(page.getByRole("link", { name: /^(?:Atlas|Colophon)$/ }).first()).toBeAttached();
    await expect(page.getByRole("link", { name: /^(?:Glossary|Tags)$/ })).toHaveCount(0);
  }
});

test("their pages say what would stand there, and how an author begins, and are no result of a search", async ({
  page,
}) => {
  await page.goto(`${site.address}glossary/`);
  await expect(page.locator(".lead")).toContainText("There is none yet: an author begins with a file glossary.yaml");
  await expect(page.getByRole("navigation", { name: "Letters" })).toHaveCount(0);
  await page.goto(`${site.address}tags/`);
  await expect(page.locator(".lead")).toContainText("an author begins with a line such as tags: [hardware, boot]");
  await page.goto(`${site.address}search/?q=glossary`);
  await expect(page.locator(".search-said")).toContainText(/^Nothing|^No /);
});

test("a note of one node has one node", async ({ page }) => {
  await page.goto(site.address);
  await expect(page.locator(".card", { hasText: "January" }).locator(".facts")).toHaveText("1 node");
});

test("below a base path a page names the icon that phones look for at the top of a host", async ({ page }) => {
  await page.goto(site.address);
  const icon = page.locator('link[rel="apple-touch-icon"]');
  await expect(icon).toHaveAttribute("href", "/plain/apple-touch-icon.png");
  const address = new URL("apple-touch-icon.png", site.address).href;
  expect((await page.request.get(address)).ok()).toBe(true);
});

test("lists call a note as its page does", async ({ page }) => {
  await page.goto(`${site.address}notes/quotes/`);
  const title = "Spaces & “quotes”";
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(title);
  await expect(page.locator(".note-list [aria-current]")).toHaveText(title);
  await expect(page.locator(".breadcrumbs [aria-current]")).toHaveText(title);
  await page.goto(site.address);
  const card = page.locator(".card", { hasText: "Spaces" });
  await expect(card.locator("h3")).toHaveText(title);
  await expect(card.locator("p").first()).toHaveText("It’s said.");
  expect(await (await page.request.get(`${site.address}llms.txt`)).text()).toContain("“quotes”](");
});

test("the contents list all sections, also those of a smaller heading than the ones that follow", async ({ page }) => {
  await page.goto(`${site.address}notes/rising/`);
  await page.mouse.move(300, 400);
  const sections = page.locator(".contents > li > a");
  await expect(sections).toHaveText(["Before", "Whole", "Last"]);
  await sections.first().click();
  await expect(sections.first()).toHaveAttribute("aria-current", "location");
  await expect(page.locator(".contents ul a")).toHaveText(["In it", "Part"]);
});
