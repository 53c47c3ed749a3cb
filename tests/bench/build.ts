import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notePath, writeNotes } from "./build-notes.ts";
import { installPeers, PEERS, preparePeer } from "./build-peers.ts";
import { type Effort, run } from "./build-run.ts";

const ROOT = join(import.meta.dirname, "../..");
const CACHE = join(ROOT, "node_modules/.astro");
const SIZES = [7, 100, 1000];
/** From here on only the quickest way of ours is taken: painting so many pictures takes the better part of an hour. */
const MANY = 5000;
/** The note whose page is weighed; there is one in every site. */
const SAMPLE = 3;

interface Row extends Effort {
  name: string;
  /** Bytes of all files. */
  output: number;
  /** Bytes of the HTML of one note, the same in each site, and of the largest page. */
  page: number;
  largest: number;
}

/**
 * Builds sites of made-up notes, ours beside Starlight and plain Astro with Pagefind in one run, each
 * with nothing kept from before.
 * @param sizes how many notes; without any, 7, 100 and 1,000
 */
export async function benchBuild(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-build-"));
  const peers = await installPeers(folder).then(
    () => PEERS,
    (error: Error) => {
      console.log(
        `The others could not be had from the npm registry, so there are only our own figures.\n${error.message}`,
      );
      return [];
    },
  );
  console.log(
    "notes   site                   seconds   of Starlight   of plain Astro   peak MB   output MB   note KB   largest KB",
  );
  for (const size of sizes.length > 0 ? sizes : SIZES) {
    const notes = join(folder, `made-${size}`);
    await writeNotes(notes, size);
    const rows: Row[] = [];
    const show = (row: Row) => {
      rows.push(row);
      console.log(drawRow(size, row, rows));
    };
    for (const peer of peers) {
      await preparePeer(folder, peer, notes);
      const efforts: Effort[] = [];
      for (const command of peer.commands) efforts.push(await run([process.execPath, ...command], { cwd: folder }));
      show(await weigh(peer.name, efforts, join(folder, "dist")));
    }
    show(await buildOurs("ours, text kinds", folder, notes, "0"));
    if (size < MANY) show(await buildOurs("ours, PNG and PDF too", folder, notes, "1"));
    await rm(notes, { recursive: true });
  }
  await rm(folder, { recursive: true });
}

async function buildOurs(name: string, folder: string, notes: string, pictures: string): Promise<Row> {
  const site = join(folder, "ours");
  const kept = new Set(await readdir(CACHE));
  const command = ["npm", "run", "build", "--", "--outDir", site];
  const effort = await run(command, { cwd: ROOT, env: { NOTES: notes, PICTURES: pictures } });
  const row = await weigh(name, [effort], site);
  await rm(site, { recursive: true });
  // What was remembered of these notes is of no use to anybody.
  for (const name of await readdir(CACHE)) if (!kept.has(name)) await rm(join(CACHE, name), { recursive: true });
  return row;
}

async function weigh(name: string, efforts: readonly Effort[], site: string): Promise<Row> {
  const files = await readdir(site, { recursive: true, withFileTypes: true });
  const row: Row = {
    name,
    seconds: efforts.reduce((sum, { seconds }) => sum + seconds, 0),
    memory: Math.max(...efforts.map(({ memory }) => memory)),
    output: 0,
    page: 0,
    largest: 0,
  };
  const sample = `${notePath(SAMPLE).replace(/\.md$/, "")}/index.html`;
  for (const file of files) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const { size } = await stat(path);
    row.output += size;
    if (path.endsWith(sample)) row.page = size;
    // Exported maps are files to take away and no pages.
    if (file.name === "index.html") row.largest = Math.max(row.largest, size);
  }
  return row;
}

function drawRow(size: number, row: Row, rows: readonly Row[]): string {
  const ratio = (peer: string) => {
    const other = rows.find(({ name }) => name === peer);
    return other ? `${(row.seconds / other.seconds).toFixed(2)}x` : "–";
  };
  return [
    String(size).padEnd(8),
    row.name.padEnd(23),
    row.seconds.toFixed(1).padStart(7),
    ratio("Starlight").padStart(15),
    ratio("Astro + Pagefind").padStart(17),
    (row.memory / 1e6).toFixed(0).padStart(10),
    (row.output / 1e6).toFixed(1).padStart(12),
    (row.page / 1000).toFixed(1).padStart(10),
    (row.largest / 1000).toFixed(1).padStart(13),
  ].join("");
}
