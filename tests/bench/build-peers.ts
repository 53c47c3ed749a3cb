import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { run } from "./build-run.ts";

/** Another way to make a site of the same notes. */
export interface Peer {
  name: string;
  /** Its packages. */
  dependencies: Record<string, string>;
  /** Where its notes are copied to, below its folder. */
  notes: string;
  files: Record<string, string>;
  /** Programs that are run one after the other, with their arguments, to make a site in a folder. */
  commands: (site: string) => string[][];
}

const build = (site: string) => ["node_modules/astro/bin/astro.mjs", "build", "--outDir", site];

export const PEERS: readonly Peer[] = [
  {
    name: "Starlight",
    dependencies: { astro: "7.3.4", "@astrojs/starlight": "0.42.4" },
    notes: "src/content/docs",
    files: {
      "astro.config.mjs": `import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ site: "https://example.org", integrations: [starlight({ title: "Notes" })] });
`,
      "src/content.config.ts": `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    },
    commands: (site) => [build(site)],
  },
  {
    name: "Astro + Pagefind",
    dependencies: { astro: "7.3.4", pagefind: "1.5.2" },
    notes: "notes",
    files: {
      "astro.config.mjs": `export default { site: "https://example.org" };\n`,
      "src/content.config.ts": `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = { notes: defineCollection({ loader: glob({ base: "./notes", pattern: "**/*.md" }) }) };
`,
      "src/pages/[...id].astro": `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  return (await getCollection("notes")).map((note) => ({ params: { id: note.id }, props: { note } }));
}
const { note } = Astro.props;
const { Content } = await render(note);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{note.data.title}</title></head>
  <body><main data-pagefind-body><h1>{note.data.title}</h1><Content /></main></body>
</html>
`,
    },
    commands: (site) => [build(site), ["node_modules/pagefind/lib/runner/bin.cjs", "--site", site]],
  },
];

/**
 * Gets a peer's packages from the npm registry into a folder of its own, and lays out its files.
 * @throws with what npm said when the registry cannot be reached
 */
export async function installPeer(folder: string, { dependencies, files }: Peer): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  await run(["npm", "install", "--no-audit", "--no-fund"], { cwd: folder });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Gives a peer its copy of the notes, instead of those it had. */
export async function giveNotes(folder: string, { notes }: Peer, from: string): Promise<void> {
  await rm(join(folder, notes), { recursive: true, force: true });
  await cp(from, join(folder, notes), { recursive: true });
}

/** Has a peer forget what it remembers of builds before. */
export async function forget(folder: string): Promise<void> {
  for (const left of [".astro", "node_modules/.astro", "node_modules/.vite"])
    await rm(join(folder, left), { recursive: true, force: true });
}
