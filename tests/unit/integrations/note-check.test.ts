import { EventEmitter } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noteCheck } from "../../../src/integrations/note-check.ts";

let folder: string;
const picture = (name: string) => `![${name}](https://example.org/${name}.png)\n`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "notes-"));
  vi.stubEnv("NOTES", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test("while authors write, what harms nothing is told when it changes, and what stops a build at each change", async () => {
  const note = join(folder, "a.md");
  await writeFile(note, picture("one"));
  const logger = { warn: vi.fn<(message: string) => void>(), error: vi.fn<(message: string) => void>() };
  const watcher = new EventEmitter();
  const { hooks } = noteCheck();
  const setup = { command: "dev", config: { cacheDir: pathToFileURL(`${folder}/`) }, updateConfig: vi.fn(), logger };
  await hooks["astro:config:setup"]?.(setup as never);
  await hooks["astro:server:setup"]?.({ server: { watcher }, logger } as never);
  expect(logger.warn).toHaveBeenCalledTimes(1);

  const change = async (text: string) => {
    const before = logger.error.mock.calls.length;
    // What is told of the second file says that the check is over.
    await writeFile(join(folder, "b.md"), "---\ntitle: [\n---\n");
    await writeFile(note, text);
    watcher.emit("all", "change", note);
    await vi.waitFor(() => expect(logger.error).toHaveBeenCalledTimes(before + 1), 5000);
  };
  await change(`${picture("one")}\nWords.\n`);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  await change(picture("one") + picture("two"));
  expect(logger.warn).toHaveBeenCalledTimes(2);
  expect(logger.warn.mock.lastCall?.[0]).toContain("two");
});
