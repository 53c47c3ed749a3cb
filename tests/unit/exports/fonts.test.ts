import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { FAMILIES, fallbackFamilies, guessEastAsian } from "../../../src/exports/fallback-families.ts";
import { subsetFont } from "../../../src/exports/font-subset.ts";
import { findFonts, getLabelFont } from "../../../src/exports/fonts.node.ts";
import { pickFont } from "../../../src/exports/label-font.ts";
import { writeWoff } from "../../../src/exports/sfnt.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

describe("findFonts", () => {
  it("needs no other font for letters that the label font has", () => {
    expect(findFonts({ words: "Ångström – 12 €", code: "" }, { id: "a", lang: "en" }).others).toEqual([]);
  });
  it.each([
    ["Ж", "Cyrillic"],
    ["λ", "Greek"],
    ["ł", "Polish"],
    ["हिन्", "Devanagari"],
    ["ש", "Hebrew"],
    ["م", "Arabic"],
    ["😀", "emoji"],
    ["👨‍👩‍👧", "a family"],
    ["🇩🇪", "a flag"],
    ["→", "arrows"],
    ["≥", "signs"],
    ["✓", "ticks"],
  ])("has %s (%s) in both weights", (letter) => {
    const fonts = findFonts({ words: `with ${letter}`, code: "" }, { id: "a", lang: "en" });
    for (const weight of [400, 700] as const) {
      const picked = pickFont(fonts, letter, weight);
      expect(picked).toBeDefined();
      expect(picked?.font.layout(letter).glyphs.every(({ id }) => id > 0)).toBe(true);
    }
    expect(pickFont(fonts, "w", 400)).toBe(fonts.label[400]);
  });
});

test("every family that may be missing has its flag for warnings", () => {
  const letters = [...Array(0x3000).keys(), 0x4e00, 0xac00, 0x1f600].map((code) => String.fromCodePoint(code));
  const named = new Set(letters.flatMap((letter) => fallbackFamilies(letter, "sc")));
  named.delete("atkinson-hyperlegible-next");
  expect([...named].filter((family) => !FAMILIES.includes(family))).toEqual([]);
});

describe("fallbackFamilies", () => {
  it.each([
    ["日本", "ja", "noto-sans-jp"],
    ["中文", "zh-CN", "noto-sans-sc"],
    ["中文", "zh-Hant-TW", "noto-sans-tc"],
    ["中文", "en", "noto-sans-sc"],
    ["日本の", "en", "noto-sans-jp"],
    ["韓國어", "en", "noto-sans-kr"],
    ["ไทย", "en", "noto-sans-thai"],
  ])("sets %s in a text of language %s in %s", (text, lang, family) => {
    expect(fallbackFamilies([...text][0] as string, guessEastAsian(text, lang))[0]).toBe(family);
  });
});

const program = join(import.meta.dirname, "../../../src/cli/map.ts");
const map = (cwd: string, format: string) =>
  spawnSync(process.execPath, [program, "-", "--format", format], { cwd, input: "# One\n\n- 日本語\n" });

describe("a note with letters that no installed font has", () => {
  it("is written all the same, with one warning that names note, letters and package", () => {
    const { status, stderr, stdout } = map(tmpdir(), "outlines.svg");
    expect(status).toBe(0);
    expect(stderr.toString().trim()).toBe(
      "map: pictures and PDFs of this map, and of others that have such, show boxes for letters without a font: 日本語 (npm install @fontsource/noto-sans-sc)",
    );
    expect(stdout.toString()).toContain(">日本語</text>");
  });

  it.each(["outlines.svg", "pdf", "png", "embedded.svg"])(
    "is drawn as %s with a package that is installed where the command runs",
    (format) => {
      const { status, stderr, stdout } = map(folderWithPackage(), format);
      expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: "" });
      if (format === "outlines.svg") expect(stdout.toString()).not.toContain("<text");
      if (format === "embedded.svg") expect(stdout.toString()).toContain("unicode-range:U+65e5,U+672c,U+8a9e");
    },
  );
});

/** A folder in which a font package is installed: three letters that have the shapes of A, B and C. */
function folderWithPackage(): string {
  const folder = temporaryFolder();
  const files = join(folder, "node_modules/@fontsource/noto-sans-sc/files");
  mkdirSync(files, { recursive: true });
  const { tables, font } = getLabelFont(400);
  const letters = new Map(
    ["日A", "本B", "語C"].map((pair) => [...pair].map((letter) => letter.codePointAt(0) as number) as [number, number]),
  );
  const shapes = new Map([...letters].map(([letter, shape]) => [letter, font.glyphForCodePoint(shape).id]));
  const woff = writeWoff(subsetFont(tables, shapes, new Set(shapes.values())));
  for (const weight of [400, 700]) writeFileSync(join(files, `noto-sans-sc-4-${weight}-normal.woff`), woff);
  writeFileSync(join(files, "../unicode.json"), JSON.stringify({ "[4]": "U+65e5,U+672c,U+8a9e" }));
  writeFileSync(join(files, "../package.json"), "{}");
  return folder;
}
