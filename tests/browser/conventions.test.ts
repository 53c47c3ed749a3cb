import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, listNotes, listPages } from "./dist.ts";
import { expect, test } from "./site.ts";

const SITE = "https://example.org/";
const read = (path: string) => readFileSync(join(DIST, path), "utf8");
/** Width and height of a PNG. */
const sizeOf = (path: string) => {
  const bytes = readFileSync(join(DIST, path));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

test("every page names its own address, and a note its picture, its facts and its twin in Markdown", async ({
  page,
}) => {
  for (const path of listPages()) {
    const html = read(path.endsWith(".html") ? path : `${path}index.html`);
    // The page for addresses where there is none has no address of its own.
    if (path === "404.html") {
      expect(html).not.toMatch(/rel="canonical"|og:url/);
      continue;
    }
    const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
    expect(canonical?.replace(/\.html$|\/$/g, "")).toBe(`${SITE}${path}`.replace(/\.html$|\/$/g, ""));
  }
  for (const path of listNotes()) {
    await page.goto(`./${path}`, { waitUntil: "domcontentloaded" });
    const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
    expect(picture).toBe(`${SITE}${path}card.png`);
    expect(sizeOf(`${path}card.png`)).toEqual([1200, 630]);
    const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as object;
    const headline = await page.locator("h1").textContent();
    expect(facts).toMatchObject({
      "@type": "TechArticle",
      headline: headline?.trim(),
      image: picture,
      url: SITE + path,
    });
    const twin = await page.locator('link[type="text/markdown"]').getAttribute("href");
    const markdown = read(twin ?? "");
    expect(markdown.match(/^# .*$/gm)).toEqual([`# ${headline?.trim()}`]);
    expect(markdown).toMatch(/^Reviewed|^First published .*Reviewed/m);
    expect(markdown).toMatch(/\n## Sources\n\n1\. /);
    expect(markdown.replace(/^(`{3,}).*?^\1/gms, "")).not.toMatch(/<[A-Z]|\[\[|\]\((?!https?:|mailto:)/);
  }
});

test("programs find the notes: feed with full text, site map, list for language models, robots", () => {
  const [feed, map, llms] = [read("rss.xml"), read("sitemap-0.xml"), read("llms.txt")];
  for (const path of listNotes()) {
    expect(feed).toContain(`<link>${SITE}${path}</link>`);
    expect(map).toContain(`<loc>${SITE}${path}</loc>`);
    expect(llms).toContain(`${SITE}${path.replace(/\/$/, ".md")}`);
  }
  expect(feed.replace(/&lt;.*?&gt;/g, "")).toContain("A Trusted Platform Module is a witness, not a guard.");
  expect(feed).not.toMatch(/&lt;copy-code|data-permalink|tabindex|(?:href|src)=&quot;[/#.]|(?:href|src)="[/#.]/);
  expect(read("robots.txt")).toContain(`Sitemap: ${SITE}sitemap-index.xml`);
});

test("pages with a map have a card for those who link to them, and say its size and what it shows", async ({
  page,
}) => {
  const maps = listNotes().flatMap((path) => [path, `${path}map/`].map((page) => [page, `${path}card.png`] as const));
  for (const [path, card] of [["", "atlas/card.png"], ["atlas/", "atlas/card.png"], ...maps] as const) {
    await page.goto(`./${path}`, { waitUntil: "domcontentloaded" });
    const said = await page
      .locator('meta[property^="og:image"], meta[name="twitter:card"]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute("content")));
    expect(said, path).toEqual([
      SITE + card,
      "1200",
      "630",
      expect.stringMatching(/ map|mindmap/),
      "summary_large_image",
    ]);
    expect(sizeOf(card)).toEqual([1200, 630]);
  }
});

test("every page says what site it is of", () => {
  const pages = listPages().map((path) => (path === "" || path.endsWith("/") ? `${path}index.html` : path));
  const name = '<meta property="og:site_name" content="Security Mindmaps">';
  expect(pages.filter((path) => !read(path).includes(name))).toEqual([]);
});

test("the site map says when a note was reviewed, and leaves out the index by letters", () => {
  const map = read("sitemap-0.xml");
  const tpm = "notes/hardware/tpm/";
  const [, reviewed] = /"dateModified":"([^"]+)"/.exec(read(`${tpm}index.html`)) ?? [];
  for (const path of [tpm, `${tpm}map/`]) {
    expect(map).toContain(`<loc>${SITE}${path}</loc><lastmod>${reviewed}T00:00:00.000Z</lastmod>`);
  }
  expect(map).toContain(`<loc>${SITE}search/</loc>`);
  expect(map).not.toContain(`<loc>${SITE}search/a/`);
});

test("programs that ask for an icon without being told of one find two sizes in few bytes", () => {
  const icon = readFileSync(join(DIST, "favicon.ico"));
  expect(icon.length).toBeLessThan(5 * 1024);
  expect([icon.readUInt16LE(2), icon.readUInt16LE(4), icon[6], icon[22]]).toEqual([1, 2, 16, 32]);
});

test("hosts that leave out folders with an underscore are told not to", () => {
  expect(read(".nojekyll")).toBe("");
});

test("nothing stands behind the end of a page", () => {
  const pages = listPages().map((path) => (path === "" || path.endsWith("/") ? `${path}index.html` : path));
  expect(pages.filter((path) => !read(path).trimEnd().endsWith("</html>"))).toEqual([]);
});

test("a phone that installs the site finds its name and its icons", async ({ page }) => {
  await page.goto("./");
  const href = (await page.locator('link[rel="manifest"]').getAttribute("href")) ?? "";
  const manifest = (await (await page.request.get(href)).json()) as { name: string; icons: { src: string }[] };
  expect(manifest.name).toBe("Security Mindmaps");
  for (const src of ["favicon.svg", "apple-touch-icon.png", ...manifest.icons.map((icon) => icon.src)]) {
    expect((await page.request.get(src)).ok(), src).toBe(true);
  }
});

test("an address that leads nowhere offers search and notes", async ({ page, complaints }) => {
  await page.goto("./404.html");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
  await expect(page.locator("main").getByRole("link", { name: "Search the notes" })).toBeVisible();
  await page.locator("main").getByRole("link", { name: "Trusted Platform Module" }).click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/$/);
  expect(complaints).toEqual([]);
});

test("the words of an address that leads nowhere are looked for", async ({ page, complaints }) => {
  await page.route("**/notes/hardware/measured-boot/", (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: read("404.html") }),
  );
  await page.goto("./notes/hardware/measured-boot/");
  const link = page.locator("main").getByRole("link", { name: "Search the notes for “hardware measured boot”" });
  await expect(link).toHaveAttribute("href", /\/search\/\?q=hardware\+measured\+boot$/);
  await expect(page.locator("main").getByRole("link", { name: "first page" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Hardware", level: 2 })).toBeVisible();
  // The browser's own word on the status.
  complaints.splice(0);
});

test("an address that is nearly a note's offers that note", async ({ page, complaints }) => {
  await page.route(/\/(?:tmp|qqqqqq)\//, (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: read("404.html") }),
  );
  for (const path of ["notes/hardware/tmp/", "notes/tmp/map/"]) {
    await page.goto(`./${path}`);
    const offer = page.locator("main p", { hasText: "Did you mean" });
    await expect(offer).toHaveText("Did you mean Trusted Platform Module?");
    await expect(offer.getByRole("link")).toHaveAttribute("href", /\/notes\/hardware\/tpm\/$/);
  }
  await page.goto("./notes/qqqqqq/");
  await expect(page.getByRole("link", { name: "Search the notes for “qqqqqq”" })).toBeVisible();
  await expect(page.getByText("Did you mean")).toHaveCount(0);
  complaints.splice(0);
});

test("pages glide into one another where the browser can do that", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() =>
    addEventListener("pageswap", ({ viewTransition }) => {
      sessionStorage.setItem("glided", String(Boolean(viewTransition)));
    }),
  );
  await page.getByRole("link", { name: "Glossary" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
  expect(await page.evaluate(() => sessionStorage.getItem("glided"))).toBe("true");
});
