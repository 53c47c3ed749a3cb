import { type Page, expect } from "@playwright/test";

/** Opens a page and wakes its map without touching anything in it. */
export async function wakeMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.mouse.move(5, 5);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
}

/** Opens a page on a touch screen, where its map wakes by itself, and nothing in it takes time to move. */
export async function openTouched(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
}

/** Opens a page and does to its map what wakes it where it is a part of the page. */
export async function reachForMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("svg.map:visible").hover();
  await page.mouse.wheel(0, 1);
  await expect(page.locator("note-map")).toHaveAttribute("data-state", "ready");
}

/** Opens a note and gives the signs of a reader, which load the reading aids. */
export async function readNote(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.mouse.move(300, 400);
  await page.mouse.move(310, 410);
  await expect(page.locator(".divider")).toBeAttached();
}

/**
 * Keeps files from arriving, as a slow line does.
 * @returns lets them go
 */
export async function hold(page: Page, files: RegExp): Promise<() => void> {
  const { promise: gone, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(files, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}
