import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const NOTE = "./notes/hardware/tpm/";

const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);

const transformOf = (map: Locator) => map.locator("g").first().getAttribute("transform");

const scaleOf = async (map: Locator) => Number(/scale\(([\d.]+)/.exec((await transformOf(map)) ?? "")?.[1]);

async function wake(page: Page, path = NOTE): Promise<Locator> {
  await page.goto(path);
  await page.locator("svg.map").dispatchEvent("click");
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
  return page.locator("svg.map");
}

test("find in the atlas opens the notes that hold the words", async ({ page }) => {
  await wake(page, "./atlas/");
  await page.getByLabel("Find in the map").fill("ROCA");
  await expect(node(page, "ROCA")).toHaveClass(/hit/);
  await expect(page.locator(".map-find output")).toHaveText("1 of 1");
  await page.getByLabel("Find in the map").fill("");
  await expect(node(page, "ROCA")).toHaveCount(0);
});

test("numbers of items and states of tasks are part of their names, in map and list", async ({ page }) => {
  const file = join(mkdtempSync(join(tmpdir(), "map-")), "tasks.html");
  const input = "# Tasks & more\n\n1. First\n2. Second\n\n## Do\n\n- [x] done\n- [ ] open\n";
  const program = join(import.meta.dirname, "../../src/cli/map.ts");
  expect(spawnSync(process.execPath, [program, "-", "-o", file], { input, encoding: "utf8" }).stderr).toBe("");
  await wake(page, pathToFileURL(file).href);
  const names = ["Tasks & more", "1. First", "2. Second", "Do", "☑ done", "☐ open"];
  for (const name of names) await expect(page.getByRole("treeitem", { name, exact: true })).toHaveCount(1);
  await expect(node(page, "☑")).toHaveAttribute("aria-checked", "true");
  await expect(node(page, "☐")).toHaveAttribute("aria-checked", "false");
  await page.getByRole("button", { name: "Show as a nested list" }).click();
  for (const name of names) await expect(page.locator(".map-list").getByText(name, { exact: true })).toBeVisible();
});

test("in the reader's own colours the map has no other", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  const map = await wake(page);
  const colors = await map.evaluate((svg) => {
    const probe = document.body.appendChild(document.createElement("p"));
    const system = ["Canvas", "CanvasText", "LinkText", "Highlight", "Mark"].map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    const found = [...svg.querySelectorAll("text, tspan, .line, .root, .handle")].flatMap((element) => {
      const { fill, stroke } = getComputedStyle(element);
      return [fill, stroke].filter((color) => color !== "none");
    });
    return { system, found: [...new Set(found)] };
  });
  expect(colors.found.filter((color) => !colors.system.includes(color))).toEqual([]);
  expect(colors.found.length).toBeGreaterThan(1);
});

test("in the reader's own colours nothing is faint beside what was found, and marks in drawings can be read", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.goto("./notes/hardware/tpm/?mark=attester#remote-attestation");
  await expect(page.locator(".search-marks")).toContainText(/\d+ of \d+/);
  await expect(page.locator(".map.finding .node.hit")).not.toHaveCount(0);
  const faint = page.locator(".map.finding .node:not(.hit)").first();
  await expect(faint).toHaveCSS("opacity", "1");
  const letters = page.locator(".prose svg text").filter({ hasText: "Attester" });
  for (const part of ["::highlight(search)", "::highlight(search-current)"]) {
    const [ground, canvas] = await letters.evaluate((text, name) => {
      const probe = document.body.appendChild(document.createElement("p"));
      probe.style.color = "Canvas";
      return [getComputedStyle(text, name).backgroundColor, getComputedStyle(probe).color];
    }, part);
    expect(ground).toBe(canvas);
  }
});

for (const [width, size] of [
  [320, "100%"],
  [1280, "200%"],
] as const) {
  test(`${width} pixels wide, with text at ${size}, nothing stands beside the page`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    for (const path of [NOTE, "./", "./atlas/", "./search/", "./glossary/"]) {
      await page.goto(path);
      await page.evaluate((value) => document.documentElement.style.setProperty("font-size", value), size);
      const wide = await page.evaluate(() => {
        const { clientWidth } = document.documentElement;
        const beyond = [...document.querySelectorAll("main *, header *")].filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return (
            width > 0 &&
            right > clientWidth + 1 &&
            !element.closest(".map, .map-bar, .index-letters, pre, .table, [hidden]")
          );
        });
        return beyond.map((element) => element.outerHTML.slice(0, 80));
      });
      expect(wide, path).toEqual([]);
    }
  });
}

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  interface Finger {
    x: number;
    y: number;
  }

  /** Moves fingers over the page, as a touch screen does. */
  async function touch(session: CDPSession, from: Finger[], to: Finger[]) {
    const steps = 5;
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: from });
    for (let step = 1; step <= steps; step += 1) {
      const touchPoints = from.map(({ x, y }, finger) => {
        const end = to[finger] as Finger;
        return { x: x + ((end.x - x) * step) / steps, y: y + ((end.y - y) * step) / steps };
      });
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  test("two fingers zoom; one finger pans the map once it has the focus, and the page before", async ({ page }) => {
    const map = await wake(page);
    await map.evaluate((svg) => svg.blur());
    const session = await page.context().newCDPSession(page);
    const box = await map.boundingBox();
    if (!box) throw new Error("the map is not shown");
    const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.6];
    const before = await transformOf(map);
    await touch(session, [{ x, y }], [{ x: x - 60, y }]);
    expect(await transformOf(map)).toBe(before);

    const scale = await scaleOf(map);
    await touch(session, [{ x: x - 20, y }, { x: x + 20, y }], [{ x: x - 80, y }, { x: x + 80, y }]); // prettier-ignore
    await expect.poll(() => scaleOf(map)).toBeGreaterThan(scale * 1.5);

    await map.focus();
    const zoomed = await transformOf(map);
    await touch(session, [{ x, y }], [{ x: x - 60, y: y + 30 }]);
    await expect.poll(() => transformOf(map)).not.toBe(zoomed);
  });

  test("a double tap zooms", async ({ page }) => {
    const map = await wake(page);
    await map.focus();
    const scale = await scaleOf(map);
    const box = await map.boundingBox();
    if (!box) throw new Error("the map is not shown");
    // Beside the nodes: a tap on one leads to its place.
    const [x, y] = [box.x + box.width - 15, box.y + 15];
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => scaleOf(map)).toBeGreaterThan(scale * 1.2);
  });
});

test("the node that was left looks otherwise than one that has the keyboard", async ({ page }) => {
  const map = await wake(page);
  await map.focus();
  const frame = page.locator(".node.current > .root");
  await expect(frame).toHaveCSS("outline-width", "2px");
  await page.keyboard.press("Escape");
  await expect(map).not.toBeFocused();
  await expect(frame).toHaveCSS("outline-width", "1px");
});

for (const path of [NOTE, `${NOTE}map/`, "./"]) {
  test(`with more room between letters and words the labels of ${path} stay beside what is beside them`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.mouse.move(300, 400);
    await page.mouse.move(310, 410);
    const widths = () =>
      page.locator("svg.map text").evaluateAll((all) => all.map((text) => (text as SVGTextElement).getBBox().width));
    if (path === NOTE) await expect(page.locator(".divider")).toBeAttached();
    else await page.waitForLoadState("networkidle");
    const before = await widths();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
      document.adoptedStyleSheets.push(sheet);
    });
    await expect(page.locator("h1").first()).not.toHaveCSS("letter-spacing", "normal");
    expect(await widths()).toEqual(before);
  });
}
