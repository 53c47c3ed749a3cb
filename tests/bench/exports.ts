import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { ExportContext } from "../../src/exports/format.ts";
import { FORMATS } from "../../src/exports/formats.ts";
import { NODE } from "../../src/exports/platform.node.ts";
import { toSvg } from "../../src/exports/svg.ts";
import type { OutlineNode } from "../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../src/site/maps.ts";
import { drawByBrowser } from "./markmap-cli.ts";

const CONTEXT: ExportContext = {
  id: "bench",
  title: "Bench",
  description: "A made-up map.",
  url: "https://example.org/bench/",
  lang: "en",
  reviewed: "2026-01-01",
};

/** Milliseconds and bytes of every format, for maps of three sizes; for SVG, how much longer a browser takes. */
export async function benchExports(makeOutline: (size: number) => OutlineNode): Promise<void> {
  await benchFormats(makeOutline);
  await benchSvg(makeOutline);
}

async function benchFormats(makeOutline: (size: number) => OutlineNode): Promise<void> {
  console.log("nodes   format            ms      bytes");
  for (const size of [100, 1000, 10_000]) {
    const map = createMap(makeOutline(size), {});
    const layout = layoutWhole(map);
    for (const format of FORMATS) {
      const start = performance.now();
      const body = await format.write({ ...map, layout, theme: "light" }, CONTEXT, NODE);
      const time = performance.now() - start;
      const bytes = typeof body === "string" ? Buffer.byteLength(body) : body.length;
      console.log(
        `${String(size).padEnd(8)}${format.extension.padEnd(14)}${time.toFixed(0).padStart(6)}${String(bytes).padStart(11)}`,
      );
    }
  }
}

const COMMAND = join(import.meta.dirname, "../../src/cli/map.ts");
/** Odd, so that the one in the middle is one that was measured. */
const ROUNDS = 5;

/**
 * SVG three times over: written in a process that runs, by our command with its start, and by
 * markmap-cli's way, the start of its browser included but not that of Node. The middle of some rounds.
 */
async function benchSvg(makeOutline: (size: number) => OutlineNode): Promise<void> {
  console.log("\nnodes   SVG of an outline          ms      bytes   a browser takes");
  for (const size of [100, 1000]) {
    const outline = makeOutline(size);
    const markdown = toList(outline);
    const written = await time(() => {
      const map = createMap(outline, {});
      return toSvg({ ...map, layout: layoutWhole(map), theme: "light" }, CONTEXT);
    });
    const command = await time(() => {
      const { stdout, status, stderr } = spawnSync(process.execPath, [COMMAND, "-"], {
        input: markdown,
        encoding: "utf8",
        maxBuffer: 1e8,
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    });
    const browser = await time(async () => {
      const { svg, nodes } = await drawByBrowser(markdown);
      if (nodes !== size) throw new Error(`markmap shows ${nodes} of ${size} nodes`);
      return svg;
    });
    for (const [name, { ms, bytes }] of Object.entries({ written, command, browser })) {
      const ratio = name === "browser" ? "" : `${(browser.ms / ms).toFixed(1)}x`.padStart(18);
      console.log(
        `${String(size).padEnd(8)}${name.padEnd(17)}${ms.toFixed(0).padStart(12)}${String(bytes).padStart(11)}${ratio}`,
      );
    }
  }
}

async function time(write: () => string | Promise<string>): Promise<{ ms: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    bytes = Buffer.byteLength(await write());
    times.push(performance.now() - start);
  }
  return { ms: times.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2] as number, bytes };
}

/** An outline as a heading and nested lists. */
function toList(root: OutlineNode): string {
  const lines = [`# ${root.content}`, ""];
  const write = (nodes: readonly OutlineNode[], indent: string) => {
    for (const { content, children } of nodes) {
      lines.push(`${indent}- ${content}`);
      write(children, `${indent}  `);
    }
  };
  write(root.children, "");
  return `${lines.join("\n")}\n`;
}
