import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("a build with bad notes stops with one message that names them all", { timeout: 120_000 }, () => {
  const folder = "tests/fixtures/bad-notes";
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    env: { ...process.env, NOTES: folder },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(status).toBe(1);
  for (const name of readdirSync(folder)) expect(stdout + stderr).toContain(name);
  expect(stderr).toMatch(/^\d+ problems in \d+ files:\n/);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
});
