import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./site.ts";

/** Opens the menu and asks for the map as it stands. */
export async function askForView(page: Page): Promise<void> {
  await page.getByText("Save map").click();
  await page.getByLabel("As you see it").check();
}

/** Saves by the menu's entry of a format. */
export async function save(page: Page, extension: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.locator(`.menu-list a[href$="/map.${extension}"]`).click();
  const name = (await download).suggestedFilename();
  await expect(page.locator(".menu-said")).toHaveText(
    new RegExp(`^Saved ${name.replaceAll(".", "\\.")}, \\d+ (?:KB|bytes)\\.$`),
  );
  return { name, bytes: readFileSync(await (await download).path()) };
}
