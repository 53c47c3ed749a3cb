import { join } from "node:path";
import { type Page, chromium } from "@playwright/test";
import { build } from "vite";
import type { OutlineNode } from "../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../src/site/maps.ts";
import { findChromium } from "../browser/chromium.ts";
import type { Frame, Timings } from "./map-page.ts";
import { median } from "./median.ts";

const SIZES = [100, 1000, 5000, 10_000];
const NAMES = ["ours", "markmap-view", "mind-elixir"];

/** A map of a given size: five children a node, labels of two to eight words, the same each time. */
export function makeOutline(size: number): OutlineNode {
  const words = "access key policy boot chip cloud control firewall identity log network risk secret token".split(" ");
  let count = 0;
  const make = (tag: string): OutlineNode => {
    const label = Array.from({ length: 2 + (count % 7) }, (_, at) => words[(count * 7 + at * 3) % words.length]);
    count += 1;
    return { content: label.join(" "), children: [], payload: { id: `n${count}`, tag } };
  };
  const root = make("h1");
  const open = [root];
  for (let node = open.shift(); node && count < size; node = open.shift()) {
    while (node.children.length < 5 && count < size) node.children.push(make(node === root ? "h2" : "li"));
    open.push(...node.children);
  }
  return root;
}

/** Runs of a size, of which the median counts: small maps are drawn within a frame or two, and one of these is soon lost. */
const RUNS: Record<number, number> = { 100: 9, 1000: 9 };
const FEWEST_RUNS = 3;
/** From this size on mind-elixir takes so long that it is run once. */
const LARGE = 5000;
/** Longest wait for a picture, in milliseconds. */
const PATIENCE = 90_000;

/**
 * Times our map, stock markmap-view and mind-elixir side by side in one browser.
 * @param slowdown how many times slower than it is the machine is made for the browser's pages
 */
export async function benchMap(slowdown = 1): Promise<void> {
  const { script, style } = await bundlePage();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
  });
  const openPage = async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.setContent("<!doctype html><body></body>");
    await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    if (slowdown === 1) return page;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return page;
  };
  console.log("nodes   library         picture ms   ratio   pan ms (p95)     fold ms   ratio   elements   heap MB");
  for (const size of SIZES) {
    const map = createMap(makeOutline(size), { initialExpandLevel: -1 });
    const { bounds } = layoutWhole(map);
    let own: Timings | undefined;
    for (const name of NAMES) {
      const count = name === "mind-elixir" && size >= LARGE ? 1 : (RUNS[size] ?? FEWEST_RUNS);
      const runs: Timings[] = [];
      for (let run = 0; run < count; run += 1) {
        const page = await openPage();
        const timings = await playOnce(page, name, map.outline, bounds);
        if (timings) runs.push(timings);
        await page.close();
      }
      const timings = runs.length === count ? medians(runs) : undefined;
      own ??= timings;
      console.log(
        `${String(size).padEnd(8)}${name.padEnd(16)}${timings && own ? formatRow(timings, own) : "no picture"}`,
      );
    }
  }
  await browser.close();
}

async function bundlePage(): Promise<{ script: string; style: string }> {
  const [made] = [
    await build({
      configFile: false,
      logLevel: "error",
      publicDir: false,
      build: {
        write: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        lib: { entry: join(import.meta.dirname, "map-page.ts"), formats: ["iife"], name: "page", cssFileName: "page" },
      },
    }),
  ].flat();
  if (!made || !("output" in made)) throw new Error("The page of the bench could not be bundled.");
  const script = made.output.find(({ type }) => type === "chunk");
  const style = made.output.find(({ fileName }) => fileName.endsWith(".css"));
  if (script?.type !== "chunk" || style?.type !== "asset") throw new Error("The page has no script or no style.");
  return { script: script.code, style: String(style.source) };
}

/** Undefined: there was no picture in time. */
async function playOnce(page: Page, name: string, root: OutlineNode, frame: Frame): Promise<Timings | undefined> {
  const done = page.evaluate(
    ([player, outline, bounds]) =>
      (window as unknown as { bench(name: string, root: OutlineNode, frame: Frame): Promise<Timings> }).bench(
        player,
        outline,
        bounds,
      ),
    [name, root, frame] as const,
  );
  return Promise.race([done, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))]);
}

function medians(runs: readonly Timings[]): Timings {
  const of = (key: keyof Timings) => median(runs.map((run) => run[key]));
  return {
    picture: of("picture"),
    panMedian: of("panMedian"),
    panP95: of("panP95"),
    fold: of("fold"),
    elements: of("elements"),
    heap: of("heap"),
  };
}

function formatRow(timings: Timings, own: Timings): string {
  const ratio = (key: keyof Timings) => `${(timings[key] / own[key]).toFixed(1)}x`;
  return [
    timings.picture.toFixed(0).padStart(10),
    ratio("picture").padStart(8),
    `${timings.panMedian.toFixed(0)} (${timings.panP95.toFixed(0)})`.padStart(15),
    timings.fold.toFixed(0).padStart(12),
    ratio("fold").padStart(8),
    String(timings.elements).padStart(11),
    (timings.heap / 1e6).toFixed(0).padStart(10),
  ].join("");
}
