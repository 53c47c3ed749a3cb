import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDev } from "./dev-site.ts";
import { expect, test } from "./site.ts";

test("in the dev server a note is found as soon as it is saved", async ({ page }) => {
  test.setTimeout(300_000);
  const notes = await mkdtemp(join(tmpdir(), "notes-"));
  const write = (name: string, text: string) => writeFile(join(notes, `${name}.md`), `# ${name}\n\n${text}\n`);
  await write("first", "A note about firmware.");
  const { address, close } = await startDev(notes);
  try {
    const status = (path: string) =>
      fetch(address + path).then(
        (response) => response.status,
        () => 0,
      );
    const find = async (words: string) => {
      await page.goto(`${address}search/?q=${words}`);
      await expect(page.locator(".search-said")).toHaveText(/ on 1 page\./, { timeout: 30_000 });
      const href = await page.locator("a[role=option]").first().getAttribute("href");
      // A page of the server reloads itself when a note is saved, which would stop the way to the next one.
      await page.goto("about:blank");
      return href;
    };
    await expect.poll(() => status("notes/first/"), { timeout: 60_000 }).toBe(200);
    expect(await find("firmware")).toContain("/notes/first/");
    await write("second", "A note about watchdogs.");
    await expect.poll(() => status("notes/second/"), { timeout: 30_000 }).toBe(200);
    expect(await find("watchdogs")).toContain("/notes/second/");
    await write("first", "A note about bootloaders.");
    await expect
      .poll(async () => (await fetch(`${address}notes/first/`)).text(), { timeout: 30_000 })
      .toContain("bootloaders");
    expect(await find("bootloaders")).toContain("/notes/first/");
  } finally {
    await close();
    await rm(notes, { recursive: true });
  }
});
