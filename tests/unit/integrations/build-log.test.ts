import { afterEach, expect, test, vi } from "vitest";
import createBuildLog from "../../../src/integrations/build-log.ts";

afterEach(() => vi.restoreAllMocks());

/** A log, what it has written, and a clock. */
function openLog() {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const clock = { time: 0 };
  const log = createBuildLog({}, () => clock.time);
  const say = (label: string | null, message: string, newLine = true) =>
    log.write({ label, level: "info", message, newLine });
  const writePage = (path: string, took = " \u001b[2m(+12ms)\u001b[22m ") => {
    say(null, `  \u001b[34m├─\u001b[39m \u001b[2m${path}\u001b[22m`, false);
    say("SKIP_FORMAT", took);
  };
  return { lines, clock, say, writePage };
}

test("pages have no lines of their own, whether they are made or taken from the build before", () => {
  const { lines, writePage } = openLog();
  writePage("/index.html");
  writePage("/a/index.html", " \u001b[31m(+1.20s)\u001b[39m ");
  writePage("/b/map.png", " \u001b[32m(cached)\u001b[39m");
  writePage("/c/map.png", " \u001b[32m(restored)\u001b[39m");
  expect(lines).toEqual([]);
});

test("all else is said as Astro says it, also of a page that was not written", () => {
  const { lines, say, writePage } = openLog();
  say("build", "Complete!");
  say("SKIP_FORMAT", "\n generating static routes ");
  writePage("/d/index.html", " (+2ms) (file not created, response body was empty)");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/\[build\].* Complete!\n$/);
  expect(lines[1]).toBe("\n generating static routes \n");
  expect(lines[2]).toContain("file not created");
});

test("a long build says now and then how far it is", () => {
  const { lines, clock, writePage } = openLog();
  for (let page = 0; page < 12; page += 1) {
    writePage(`/${page}/index.html`);
    clock.time += 1000;
  }
  expect(lines).toEqual([
    expect.stringMatching(/\[build\].* 6 pages and files written\n$/),
    expect.stringMatching(/\[build\].* 11 pages and files written\n$/),
  ]);
});
