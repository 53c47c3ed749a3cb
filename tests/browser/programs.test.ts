import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, listNotes } from "./dist.ts";
import { readLabels } from "./map-labels.ts";
import { convertByOffice, fresh, run } from "./pictures.ts";
import { expect, test } from "./site.ts";
import { testWith } from "./with-programs.ts";

// Programs that readers open exports in.

const PATHS = [...listNotes(), "atlas/"];
/** A map with code, links within labels, and the most words. */
const LARGEST = "notes/hardware/tpm/";
const built = (path: string) => join(DIST, path);

/** The words of a map without blanks: programs break lines where they like. */
function readWords(path: string): string[] {
  return readLabels(path).map(({ words }) => words.replace(/\s+/g, ""));
}

/** The labels of a map that a PDF has not, by Poppler. */
function missingWords(pdf: string, path: string): string[] {
  // Fonts may join letters: fi, ff.
  const text = run("pdftotext", ["-raw", pdf, "-"]).normalize("NFKC").replace(/\s+/g, "");
  return readWords(path).filter((label) => !text.includes(label));
}

testWith(["pdftotext", "pdfinfo"], "Poppler finds every word of every PDF, on one page", () => {
  for (const path of PATHS) {
    const pdf = built(`${path}map.pdf`);
    expect(missingWords(pdf, path), path).toEqual([]);
    const { status, stdout, stderr } = spawnSync("pdfinfo", [pdf], { encoding: "utf8" });
    expect({ status, stderr }, path).toEqual({ status: 0, stderr: "" });
    expect(stdout, path).toMatch(/^Pages: +1$/m);
  }
});

testWith(
  ["pdftotext"],
  "Poppler finds words from right to left, of letters drawn in another order, and of those that no font here has",
  () => {
    const note = fresh("scripts.md");
    const pdf = fresh("scripts.pdf");
    writeFileSync(
      note,
      "# One\n\n- 日本語 words\n- abc שלום עולם def\n- مرحبا بالعالم\n- Ж λ ≥ ✓ 😀\n- किताब और हिन्दी\n",
    );
    run(process.execPath, ["src/cli/map.ts", note, "-o", pdf]);
    // Without the marks by which Poppler tells of directions.
    const text = run("pdftotext", ["-raw", pdf, "-"]).replace(/[\u202a-\u202e]/g, "");
    for (const word of ["日本語", "words", "abc", "שלום", "עולם", "مرحبا", "بالعالم", "Ж λ ≥ ✓ 😀", "किताब और हिन्दी"])
      expect(text).toContain(word);
  },
);

testWith(["pdfinfo"], "Poppler reads the tags of a PDF: every label, in the map's order, below its own parent", () => {
  const lines = run("pdfinfo", ["-struct-text", built(`${LARGEST}map.pdf`)]).split("\n");
  const read: { words: string; depth: number }[] = [];
  for (const line of lines) {
    const [, indent = "", kind] = /^( *)(H1|LBody)\b/.exec(line) ?? [];
    const [, words = ""] = /^ *"(.*)"$/.exec(line) ?? [];
    // Below the document there is a list, an item and its body for each level.
    if (kind) read.push({ words: "", depth: kind === "H1" ? 0 : indent.length / 6 });
    const last = read.at(-1);
    if (last) last.words += words.replace(/\s+/g, "");
  }
  const labels = readLabels(LARGEST);
  expect(read).toEqual(labels.map(({ words, depth }) => ({ words: words.replace(/\s+/g, ""), depth })));
});

testWith(["qpdf"], "each bookmark of a PDF leads to its own node", () => {
  const pdf = fresh("bookmarks.pdf");
  run("qpdf", ["--qdf", "--object-streams=disable", built("notes/hardware/tpm/map.pdf"), pdf]);
  const text = readFileSync(pdf, "latin1");
  const places = [...text.matchAll(/\/Dest \[\s*\d+ 0 R\s*\/XYZ\s+([\d.]+)\s+([\d.]+)\s+1\s*\]/g)];
  expect(places).toHaveLength(text.match(/\/Dest\b/g)?.length ?? 0);
  // Nodes stand beside or below one another.
  expect(new Set(places.map(([, x, y]) => `${x} ${y}`)).size).toBeGreaterThan(places.length * 0.9);
  const [, width = 0, height = 0] = /\/MediaBox \[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? [];
  for (const [, x, y] of places) {
    expect(Number(x)).toBeLessThan(Number(width));
    expect(Number(y)).toBeLessThanOrEqual(Number(height));
  }
});

testWith(["qpdf"], "qpdf finds no fault in any PDF", () => {
  for (const path of PATHS) {
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", built(`${path}map.pdf`)], { encoding: "utf8" });
    expect({ status, stderr }, path).toEqual({ status: 0, stderr: "" });
    expect(stdout, path).toContain("No syntax or stream encoding errors found");
  }
});

for (const path of PATHS) {
  for (const file of ["map.svg", "map.embedded.svg"]) {
    testWith(["rsvg-convert", "pdftotext"], `rsvg-convert shows every word of /${path}${file}`, () => {
      const pdf = fresh("map.pdf");
      run("rsvg-convert", ["--format=pdf", `--output=${pdf}`, built(path + file)]);
      expect(missingWords(pdf, path)).toEqual([]);
    });
  }
}

testWith(["inkscape", "pdftotext"], "Inkscape shows every word", () => {
  test.setTimeout(300_000);
  const pdf = fresh("map.pdf");
  run("inkscape", [built(`${LARGEST}map.svg`), `--export-filename=${pdf}`]);
  expect(missingWords(pdf, LARGEST)).toEqual([]);
});

testWith(["soffice", "pdftotext"], "LibreOffice shows every word", () => {
  test.setTimeout(300_000);
  // Both have labels that are links or have one within.
  for (const path of [LARGEST, "notes/cloud/aws-security/"]) {
    const pdf = convertByOffice(built(`${path}map.svg`), "pdf");
    expect(missingWords(pdf, path), path).toEqual([]);
  }
});

testWith(["xmllint"], "xmllint finds no fault in any XML", () => {
  const files = PATHS.flatMap((path) =>
    ["svg", "outlines.svg", "embedded.svg", "opml", "mm"].map((extension) => built(`${path}map.${extension}`)),
  );
  const feeds = ["rss.xml", "sitemap-index.xml", "sitemap-0.xml", "opensearch.xml"].map(built);
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", ...files, ...feeds], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

testWith(["xmllint"], "FreeMind's schema allows every .mm, whose names are each of one node", () => {
  const schema = join(import.meta.dirname, "../fixtures/freemind.rng");
  const files = PATHS.map((path) => built(`${path}map.mm`));
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--relaxng", schema, ...files], { encoding: "utf8" });
  expect(stderr.split("\n").filter((line) => line && !line.endsWith(" validates"))).toEqual([]);
  expect(status).toBe(0);
  for (const file of files) {
    const names = run("xmllint", ["--xpath", "//node/@ID", file]).trim().split(/\s+/);
    expect(new Set(names).size, file).toBe(names.length);
  }
});
