import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";
import type { OutlineNode } from "../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../src/site/maps.ts";
import { findChromium } from "../browser/chromium.ts";
import type { Frame, Timings } from "./map-page.ts";

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

/** Times our map, stock markmap-view and mind-elixir side by side in one browser. */
export async function benchMap(): Promise<void> {
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
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
  });
  console.log("nodes   library         picture ms   ratio   pan ms (p95)     fold ms   ratio   elements   heap MB");
  for (const size of SIZES) {
    const map = createMap(makeOutline(size), { initialExpandLevel: -1 });
    const { bounds } = layoutWhole(map);
    let own: Timings | undefined;
    for (const name of NAMES) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.setContent("<!doctype html><body></body>");
      if (style?.type === "asset") await page.addStyleTag({ content: String(style.source) });
      if (script?.type === "chunk") await page.addScriptTag({ content: script.code });
      const run = page.evaluate(
        ([player, root, frame]) =>
          (window as unknown as { bench(name: string, root: OutlineNode, frame: Frame): Promise<Timings> }).bench(
            player,
            root,
            frame,
          ),
        [name, map.outline, bounds] as const,
      );
      const timings = await Promise.race([run, new Promise<undefined>((resolve) => setTimeout(resolve, 90_000))]);
      await page.close();
      if (!timings) {
        console.log(`${String(size).padEnd(8)}${name.padEnd(16)}no picture within 90 s`);
        continue;
      }
      own ??= timings;
      const ratio = (key: keyof Timings) => `${(timings[key] / (own as Timings)[key]).toFixed(1)}x`;
      console.log(
        [
          String(size).padEnd(8),
          name.padEnd(16),
          timings.picture.toFixed(0).padStart(10),
          ratio("picture").padStart(8),
          `${timings.panMedian.toFixed(0)} (${timings.panP95.toFixed(0)})`.padStart(15),
          timings.fold.toFixed(0).padStart(12),
          ratio("fold").padStart(8),
          String(timings.elements).padStart(11),
          (timings.heap / 1e6).toFixed(0).padStart(10),
        ].join(""),
      );
    }
  }
  await browser.close();
}
