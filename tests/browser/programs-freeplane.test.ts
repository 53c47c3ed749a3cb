import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { DIST, listNotes } from "./dist.ts";
import { readLabels } from "./map-labels.ts";
import { fresh, run } from "./pictures.ts";
import { expect, test } from "./site.ts";
import { testWith } from "./with-programs.ts";

const PATHS = [...listNotes(), "atlas/"];
const SCRIPT = join(import.meta.dirname, "../fixtures/read-maps.groovy");
/** Lets the script run, and no question stop it. */
const SETTINGS = ["file", "network", "exec", "write"].map((kind) => `execute_scripts_without_${kind}_restriction=true`);
/** Words without what files put before them: an item's number, a task's state. */
const bare = (words: string) =>
  words
    .replace(/^(?:\d+\. |[☐☑] )/u, "")
    .replace(/\s+/g, " ")
    .trim();

testWith(["freeplane", "xvfb-run"], "Freeplane opens every .mm, with all nodes, their order, depth and links", () => {
  test.setTimeout(300_000);
  const told = fresh("told.tsv");
  const home = join(dirname(told), "freeplane");
  // Of Debian's version.
  const settings = join(home, "1.7.x");
  const scripts = join(settings, "scripts/init");
  mkdirSync(scripts, { recursive: true });
  cpSync(SCRIPT, join(scripts, "read-maps.groovy"));
  const lines = ["execute_scripts_without_asking=true", "skip_template_selection=true", ...SETTINGS];
  writeFileSync(join(settings, "auto.properties"), lines.join("\n"));
  const fileOf = (path: string) => join(DIST, `${path}map.mm`);
  // A system whose own encoding has no letters but ASCII's.
  const env = { ...process.env, LC_ALL: "C", HOME: home, MAPS: PATHS.map(fileOf).join(delimiter), MAPS_TOLD: told };
  run("xvfb-run", ["-a", "freeplane", `-U${home}`], { env, timeout: 100_000 });

  const rows = readFileSync(told, "utf8").trimEnd().split("\n");
  const nodes = rows.map((row) => row.split("\t") as [file: string, depth: string, words: string, link: string]);
  for (const path of PATHS) {
    const own = nodes.filter(([file]) => file === fileOf(path));
    const read = own.map(([, depth, words]) => ({ words: bare(words), depth: Number(depth) }));
    expect(read, path).toEqual(readLabels(path).map(({ words, depth }) => ({ words: bare(words), depth })));
    for (const [, , , link] of own) expect(link, path).toMatch(/^https:/);
  }
});
