import { defineConfig } from "@playwright/test";
import { findFreePort } from "./tests/browser/free-port.ts";

// The workers read this file again; they inherit what the first reading found.
process.env.SITE_PORT ??= String(await findFreePort());
const port = Number(process.env.SITE_PORT);

export default defineConfig({
  testDir: "tests/browser",
  // Its folder is emptied at each start, and the report of the unit tests must survive that.
  outputDir: "test-results/browser",
  globalSetup: "./tests/browser/prepare.ts",
  fullyParallel: true,
  workers: 2,
  // Machines differ threefold in speed, and some share theirs: what passes does so as soon as it can.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // Of `astro preview` only one can run at a time, and the reader of these lines may have one open.
    command: `vite preview --outDir dist --host 127.0.0.1 --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
