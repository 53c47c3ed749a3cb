import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { DIST, listPages } from "./dist.ts";
import { expect, test } from "./site.ts";

/** What a first visit may cost, in bytes after brotli: ten packets for what blocks, and little script. */
const LIMITS = { blocking: 14_600, script: 5_120, fonts: 30_000 };
/** Most words a note may have and still be held to the limits; beyond, more words are more bytes. */
const USUAL_WORDS = 950;

const packed = new Map<string, number>();

function sizeOf(path: string): number {
  let size = packed.get(path);
  if (size === undefined) {
    size = brotliCompressSync(readFileSync(join(DIST, path))).length;
    packed.set(path, size);
  }
  return size;
}

/** A page's words, to tell how much a note says. */
function countWords(html: string): number {
  const text = /<article[\s\S]*?<\/article>/.exec(html)?.[0].replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, " ") ?? "";
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

test("pages are light: what blocks fits into one round trip, with the map", async ({ page }) => {
  test.setTimeout(300_000);
  const rows: string[] = ["page                                     words   html    css blocks script  fonts"];
  const faults: string[] = [];
  for (const path of listPages()) {
    const asked: string[] = [];
    page.removeAllListeners("request");
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await page.goto(`./${path}`, { waitUntil: "networkidle" });
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const html = readFileSync(join(DIST, file), "utf8");
    // A sheet for paper or for other colours blocks nothing.
    const [, ...apart] = html.split('<link rel="stylesheet" media=').map((rest) => /href="\/([^"]+)"/.exec(rest)?.[1]);
    const sum = (ending: string) =>
      asked.filter((url) => url.endsWith(ending) && !apart.includes(url)).reduce((all, url) => all + sizeOf(url), 0);
    const [css, script, fonts] = [sum(".css"), sum(".js"), sum(".woff2")];
    const words = countWords(html);
    rows.push(
      `/${path}`.padEnd(40) +
        [words, sizeOf(file), css, sizeOf(file) + css, script, fonts].map((size) => String(size).padStart(6)).join(" "),
    );
    const isNote = path.startsWith("notes/") && !path.endsWith("/map/");
    if (isNote && sizeOf(file) + css > LIMITS.blocking * Math.max(1, words / USUAL_WORDS))
      faults.push(`/${path} blocks with ${sizeOf(file) + css}`);
    if (script > LIMITS.script) faults.push(`/${path} loads ${script} of script`);
    if (fonts > LIMITS.fonts) faults.push(`/${path} loads ${fonts} of fonts`);
  }
  console.log(rows.join("\n"));
  expect(faults).toEqual([]);
});
