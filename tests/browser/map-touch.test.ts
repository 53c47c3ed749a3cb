import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const NOTE = "./notes/cloud/aws-security/";
const node = (page: Page, label: string) => page.locator(`svg.map .node[aria-label^="${label}"]`);
const panel = (page: Page) => page.locator(".map-panel");
const title = (page: Page) => panel(page).locator('[data-panel="title"]');
const isReady = (page: Page) => expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

/** Opens a note and shows its map alone. */
async function openMap(page: Page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(NOTE);
  await page.getByText("Map", { exact: true }).tap();
  await isReady(page);
}

test("after a tap on the name of a far branch the panel and the address are that branch's", async ({ page }) => {
  await openMap(page);
  await node(page, "Threats").locator("a").tap();
  await expect(title(page)).toHaveText("Threats");
  await expect(page).toHaveURL(/#detection--threats$/);
  await page.getByLabel("Levels shown").selectOption("all");
  await page.locator(".far-label", { hasText: "Governance" }).tap();
  await expect(title(page)).toHaveText("Governance");
  await expect(panel(page).getByRole("link", { name: "Read" })).toHaveAttribute("href", "#governance");
  await expect(page.locator(".node.current")).toHaveText(/^Governance/);
  await expect(page).toHaveURL(/#governance$/);
});
