import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, listNotes } from "./dist.ts";
import { expect, test } from "./site.ts";

// Programs that readers open exports in. A test of one that is not installed is not there at all; CI installs them.

const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;
const fresh = (name: string) => join(mkdtempSync(join(tmpdir(), "map-")), name);
const built = (path: string) => join(DIST, path);

interface Node {
  content: string;
  children: Node[];
}

/** The words of a map without blanks: programs break lines where they like. */
async function readWords(request: { get(url: string): Promise<{ json(): Promise<unknown> }> }, path: string) {
  const { root } = (await (await request.get(`./${path}map.json`)).json()) as { root: Node };
  const words: string[] = [];
  const walk = ({ content, children }: Node) => {
    words.push(
      content
        .replace(/<[^>]*>/g, "")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&"),
    );
    for (const child of children) walk(child);
  };
  walk(root);
  return words.map((label) => label.replace(/\s+/g, ""));
}

/** The words of a PDF without blanks. */
function readPdf(file: string): string {
  return (
    execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" })
      // Fonts may join letters: fi, ff.
      .normalize("NFKC")
      .replace(/\s+/g, "")
  );
}

if (has("rsvg-convert") && has("pdftotext")) {
  for (const path of [...listNotes(), "atlas/"]) {
    test(`rsvg-convert shows every word of /${path}map.svg`, async ({ request }) => {
      const pdf = fresh("map.pdf");
      execFileSync("rsvg-convert", ["--format=pdf", `--output=${pdf}`, built(`${path}map.svg`)]);
      const text = readPdf(pdf);
      expect((await readWords(request, path)).filter((label) => !text.includes(label))).toEqual([]);
    });
  }
}

if (has("inkscape") && has("pdftotext")) {
  test("Inkscape shows every word", async ({ request }) => {
    test.setTimeout(120_000);
    const path = "notes/hardware/tpm/";
    const pdf = fresh("map.pdf");
    execFileSync("inkscape", [built(`${path}map.svg`), `--export-filename=${pdf}`], { stdio: "ignore" });
    const text = readPdf(pdf);
    expect((await readWords(request, path)).filter((label) => !text.includes(label))).toEqual([]);
  });
}

if (has("xmllint")) {
  test("xmllint finds no fault in any XML", () => {
    const files = [...listNotes(), "atlas/"].flatMap((path) =>
      ["svg", "opml", "mm"].map((extension) => built(`${path}map.${extension}`)),
    );
    const feeds = ["rss.xml", "sitemap-index.xml", "sitemap-0.xml", "opensearch.xml"].map(built);
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", ...files, ...feeds], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
}
