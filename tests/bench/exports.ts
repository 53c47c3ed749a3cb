import type { ExportContext } from "../../src/exports/format.ts";
import { FORMATS } from "../../src/exports/formats.ts";
import type { OutlineNode } from "../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../src/site/maps.ts";

const CONTEXT: ExportContext = {
  id: "bench",
  title: "Bench",
  description: "A made-up map.",
  url: "https://example.org/bench/",
  lang: "en",
  reviewed: "2026-01-01",
};

/** Milliseconds and bytes of every format, for maps of three sizes. */
export async function benchExports(makeOutline: (size: number) => OutlineNode): Promise<void> {
  console.log("nodes   format     ms      bytes");
  for (const size of [100, 1000, 10_000]) {
    const map = createMap(makeOutline(size), {});
    const layout = layoutWhole(map);
    for (const format of FORMATS) {
      if (size > 1000 && format.extension === "png") continue;
      const start = performance.now();
      const body = await format.write({ ...map, layout, theme: "light" }, CONTEXT);
      const time = performance.now() - start;
      const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
      console.log(
        `${String(size).padEnd(8)}${format.extension.padEnd(8)}${time.toFixed(0).padStart(6)}${String(bytes).padStart(11)}`,
      );
    }
  }
}
