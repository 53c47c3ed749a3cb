import { once } from "node:events";
import { type Server, createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import { build } from "vite";
import { type IndexFile, type IndexPage, createBundle } from "../../src/search/bundle.ts";
import { gatherVocabulary } from "../../src/search/vocabulary.ts";
import { findChromium } from "../browser/chromium.ts";
import { median } from "./median.ts";
import { type MadeNote, makeNotes, makeQueries } from "./search-notes.ts";
import { MINISEARCH } from "./search-settings.ts";

const SIZES = [1000, 5000];
/** How many first searches are timed, each for other words and in a browser profile of its own. */
const COLD_RUNS = 7;

const NAMES: Record<string, string> = {
  ours: "ours",
  minisearch: "MiniSearch",
  stock: "Pagefind UI",
  "stock-eager": "Pagefind UI, no delay",
};

const MEDIA_TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".html": "text/html",
};

/** Files by their path on the server. */
type Files = Map<string, Uint8Array>;

interface Row {
  cold: number;
  coldMost: number;
  warm: number;
  warmMost: number;
  coldBytes: number;
  allBytes: number;
}

/** Times keystroke to first result of our search, MiniSearch and Pagefind's own interface, in one browser. */
export async function benchSearch(): Promise<void> {
  const page = await buildPage();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  console.log(`Milliseconds from the keystroke until the first result is painted: median (most) of ${COLD_RUNS} searches with
nothing loaded and of ${makeQueries().length} with the index there; bytes after compression, of a first search and of all.`);
  console.log("notes   search                   cold ms   ratio       warm ms   ratio    KB cold   KB in all");
  for (const size of SIZES) {
    const notes = [...makeNotes(size)];
    const files = new Map([...page, ...(await indexNotes(notes))]);
    let own: Row | undefined;
    for (const name of Object.keys(NAMES)) {
      const row = await timeSearch(browser, files, name);
      own ??= row;
      console.log(drawRow(size, name, row, own));
    }
  }
  await browser.close();
}

function drawRow(size: number, name: string, row: Row, own: Row): string {
  const { cold, coldMost, warm, warmMost, coldBytes, allBytes } = row;
  return [
    String(size).padEnd(8),
    (NAMES[name] ?? name).padEnd(22),
    `${cold.toFixed(0)} (${coldMost.toFixed(0)})`.padStart(10),
    `${(cold / own.cold).toFixed(1)}x`.padStart(8),
    `${warm.toFixed(0)} (${warmMost.toFixed(0)})`.padStart(14),
    `${(warm / own.warm).toFixed(1)}x`.padStart(8),
    (coldBytes / 1000).toFixed(0).padStart(11),
    (allBytes / 1000).toFixed(0).padStart(12),
  ].join("");
}

async function timeSearch(browser: Browser, files: Files, name: string): Promise<Row> {
  const queries = makeQueries();
  const every = Math.floor(queries.length / COLD_RUNS);
  const colds: number[] = [];
  const coldBytes: number[] = [];
  const warms: number[] = [];
  let allBytes = 0;
  for (let run = 1; run <= COLD_RUNS; run += 1) {
    const { server, origin, sent } = await serve(files, name);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin, { waitUntil: "networkidle" });
    await page.waitForFunction(() => "time" in window);
    const time = (query: string) =>
      page.evaluate((words) => (window as unknown as { time(query: string): Promise<number> }).time(words), query);
    colds.push(await time(queries[(run - 1) * every] ?? ""));
    coldBytes.push(sent());
    if (run === COLD_RUNS) {
      for (const query of queries) warms.push(await time(query));
      allBytes = sent();
    }
    await context.close();
    server.closeAllConnections();
    server.close();
  }
  return {
    cold: median(colds),
    coldMost: Math.max(...colds),
    warm: median(warms),
    warmMost: Math.max(...warms),
    coldBytes: median(coldBytes),
    allBytes,
  };
}

/** The page with every search in it, each loaded only when its name is asked for. */
async function buildPage(): Promise<Files> {
  const [made] = [
    await build({
      configFile: false,
      logLevel: "error",
      publicDir: false,
      build: {
        write: false,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: join(import.meta.dirname, "search-page.ts"),
          output: { entryFileNames: "page.js" },
        },
      },
    }),
  ].flat();
  if (!made || !("output" in made)) throw new Error("The page of the bench could not be bundled.");
  return new Map(
    made.output.map((part) => [
      `/${part.fileName}`,
      Buffer.from(part.type === "chunk" ? part.code : (part.source as string)),
    ]),
  );
}

/** Indexes the notes for every search. */
async function indexNotes(notes: readonly MadeNote[]): Promise<Files> {
  const place = (folder: string, made: readonly IndexFile[]) =>
    made.map(({ path, content }) => [`/${folder}/${path}`, content] as const);
  const own = await createBundle(toPages(notes));
  const mini = new MiniSearch<MadeNote>(MINISEARCH);
  mini.addAll(notes);
  const vocabulary = gatherVocabulary(
    notes.map(({ html }) => html),
    [],
  );
  return new Map([
    ...place("pagefind", own.files),
    ...place("stock", await indexAsShipped(notes)),
    ["/search/vocabulary.json", Buffer.from(JSON.stringify(vocabulary))],
    ["/minisearch.json", Buffer.from(JSON.stringify(mini))],
  ]);
}

async function* toPages(notes: readonly MadeNote[]): AsyncGenerator<IndexPage> {
  yield* notes;
}

async function indexAsShipped(notes: readonly MadeNote[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join("; "));
  for (const { url, html } of notes) await index.addHTMLFile({ url, content: html });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  await close();
  return files;
}

const zipped = new WeakMap<Uint8Array, Uint8Array>();

/** Serves the files, text compressed as static hosts do, and counts what it sends beside the page and its script. */
async function serve(files: Files, name: string): Promise<{ server: Server; origin: string; sent(): number }> {
  let count = 0;
  const stock = name.startsWith("stock")
    ? '<link rel="stylesheet" href="/stock/pagefind-ui.css"><script src="/stock/pagefind-ui.js"></script>'
    : "";
  const html = `<!doctype html><html lang="en"><head><title>${name}</title>${stock}<script type="module" src="/page.js"></script></head><body data-name="${name}"></body></html>`;
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const file = path === "/" ? Buffer.from(html) : files.get(path);
    if (!file) return void response.writeHead(404).end();
    const type = path === "/" ? "text/html" : MEDIA_TYPES[extname(path)];
    const body = type ? (zipped.get(file) ?? gzipSync(file, { level: 9 })) : file;
    if (type) zipped.set(file, body);
    if (path !== "/" && path !== "/page.js") count += body.length;
    response.writeHead(200, {
      "Content-Type": type ?? "application/octet-stream",
      ...(type && { "Content-Encoding": "gzip" }),
    });
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The system gave no port.");
  return { server, origin: `http://127.0.0.1:${address.port}/`, sent: () => count };
}
