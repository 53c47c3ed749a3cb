import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findChromium } from "../browser/chromium.ts";
import { findFreePort } from "../browser/free-port.ts";
import { median } from "./median.ts";
import { serveFolder } from "./serve.ts";

const PAGES = ["", "notes/hardware/tpm/", "notes/hardware/tpm/map/", "search/", "glossary/", "atlas/"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;

/** Lighthouse's four scores for a phone, the median of three runs of each kind of page; `npm run build` comes first. */
export async function benchLighthouse(): Promise<void> {
  const { server, address } = await serveFolder(join(import.meta.dirname, "../../dist"));
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  console.log(
    `page                      ${CATEGORIES.map((name) => name.padStart(15)).join("")}    LCP ms   TBT ms      CLS    machine`,
  );
  for (const page of PAGES) {
    const runs: NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(`${address}/${page}`, { port, logLevel: "error", onlyCategories: CATEGORIES });
      if (!result) throw new Error(`Lighthouse gave no result for /${page}.`);
      runs.push(result.lhr);
    }
    const scores = CATEGORIES.map((name) => median(runs.map(({ categories }) => (categories[name]?.score ?? 0) * 100)));
    const figures = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map((id) =>
      median(runs.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN)),
    );
    const [lcp = 0, tbt = 0, cls = 0] = figures;
    console.log(
      `/${page}`.padEnd(26) +
        scores.map((score) => score.toFixed(0).padStart(15)).join("") +
        lcp.toFixed(0).padStart(10) +
        tbt.toFixed(0).padStart(9) +
        cls.toFixed(3).padStart(9) +
        // Blocking time is that of a phone a quarter as fast as this: below 1,500 or so it says more of the machine.
        median(runs.map(({ environment }) => environment.benchmarkIndex))
          .toFixed(0)
          .padStart(11),
    );
    // What costs a point is named, so that it can be mended.
    for (const { title, score, scoreDisplayMode, id } of Object.values(runs[0]?.audits ?? {})) {
      if (score !== null && score < 0.9 && scoreDisplayMode === "binary") console.log(`    ${id}: ${title}`);
    }
  }
  await browser.close();
  server.close();
}
