import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

async function searchFor(page: Page, words: string) {
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Search the notes" });
  await expect(field).toBeFocused();
  await field.fill(words);
  await expect(page.locator("[role=option]").first()).toBeVisible();
  return field;
}

test("search opens with a key, finds a section and lands there", async ({ page }) => {
  await page.goto("./");
  await searchFor(page, "remote attestation");
  await page.locator("[role=option]", { hasText: "Remote attestation" }).first().click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/.*#remote-attestation$/);
  await expect(page.locator("#remote-attestation")).toBeInViewport();
});

test("a list item is a place of its own, opened by the keyboard alone", async ({ page }) => {
  await page.goto("./");
  await searchFor(page, "guardrails");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await searchFor(page, "ROCA");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#weak-points--roca-cve-2017-15361$/);
});

test("beside a long title the name of the note's folder stands on one line", async ({ page }) => {
  await page.goto("./");
  await searchFor(page, "guardrails");
  const section = page.locator(".search-section").first();
  const { height = 0 } = (await section.boundingBox()) ?? {};
  await section.evaluate((name) => {
    name.textContent = "Part 0";
    name.previousSibling?.before("Words ".repeat(50));
  });
  expect((await section.boundingBox())?.height).toBe(height);
});

test("where nothing is found there is no page of all that was", async ({ page }) => {
  await page.goto("./");
  const field = await searchFor(page, "ROCA");
  const all = page.getByRole("link", { name: "All results on a page of their own" });
  await expect(all).toBeVisible();
  await field.fill("zzzqqq");
  await expect(page.getByRole("link", { name: "Browse the index of headings and terms" })).toBeVisible();
  await expect(all).toBeHidden();
});

test("Ctrl+K opens it too, and the focus goes back where it was", async ({ page }) => {
  await page.goto("./notes/ciso/");
  const link = page.getByRole("link", { name: "Atlas" });
  await link.focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search the notes" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
});

test("of a few pages more than are looked into at a time none is left out", async ({ page }) => {
  await page.goto("./search/?q=service");
  await expect(page.locator(".search-said")).toHaveText(/ on 1[1-9] pages\.$/);
});

test("nothing of search is loaded before the reader shows intent", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /pagefind|site-search-(?:dialog|worker|engine)/.test(url))).toEqual([]);
});

test("the choices beside the words are read whole in a narrow window and in large letters", async ({ page }) => {
  for (const [width, letters] of [
    [390, "100%"],
    [320, "100%"],
    [390, "200%"],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("./search/?q=security");
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, letters);
    const choices = page.locator(".search-choice select");
    await expect(choices.first()).toBeVisible();
    const cut = await choices.evaluateAll((selects: HTMLSelectElement[]) =>
      selects.flatMap((select) => {
        const shown = select.offsetWidth;
        // As wide as its words are.
        select.style.cssText = "flex: none; max-width: none";
        const whole = select.offsetWidth;
        select.style.cssText = "";
        return shown < whole ? [`${select.selectedOptions[0]?.text}: ${shown} of ${whole}`] : [];
      }),
    );
    expect(cut, `${width}, ${letters}`).toEqual([]);
  }
});

test("the index is printed with its entries, and not where only its letters would be", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("./search/");
  await expect(page.getByRole("heading", { name: "Index of headings and terms" })).toBeHidden();
  await page.goto("./search/r/");
  await expect(page.locator(".site-index > ul")).toBeVisible();
});

test("initials that are in no note are said to be, beside the words that begin with them", async ({ page }) => {
  await page.goto("./search/?q=SIEM");
  await expect(page.locator(".search-notice")).toHaveText("“SIEM” is in no note; these begin with it.");
  await expect(page.locator("[role=option]").first()).toBeVisible();
  await page.goto("./search/?q=TPM");
  await expect(page.locator("[role=option]").first()).toBeVisible();
  await expect(page.locator(".search-notice")).not.toContainText("in no note");
});

test("a name or word that is nowhere is not taken for another; a near one is asked for", async ({ page }) => {
  for (const word of ["ocsp", "cissp", "rootkit", "blast radius"]) {
    await page.goto(`./search/?q=${word}`);
    await expect(page.locator(".search-said")).toHaveText(`Nothing found for “${word}”.`);
    await expect(page.locator(".search-notice")).toHaveText("");
  }
  await page.goto("./search/?q=kerberos");
  await expect(page.locator(".search-said")).toHaveText("Nothing found for “kerberos”.");
  await expect(page.locator(".search-notice")).toHaveText("Did you mean cerberus?");
  await page.getByRole("button", { name: "cerberus" }).click();
  await expect(page.locator(".search-place[href]").first()).toHaveAttribute("href", /-project-cerberus$/);
});

test("a name that only the glossary has leads to the places of its term, and back", async ({ page }) => {
  await page.goto("./search/?q=2fa");
  const notice = page.locator(".search-notice");
  await expect(notice).toContainText("Showing results for MFA. Search instead for 2fa. See also Multi-factor");
  await expect(page.locator(".search-place[href*='/notes/']").first()).toBeVisible();
  await page.getByRole("button", { name: "2fa" }).click();
  await expect(page.locator(".search-said")).toHaveText("1 place on 1 page.");
});

test("a word is found in the other forms of its family, or they are named", async ({ page }) => {
  for (const question of ["responsible", "who is responsible for patching"]) {
    await page.goto(`./search/?q=${question}`);
    await expect(page.locator(".search-place[href]").first()).toHaveAttribute("href", /#shared-responsibility/);
    await expect(page.locator(".search-notice")).toHaveText("");
  }
  await page.goto("./search/?q=complying");
  await expect(page.locator(".search-place[href]").first()).toHaveAttribute("href", /aws-compliance\//);
  await page.goto("./search/?q=compliant");
  await expect(page.locator(".search-notice")).toHaveText("See also compliance.");
});

test("what is found is seen also in a window as low as four times the size leaves it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto("./");
  await page.getByRole("link", { name: "Search" }).first().click();
  const field = page.getByRole("combobox", { name: "Search the notes" });
  await field.fill("attestation");
  const options = page.locator("dialog [role=option]");
  await expect(options.first()).toBeInViewport({ ratio: 0.5 });
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await expect(page.locator("[role=option][aria-selected=true]")).toBeInViewport({ ratio: 0.9 });
  await page.mouse.move(160, 200);
  await page.mouse.wheel(0, 9999);
  await expect(options.last()).toBeInViewport({ ratio: 0.9 });
});
