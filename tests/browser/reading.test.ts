import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

test("a note says how long it takes to read", async ({ page }) => {
  await page.goto(NOTE);
  await expect(page.locator(".note-header bdi")).toHaveText(/^\d+ min read$/);
});

test("a reader goes from the first page to a note, and by a link in it to a section of another", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("link", { name: "Trusted Platform Module" }).first().click();
  await expect(page).toHaveURL(/\/notes\/hardware\/tpm\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trusted Platform Module");
  await page.locator(".prose").getByRole("link", { name: "data protection on AWS" }).click();
  await expect(page).toHaveURL(/\/notes\/cloud\/aws-security\/#data-protection$/);
  await expect(page.locator("#data-protection")).toBeInViewport();
});

test("a note tells what linked to it, when it was written and what it rests on", async ({ page }) => {
  await page.goto(NOTE);
  await expect(page.getByText(/^Reviewed \d{1,2} \p{L}+ \d{4}$/u)).toBeVisible();
  await expect(page.locator(".sources li")).not.toHaveCount(0);
  await expect(page.locator(".backlinks").getByRole("link", { name: "AWS security" })).toBeVisible();
});

test("what linked to a note opens at the sentence that did, and says each sentence once", async ({ page }) => {
  await page.goto(NOTE);
  const backlinks = page.locator(".backlinks li");
  for (const backlink of await backlinks.all()) {
    const sentences = await backlink.locator("span").allTextContents();
    expect(new Set(sentences).size).toBe(sentences.length);
  }
  const backlink = backlinks.filter({ hasText: "AWS security" });
  const sentence = await backlink.locator("span").first().innerText();
  await backlink.getByRole("link").click();
  await expect(page).toHaveURL(/aws-security\/#.+/);
  const place = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${place}"]`)).toBeInViewport();
  await expect(page.locator(".prose").getByText(sentence)).toBeInViewport();
});

test("the theme the reader chose is there on the next page, before anything is drawn", async ({ page }) => {
  await page.goto(NOTE);
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const before = await background();
  const button = page.getByRole("button", { name: /theme/i });
  for (let press = 0; press < 3 && (await theme()) !== "dark"; press += 1) await button.click();
  await expect.poll(theme).toBe("dark");
  // The first frame that has something to draw.
  await page.addInitScript(() => {
    const look = () => {
      if (document.body) Object.assign(window, { firstTheme: document.documentElement.dataset.theme });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto("./");
  await expect.poll(() => page.evaluate(() => "firstTheme" in window && window.firstTheme)).toBe("dark");
  expect(await background()).not.toBe(before);
});

test("the view the reader chose is there before what switches it", async ({ page }) => {
  await page.goto(NOTE);
  await page.getByText("Text", { exact: true }).click();
  await expect(page.locator("svg.map")).toBeHidden();
  await page.route("**/_astro/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.reload();
  await expect(page.getByRole("radio", { name: "Text" })).toBeChecked();
  await expect(page.locator("svg.map")).toBeHidden();
});

test("code can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(NOTE);
  await page.mouse.move(300, 400);
  const block = page.locator(".code-block").first();
  await block.getByRole("button", { name: /copy/i }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("tpm2_createek -c ek.ctx -G rsa");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a note can be read, its map seen, followed and downloaded", async ({ page }) => {
    await page.goto(NOTE);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const map = page.locator("svg.map");
    await expect(map).toBeVisible();
    await expect(map.locator("foreignObject")).toHaveCount(0);
    await map.locator("a", { hasText: "Weak points" }).click();
    await expect(page).toHaveURL(/#weak-points$/);
    await expect(page.locator("#weak-points")).toBeInViewport();
    const response = await page.request.get(`${NOTE}map.svg`);
    expect(response.headers()["content-type"]).toContain("image/svg+xml");
    expect(await response.text()).toContain("Remote attestation");
  });

  for (const path of ["./", NOTE, `${NOTE}map/`, "./atlas/", "./search/"]) {
    test(`${path} shows nothing that needs script`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator(".needs-js")).not.toHaveCount(0);
      await expect(page.locator(".needs-js:visible")).toHaveCount(0);
    });
  }

  test("the view can be switched", async ({ page }) => {
    await page.goto(NOTE);
    await page.locator("label.view-text").click();
    await expect(page.locator("svg.map")).toBeHidden();
    await page.locator("label.view-map").click();
    await expect(page.locator("svg.map")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trusted Platform Module");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("text comes first, one tap away from the map, and nothing sticks out", async ({ page }) => {
    await page.goto(NOTE);
    await expect(page.locator("svg.map")).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.locator("label.view-map").tap();
    await expect(page.locator("svg.map")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Weak points" })).toBeHidden();
  });

  test("the buttons of code stand beside its title, and one that is pressed looks it", async ({ page }) => {
    await page.goto(NOTE);
    await page.touchscreen.tap(200, 500);
    const block = page.locator(".code-block", { has: page.getByRole("button", { name: "Wrap" }) }).last();
    const wrap = block.getByRole("button", { name: "Wrap" });
    await expect(wrap).toBeVisible();
    const [title, button] = await Promise.all([block.locator("figcaption").boundingBox(), wrap.boundingBox()]);
    expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual(button?.x ?? 0);
    const ground = () => wrap.evaluate((element) => getComputedStyle(element).backgroundColor);
    const before = await ground();
    await wrap.tap();
    expect(await ground()).not.toBe(before);
  });

  test("a figure opens larger than it was, to be moved about, by a button that covers nothing of it", async ({
    page,
  }) => {
    await page.goto(NOTE);
    await page.touchscreen.tap(200, 500);
    const button = page.getByRole("button", { name: /^Open large/ }).first();
    await expect(button).toBeVisible();
    const drawing = await page.locator(".figure svg").first().boundingBox();
    const corner = await button.boundingBox();
    expect((drawing?.y ?? 0) + (drawing?.height ?? 0)).toBeLessThanOrEqual(corner?.y ?? 0);
    await button.tap();
    const large = page.getByRole("dialog");
    expect((await large.locator("svg").boundingBox())?.width).toBeGreaterThan(1.9 * (drawing?.width ?? 0));
    expect(await large.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    const view = large.getByRole("group");
    await view.evaluate((box) => box.scrollTo({ left: box.scrollWidth, behavior: "instant" }));
    expect(await view.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(200);
    await expect(large.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  });
});

test("no page sticks out of a window of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["", "notes/hardware/tpm/", "notes/cloud/aws-security/", "atlas/", "404.html"]) {
    await page.goto(`./${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test("a printed note begins with title, site, address and map and has no controls, a printed map is one page", async ({
  page,
}) => {
  await page.goto(NOTE);
  const note = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(note.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".map-bar")).toBeHidden();
  await expect(page.locator(".note-footer .facts a:visible")).toHaveText(["CC BY 4.0"]);
  const boxOf = (part: string) => page.locator(part).first().boundingBox();
  const [site, title, review, map, text] = await Promise.all(
    [".brand", "h1", ".note-header .facts", "svg.map", ".prose > p"].map(boxOf),
  );
  for (const [above, below] of [
    [site, title],
    [title, review],
    [review, map],
    [map, text],
  ]) {
    expect((above?.y ?? Infinity) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  }
  const address = await page
    .locator("link[rel=canonical]")
    .evaluate((link) => link.checkVisibility() && getComputedStyle(link, "::before").content);
  expect(address).toBe('"https://example.org/notes/hardware/tpm/"');
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  expect(text?.width).toBe(width);
  expect(map?.width ?? 0).toBeGreaterThan(600);
  expect(map?.height ?? 0).toBeGreaterThan(300);
  // As wide as A5 is.
  await page.setViewportSize({ width: 430, height: 600 });
  await page.goto(`${NOTE}map/`);
  await expect(page.locator(".alone .brand span")).toHaveCSS("clip-path", "none");
  await expect(page.locator(".alone h1")).toHaveCSS("clip-path", "none");
  const alone = (await page.pdf({ format: "A4", landscape: true })).toString("latin1");
  expect(alone.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("where a list stands in the map's place, the map is printed all the same", async ({ page }) => {
  const shownInPrint = () =>
    page.evaluate(() => {
      const isShown = (part: string) => document.querySelector(part)?.checkVisibility() ?? false;
      const parts: boolean[][] = [];
      const look = () => parts.push([isShown("svg.map"), isShown(".map-list")]);
      look();
      dispatchEvent(new Event("beforeprint"));
      look();
      dispatchEvent(new Event("afterprint"));
      look();
      return parts;
    });
  for (const address of [`${NOTE}map/`, NOTE]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    await page.locator("svg.map:visible").hover();
    await page.mouse.wheel(0, 1);
    await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
    await page.locator('[data-map="list"]').click();
    await expect(page.locator(".map-list")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    // [map, list]: in its place, on paper, and afterwards.
    expect(await shownInPrint(), address).toEqual([
      [false, false],
      [true, false],
      [false, false],
    ]);
    const pages = (await page.pdf({ format: "A4", landscape: true })).toString("latin1");
    if (address !== NOTE) expect(pages.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "screen" });
    await expect(page.locator(".map-list")).toBeVisible();
    await expect(page.locator("svg.map")).toBeHidden();
    // The choice is kept, and the next map is to be woken by its drawing.
    await page.evaluate(() => localStorage.clear());
  }
});

test("a phone's map marks the section that was read when it took the text's place", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./notes/hardware/tpm/");
  await page.getByRole("heading", { name: "Remote attestation" }).evaluate((heading) => heading.scrollIntoView());
  await expect(page.locator('.contents [aria-current="location"]')).toHaveText("Remote attestation");
  await page.locator(".view-switch label", { hasText: "Map" }).click();
  await expect(page.locator('.node.reading[aria-label^="Remote attestation"]')).toHaveCount(1);
});
