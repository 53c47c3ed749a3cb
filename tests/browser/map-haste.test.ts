import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";
import { hold, readNote } from "./visit.ts";

const TPM = "./notes/hardware/tpm/";

/** Where the map stands, as far as it can be seen: numbers that are reckoned anew differ in their last digits. */
async function place(page: Page): Promise<string> {
  const transform = await page.locator("svg.map > g").getAttribute("transform");
  return (transform ?? "").replace(/[\d.]+/g, (number) => Number(number).toFixed(3));
}

const hits = (page: Page) => page.locator(".map-find output");
const find = (page: Page) => page.getByRole("searchbox", { name: "Find in the map" });

async function openMap(page: Page, address: string) {
  await page.goto(address);
  await page.mouse.move(5, 5);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
}

test("in the list, keys of the drawing do nothing, and levels leave the keyboard at what is still shown", async ({
  page,
}) => {
  await openMap(page, `${TPM}map/`);
  const before = await place(page);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  for (const key of ["+", "-", "0"]) await page.keyboard.press(key);
  await find(page).fill("attestation");
  await expect(hits(page)).toHaveText(/^1 of/);
  await find(page).press("Escape");
  await expect(page.locator(".map-list a:focus")).toHaveCount(1);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  expect(await place(page)).toBe(before);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await page.locator(".map-list").getByRole("link", { name: "Kinds", exact: true }).focus();
  await page.keyboard.press("2");
  await expect(page.locator(".map-list").getByRole("link", { name: "What a TPM is" })).toBeFocused();
  await page.keyboard.press("1");
  await expect(page.locator(".map-list").getByRole("link", { name: "Trusted Platform Module" })).toBeFocused();
});

test("a map that was given other levels or a branch while the list stood for it fills its window when it is back", async ({
  page,
}) => {
  // Laid out at once: on its way it would still be fitted when it is back.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const list = page.getByRole("button", { name: "Show as a nested list" });
  const scale = async () => Number(/scale\((.*)\)/.exec(await place(page))?.[1]);
  await openMap(page, `${TPM}map/`);
  // One that was moved before, which no change of its window fits.
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/map=both__\d/);
  const before = await scale();
  await list.click();
  await page.getByRole("combobox", { name: "Levels shown" }).selectOption("all");
  await list.click();
  await expect.poll(scale).toBeLessThan(before / 2);
  await list.click();
  await page.locator(".map-list").getByRole("link", { name: "Weak points", exact: true }).focus();
  await page.keyboard.press("b");
  await expect(page.locator(".map-path")).toBeVisible();
  await list.click();
  await expect(page.locator(".node").first()).toHaveText("Weak points");
  await expect(page.locator('.node[aria-level="2"]').first()).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.node[aria-level="2"]').last()).toBeInViewport({ ratio: 1 });
  const standing = await place(page);
  await page.getByRole("button", { name: "Fit" }).click();
  await expect.poll(() => place(page)).toBe(standing);
});

test("in the list the arrow that leads out leads nowhere from the first node", async ({ page }) => {
  await openMap(page, `${TPM}map/`);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  const first = page.locator(".map-list").getByRole("link", { name: "Trusted Platform Module", exact: true });
  await first.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".map-list").getByRole("link", { name: "What a TPM is", exact: true })).toBeFocused();
});

test("what is opened while words are looked for stays open when they are taken back", async ({ page }) => {
  await openMap(page, `${TPM}map/`);
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  await find(page).fill("bus between");
  await expect(hits(page)).toHaveText(/^1 of/);
  await page.getByRole("combobox", { name: "Levels shown" }).selectOption("all");
  await expect(page.locator(".map-list [aria-expanded=false]")).toHaveCount(0);
  await find(page).fill("");
  await expect(page.locator(".map-list .hit")).toHaveCount(0);
  await expect(page.locator(".map-list [aria-expanded=false]")).toHaveCount(0);
});

test("nothing stands back in a branch alone that holds no hit", async ({ page }) => {
  await openMap(page, `${TPM}map/`);
  await find(page).fill("bus between");
  await expect(hits(page)).toHaveText(/^1 of/);
  await page.locator("svg.map").focus();
  for (const key of ["Home", "ArrowDown", "b"]) await page.keyboard.press(key);
  await expect(hits(page)).toHaveText("none here");
  await expect(page.locator("svg.map")).not.toHaveClass(/finding/);
  await page.keyboard.press("Escape");
  await expect(page.locator("svg.map")).toHaveClass(/finding/);
});

for (const [way, open] of [
  ["a press", (page: Page) => page.locator('.node[aria-label^="AWS security"] .fold-target').click()],
  [
    "a star",
    async (page: Page) => {
      await page.locator("svg.map").focus();
      for (const key of ["End", "*"]) await page.keyboard.press(key);
    },
  ],
] as const) {
  test(`levels that were chosen while ${way} was to open notes of the atlas stay as they are`, async ({ page }) => {
    await openMap(page, "./atlas/");
    const letGo = await hold(page, /\/notes\/.*map\.json$/);
    const asked = page.waitForRequest(/\/notes\/.*map\.json$/);
    await open(page);
    const loaded = (await asked).response();
    const levels = page.getByRole("combobox", { name: "Levels shown" });
    await levels.selectOption("3");
    letGo();
    await (await loaded)?.finished();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await expect(levels).toHaveValue("3");
    await expect(page.locator('.node[aria-level="4"]')).toHaveCount(0);
  });
}

