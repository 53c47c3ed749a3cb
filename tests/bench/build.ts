import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notePath, writeNotes } from "./build-notes.ts";
import { forget, giveNotes, installPeer, type Peer, PEERS } from "./build-peers.ts";
import { type Effort, run } from "./build-run.ts";
import { median } from "./median.ts";

const ROOT = join(import.meta.dirname, "../..");
const CACHE = join(ROOT, "node_modules/.astro");
const SIZES = [7, 100, 1000];
/** How often each site is built; figures are medians. */
const ROUNDS = 3;
/** From here on each is built once, and of ours only the quickest way: painting so many pictures takes the better part of an hour. */
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

/** A way to make a site that takes part. */
interface Contender {
  name: string;
  /** Builds the notes into a folder that is not there yet. */
  build(notes: string, site: string): Promise<Effort[]>;
}

/**
 * Builds sites of made-up notes, ours beside Starlight and plain Astro with Pagefind by turns, each with
 * nothing kept from before. No site is deleted before the last is built: ext4 looks through all files
 * deleted in the last minutes before it makes one, which costs the next site seconds.
 * @param sizes how many notes; without any, 7, 100 and 1,000
 */
export async function benchBuild(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-build-"));
  const peers = await installPeers(folder);
  console.log(
    "notes   site                   seconds   of Starlight   of plain Astro   peak MB   output MB   note KB   largest KB",
  );
  for (const size of sizes.length > 0 ? sizes : SIZES) {
    const notes = join(folder, `made-${size}`);
    await writeNotes(notes, size);
    for (const peer of peers) await giveNotes(join(folder, peer.name), peer, notes);
    const ours = { name: "ours, text kinds", build: buildOurs("0") };
    const rows: Row[] = [];
    const show = (some: readonly Row[]) => {
      rows.push(...some);
      for (const row of some) console.log(drawRow(size, row, rows));
    };
    const all = [...peers.map((peer) => ({ name: peer.name, build: builderOf(peer, folder) })), ours];
    show(await race(all, notes, size < MANY ? ROUNDS : 1));
    if (size < MANY) show(await race([{ name: "ours, PNG and PDF too", build: buildOurs("1") }], notes, 1));
  }
  await rm(folder, { recursive: true });
}

/** Builds the notes with each by turns, so many times. */
async function race(contenders: readonly Contender[], notes: string, rounds: number): Promise<Row[]> {
  const builds = contenders.map((): Effort[][] => []);
  const siteOf = (name: string, round: number) => `${notes}-${round}-${name.replace(/\W+/g, "-")}`;
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { name, build }] of contenders.entries()) {
      builds[at]?.push(await build(notes, siteOf(name, round)));
    }
  }
  const rows: Row[] = [];
  for (const [at, { name }] of contenders.entries()) rows.push(await weigh(name, builds[at] ?? [], siteOf(name, 0)));
  return rows;
}

/** The peers whose packages can be had. */
async function installPeers(folder: string): Promise<readonly Peer[]> {
  try {
    for (const peer of PEERS) await installPeer(join(folder, peer.name), peer);
    return PEERS;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    console.log(`The others could not be had from the npm registry, so there are only our own figures.\n${said}`);
    return [];
  }
}

function builderOf({ name, commands }: Peer, folder: string): Contender["build"] {
  const cwd = join(folder, name);
  return async (_, site) => {
    await forget(cwd);
    const efforts: Effort[] = [];
    for (const command of commands(site)) efforts.push(await run([process.execPath, ...command], { cwd }));
    return efforts;
  };
}

function buildOurs(pictures: string): Contender["build"] {
  return async (notes, site) => {
    const kept = new Set(existsSync(CACHE) ? await readdir(CACHE) : []);
    // Without npm, as the others.
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
      scripts: { build: string };
    };
    const command = [process.execPath, ...scripts.build.split(" ").slice(1), "--outDir", site];
    const effort = await run(command, { cwd: ROOT, env: { NOTES: notes, PICTURES: pictures } });
    // What was remembered of these notes is of no use to anybody.
    for (const name of await readdir(CACHE)) if (!kept.has(name)) await rm(join(CACHE, name), { recursive: true });
    return [effort];
  };
}

/** @param builds what each program of each build took */
async function weigh(name: string, builds: readonly Effort[][], site: string): Promise<Row> {
  const files = await readdir(site, { recursive: true, withFileTypes: true });
  const row: Row = {
    name,
    seconds: median(builds.map((efforts) => efforts.reduce((sum, { seconds }) => sum + seconds, 0))),
    memory: median(builds.map((efforts) => Math.max(...efforts.map(({ memory }) => memory)))),
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
