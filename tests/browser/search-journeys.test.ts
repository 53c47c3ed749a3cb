import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the notes" });
const places = (page: Page) => page.locator("a[role=option]");
const said = (page: Page) => page.locator(".search-said");

async function openWith(page: Page, words: string) {
  await page.goto(`./search/?q=${encodeURIComponent(words)}`);
  await expect(said(page)).toHaveText(/\d+ places? on \d+ pages?/);
}

test("the whole journey by keyboard: open, choose with arrows, land, step through marks, clear, come back", async ({
  page,
}) => {
  await page.goto("./");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("remote attestation");
  await expect(said(page)).toHaveText(/\d+ places on \d+ pages/);
  await expect(page.locator("[role=option][aria-selected=true]")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  const second = page.locator("[role=listbox] [role=option]").nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) ?? "");
  const href = (await second.getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}${url.hash}` === href);
  const marks = page.getByRole("toolbar", { name: "Marked words" });
  await expect(marks).toContainText(/\d+ of \d+/);
  const before = await marks.locator("output").textContent();
  await marks.getByRole("button", { name: "Next mark" }).press("Enter");
  await expect(marks.locator("output")).not.toHaveText(before ?? "");
  await marks.getByRole("button", { name: "Clear the marks" }).press("Enter");
  await expect(marks).toHaveCount(0);
  await expect(page).not.toHaveURL(/mark=/);
});

test("the dialog with results has no faults that axe knows", async ({ page }) => {
  await page.goto("./notes/ciso/");
  await page.keyboard.press("/");
  await field(page).fill("attestation");
  await expect(places(page).first()).toBeVisible();
  await expect(said(page)).toHaveRole("status");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("filters say how many pages they leave, narrow the list and stand in the address", async ({ page }) => {
  await openWith(page, "security");
  const section = page.getByRole("combobox", { name: "Section" });
  const option = section.locator("option", { hasText: /^Cloud \(\d+\)$/ });
  const count = Number(/\((\d+)\)/.exec((await option.textContent()) ?? "")?.[1]);
  await section.selectOption({ label: (await option.textContent()) ?? "" });
  await expect(page).toHaveURL(/section=Cloud/);
  await expect(said(page)).toHaveText(new RegExp(` on ${count} pages?\\.`));
  const groups = page.locator("[role=listbox] [role=group]");
  await expect(groups).toHaveCount(count);
  for (const link of await places(page).all()) expect(await link.getAttribute("href")).toContain("/notes/cloud/");
  await page.reload();
  await expect(groups).toHaveCount(count);
  await expect(page.getByRole("combobox", { name: "Tag" }).locator("option", { hasText: /\(\d+\)$/ })).not.toHaveCount(
    0,
  );
});

test("a choice that leaves nothing, also one that an address asks for in vain, can be taken back", async ({ page }) => {
  await page.goto("./search/?q=attestation&tag=no-such-tag");
  await expect(page.getByText(/^Nothing found for “attestation” in the chosen section or tag/)).toBeVisible();
  const tag = page.getByRole("combobox", { name: "Tag" });
  await expect(tag).toHaveValue("no-such-tag");
  await tag.selectOption("");
  await expect(places(page)).not.toHaveCount(0);
});

test("words in quotes must stand there as they are", async ({ page }) => {
  await openWith(page, '"secure boot"');
  for (const mark of await page.locator("[role=listbox] mark").all())
    expect(await mark.textContent()).toMatch(/^secure boot/i);
  await field(page).fill('"module platform"');
  await expect(page.locator(".search-notice")).toContainText("Showing results for module platform");
  await page.getByRole("button", { name: '"module platform"' }).click();
  await expect(said(page)).toHaveText('Nothing found for “"module platform"”.');
});

test("a word that is nowhere is told, the others are found, and nothing else is taken for it", async ({ page }) => {
  const notice = page.locator(".search-notice");
  for (const [words, gone, found] of [
    ["port 443", "443", /ports/],
    ["Kubernetes security", "Kubernetes", /security/i],
    ["defense in depth", "depth", /defence/i],
    ["can attestation be faked", "faked", /attestation/i],
  ] as const) {
    await openWith(page, words);
    await expect(notice).toHaveText(`“${gone}” is in no note. `);
    await expect(page.locator("[role=listbox] mark").first()).toHaveText(found);
  }
  for (const words of ["shadow IT", "PQC", "EDR"]) {
    await field(page).fill(words);
    await expect(said(page)).toHaveText(`Nothing found for “${words}”.`);
    await expect(notice).toBeEmpty();
  }
  await field(page).fill("x".repeat(3000));
  await expect(said(page)).toHaveText(/^Nothing found for “x{60}…”/);
});

test("versions, short names, what notes cite and what stands in an item are places of their own", async ({ page }) => {
  const first = places(page).first();
  await openWith(page, "TPM 1.2");
  await expect(first).toHaveAttribute("href", /hardware\/tpm\/.*#versions$/);
  await openWith(page, "s3");
  await expect(page.locator("a[role=option][href*='#detection--macie']")).toHaveCount(1);
  await openWith(page, "DSP0266");
  await expect(first).toHaveAttribute("href", /ocp-bare-metal\/.*#_sources$/);
  await openWith(page, "MiCA");
  await expect(said(page)).toHaveText("2 places on 2 pages.");
  await openWith(page, "117 days");
  await expect(first.locator(".search-trail")).toHaveText("Archive storage › Reading a full row");
  await openWith(page, "who did what");
  await expect(first).toHaveText(/Who did what\? CloudTrail/);
});

test("recent searches stay on the device until they are cleared", async ({ page }) => {
  await openWith(page, "caliptra");
  await places(page).first().click();
  await page.goto("./");
  await page.keyboard.press("/");
  const recent = page.locator("[role=option]", { hasText: /^caliptra$/ });
  await recent.click();
  await expect(field(page)).toHaveValue("caliptra");
  await places(page).first().click();
  await page.goto("./");
  await page.keyboard.press("/");
  await expect(recent).toHaveCount(1);
  await page.getByRole("button", { name: "Clear recent searches" }).click();
  await expect(recent).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("recent-searches"))).toBeNull();
});

test("an address with a query is a search, also on a phone and with the back button", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openWith(page, "luks");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator("a[role=option][href*='/notes/']").first().click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\//);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=luks$/);
  await expect(field(page)).toHaveValue("luks");
  await expect(places(page).first()).toBeVisible();
  const [description] = await Promise.all([page.request.get("./opensearch.xml")]);
  expect(await description.text()).toContain("/search/?q={searchTerms}");
});

test("on its own page Tab leads from the field to each place and on, and the arrows go on from there", async ({
  page,
}) => {
  await openWith(page, "attestation");
  await field(page).focus();
  await page.keyboard.press("Tab");
  while (await page.locator("select:focus").count()) await page.keyboard.press("Tab");
  await expect(places(page).nth(0)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(places(page).nth(1)).toBeFocused();
  await expect(places(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(places(page).nth(2)).toBeFocused();
  const rest = page.getByRole("option", { name: /^\d+ more places? on this page$/ }).first();
  const before = await places(page).count();
  await rest.press("Enter");
  await expect.poll(() => places(page).count()).toBeGreaterThan(before);
  await expect(page.locator("a[role=option]:focus")).toHaveCount(1);
  const href = (await page.locator("a[role=option]:focus").getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}${url.hash}` === href);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`what an address searches for pushes nothing away, in a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ("value" in entry) shifts.push(Number(entry.value));
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const words of ["attestation", "xyzzyplugh"]) {
      await page.goto(`./search/?q=${words}`);
      await expect(said(page)).toHaveText(/found for|places? on/i);
      await expect(page.getByRole("heading", { name: "Index of headings and terms" })).toBeVisible();
      // Shifts are told of once the frame that they happened in is drawn.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const moved = await page.evaluate(() => Reflect.get(window, "shifts").reduce((a: number, b: number) => a + b, 0));
      expect(moved, words).toBeLessThan(0.01);
    }
  });
}

test("a term is found with its definition, and a kind of file beside a note's name gives the file", async ({
  page,
}) => {
  await openWith(page, "attestation");
  const term = page.locator("a[role=option][href*='/glossary/']").first();
  await expect(term.locator(".search-label")).toHaveText("Remote attestation");
  await expect(term.locator(".search-excerpt")).toHaveText(/^Convincing another party/);
  // The other terms wait behind the notes.
  const groups = page.locator("[role=listbox] [role=group]");
  await expect(groups.last()).toHaveAccessibleName("More of the glossary");
  const shown = await places(page).count();
  await groups
    .last()
    .getByRole("option", { name: /^\d+ more terms?$/ })
    .click();
  expect(await places(page).count()).toBeGreaterThan(shown);
  await openWith(page, "tpm svg");
  const file = page.getByRole("option", { name: "Trusted Platform Module: save the map as SVG" });
  await expect(file).toHaveAttribute("href", /\/notes\/hardware\/tpm\/map\.svg$/);
  const download = page.waitForEvent("download");
  await file.click();
  expect((await download).suggestedFilename()).toBe("hardware-tpm.svg");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search leads to the index of headings and terms", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "Search the notes" }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(field(page)).toBeHidden();
    await expect(page.getByText("Searching needs JavaScript")).toBeVisible();
    await page.getByRole("link", { name: "R", exact: true }).click();
    await page.getByRole("link", { name: "Remote attestation" }).first().click();
    await expect(page).toHaveURL(/#remote-attestation$/);
    // Nobody looks for a section by its number, nor for a term only by its abbreviation.
    await page.goto("./search/a/");
    await expect(page.getByRole("link", { name: "Access control list" })).toHaveAttribute("href", /#acl$/);
    await page.goto("./search/b/");
    await expect(page.getByRole("link", { name: "1. Business enablement" })).toBeVisible();
  });
});