test("levels of the atlas that were asked for last are shown, whatever comes late", async ({ page }) => {
  await openMap(page, "./atlas/");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let open = 0;
  await page.route("**/map.json", async (route) => {
    open += 1;
    await held;
    await route.continue();
  });
  page.on("requestfinished", (request) => (open -= Number(request.url().endsWith("/map.json"))));
  const levels = page.getByRole("combobox", { name: "Levels shown" });
  await levels.selectOption("all");
  await expect.poll(() => open).toBeGreaterThan(3);
  await levels.selectOption("2");
  await expect(page.locator('.node[aria-level="3"]')).toHaveCount(0);
  release();
  await expect.poll(() => open).toBe(0);
  // What was loaded is there, folded, and opens without asking again.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(levels).toHaveValue("2");
  await expect(page.locator('.node[aria-level="3"]')).toHaveCount(0);
  await levels.selectOption("all");
  await expect(page.locator('.node[aria-level="4"]')).not.toHaveCount(0);
});

test("find keeps its buttons, their focus and the place that screen readers listen to", async ({ page }) => {
  await openMap(page, `${TPM}map/`);
  await expect(hits(page)).toHaveCSS("display", "block");
  await page.evaluate(() => {
    const gone: boolean[] = [];
    Object.assign(window, { gone });
    const output = document.querySelector(".map-find output") as HTMLOutputElement;
    const button = document.querySelector('[data-find="next"]') as HTMLElement;
    const look = () => gone.push(!button.checkVisibility() || output.value.startsWith("0"));
    new MutationObserver(look).observe(output, { childList: true });
  });
  await find(page).pressSequentially("attestation");
  await expect(hits(page)).toHaveText(/^1 of/);
  expect(await page.evaluate(() => Reflect.get(window, "gone").includes(true))).toBe(false);
  await find(page).fill("qqxqq");
  await expect(hits(page)).toHaveText("none");
  const next = page.getByRole("button", { name: "Next hit" });
  await next.press("Enter");
  await expect(hits(page)).toHaveText("none");
  await expect(next).toBeFocused();
});

test("keys that choose among what an input method offers are not the map's", async ({ page }) => {
  await openMap(page, `${TPM}map/`);
  await find(page).fill("attestation");
  await expect(hits(page)).toHaveText(/^1 of/);
  for (const key of ["Enter", "Escape"]) {
    // As Safari tells of the last of them, too.
    for (const said of [{ isComposing: true }, { keyCode: 229 }])
      await find(page).dispatchEvent("keydown", { key, ...said, bubbles: true, cancelable: true });
  }
  await expect(find(page)).toHaveValue("attestation");
  await expect(hits(page)).toHaveText(/^1 of/);
  await find(page).press("Enter");
  await expect(hits(page)).toHaveText(/^2 of/);
});

test("two presses on the name of a far branch go to it, and a press with Ctrl drags nothing", async ({ page }) => {
  await openMap(page, "./atlas/");
  const before = await place(page);
  await page.keyboard.down("Control");
  await page.mouse.move(30, 760);
  await page.mouse.down();
  await page.mouse.move(200, 600, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Control");
  expect(await place(page)).toBe(before);
  const zoomOut = page.getByRole("button", { name: "Zoom out" });
  for (let press = 0; press < 12; press += 1) await zoomOut.click();
  const label = page.locator(".far-label").nth(1);
  const words = (await label.textContent()) ?? "";
  const scale = async () => Number(/scale\(([\d.]+)/.exec(await place(page))?.[1]);
  await expect.poll(scale).toBeLessThan(0.1);
  await label.dblclick();
  // Larger than twice, which is what a double click does elsewhere.
  await expect.poll(scale).toBeGreaterThan(0.6);
  await expect(page.locator(`.node[aria-selected][aria-label="${words}"]`)).toBeInViewport();
});

test("Escape leads back from a branch also while the map is still on its way to it", async ({ page }) => {
  await openMap(page, TPM);
  const map = page.locator("svg.map");
  await map.focus();
  await page.keyboard.press("ArrowDown");
  await map.evaluate((svg) => {
    const leave = () => {
      svg.classList.add("escaped");
      svg.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    };
    svg.addEventListener("map:render", () => requestAnimationFrame(leave), { once: true });
  });
  await page.keyboard.press("b");
  await expect(map).toHaveClass(/escaped/);
  await expect(page.locator('.node[aria-level="1"]')).toHaveAttribute("aria-label", "Trusted Platform Module");
  await expect(map).toBeFocused();
  await expect(page.locator(".map-path")).toBeHidden();
});

test("a key that waits for a second letter does nothing more once the map was left", async ({ page }) => {
  await readNote(page, TPM);
  const map = page.locator("svg.map");
  await page.keyboard.press("i");
  await expect(map).toBeFocused();
  await page.keyboard.press("ArrowDown");
  // "Boot chain" begins so, too.
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await expect(map).not.toBeFocused();
  await map.focus();
  // Whatever waits is done before the next key.
  await page.keyboard.press("ArrowDown");
  await expect(map).not.toHaveAttribute("data-branch");
});

test("messages, copies and the full screen are told where screen readers listen", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openMap(page, TPM);
  const message = page.locator("note-map > [role=status]");
  await message.evaluate((element) => element.classList.add("earlier"));
  await page.locator("svg.map").hover();
  await page.mouse.wheel(0, 10);
  await expect(page.locator("note-map > .earlier[role=status]")).toContainText("wheel zooms the map");
  await page.locator("svg.map .node a").nth(1).click();
  const said = page.locator(".map-panel output");
  await said.evaluate((element) => element.classList.add("earlier"));
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.locator(".map-panel output.earlier")).toHaveText("Copied");
  await expect(page.getByRole("button", { name: "Copy link" })).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#what-a-tpm-is$/);
  await expect(page.getByRole("button", { name: "Copy link" })).toHaveText("Copy link");
  const full = page.getByRole("button", { name: "Full screen" });
  await expect(full).toHaveAttribute("aria-pressed", "false");
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "true");
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "false");
});
