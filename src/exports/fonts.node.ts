import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Font } from "fontkit";
import { fallbackFamilies, guessEastAsian } from "./fallback-families.ts";
import type { ExportContext } from "./format.ts";
import { claimWarning } from "./warnings.node.ts";
import { canWrite, type FontSet, type FontWeight, hasLetters, type LabelFont, type Writing } from "./label-font.ts";
import { openLabelFont } from "./open-font.ts";
import { standInsFor } from "./stand-ins.ts";

/**
 * The label font in one of the two weights that pages, maps and exports use, read once.
 * @throws Error when its package is not installed
 */
export function getLabelFont(weight: FontWeight): LabelFont {
  const font = readFont("atkinson-hyperlegible-next", "latin", weight);
  if (!font) throw new Error(`The label font's file of weight ${weight} is missing: run npm ci.`);
  return font;
}

/**
 * The font of code. Its letters are 0.6 em wide, which is within what code is measured by.
 * @throws Error when its package is not installed
 */
export function getCodeFont(): LabelFont {
  const font = readFont("noto-sans-mono", "latin", 400);
  if (!font) throw new Error("The file of the font for code is missing: run npm ci.");
  return font;
}

/** The label font, to measure with. */
export function openFont(weight: FontWeight): Font {
  return getLabelFont(weight).font;
}

/** Names of the font packages that are installed: which there are decides how letters are painted. */
export function listFontPackages(): string[] {
  const own = require.resolve("@fontsource/atkinson-hyperlegible-next/package.json");
  return readdirSync(join(dirname(own), "..")).toSorted();
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** Blanks and marks that no font needs to have. */
const SHOWN = /[^\s\p{Cc}\p{Cs}\ufffd]/u;

/**
 * The fonts that what is written in a map is set in. Letters that the label font lacks come from the font
 * packages that are installed, never from the machine's own, so that every machine draws the same;
 * what none of them has is told of the first note that lacks a package.
 */
export function findFonts({ words, code }: Writing, context: Pick<ExportContext, "id" | "lang">): FontSet {
  const label = { 400: getLabelFont(400), 700: getLabelFont(700) };
  const mono = code ? getCodeFont() : undefined;
  const others = new Set<LabelFont>();
  const lacking = new Set([
    ...lackingLetters(words, [label[400]]),
    ...(mono ? lackingLetters(code, [mono, label[400]]) : []),
  ]);
  const eastAsian = guessEastAsian(words + code, context.lang);
  const missing = new Map<string, Set<string>>();
  const find = (grapheme: string): boolean => {
    const families = fallbackFamilies(grapheme, eastAsian);
    const found = ([400, 700] as const).flatMap((weight) => findFont(families, grapheme, weight) ?? []);
    for (const font of found) others.add(font);
    return found.length > 0;
  };
  for (const grapheme of lacking) {
    if (find(grapheme)) continue;
    if (standInsFor(grapheme, (letter) => canWrite(label[400].font, letter) || find(letter))) continue;
    const notInstalled = fallbackFamilies(grapheme, eastAsian).find((family) => !readRanges(family)) ?? "";
    missing.set(notInstalled, (missing.get(notInstalled) ?? new Set()).add(grapheme));
  }
  if (missing.size > 0) warn(context.id, missing);
  return { label, code: mono, others: [...others] };
}

/** What readers take for letters of a text, where none of some fonts has them. */
function lackingLetters(text: string, fonts: readonly [LabelFont, ...LabelFont[]]): string[] {
  if (hasLetters(fonts[0].font, text.replace(/\s/g, ""))) return [];
  const letters = new Set(Array.from(graphemes.segment(text), ({ segment }) => segment));
  return [...letters].filter((letter) => SHOWN.test(letter) && !fonts.some(({ font }) => canWrite(font, letter)));
}

/** Most letters that a warning names. */
const MOST_NAMED = 12;

function warn(id: string, missing: ReadonlyMap<string, ReadonlySet<string>>): void {
  const untold = [...missing].filter(([family]) => claimWarning(family));
  if (untold.length === 0) return;
  const parts = untold.map(([family, letters]) => {
    const named = [...letters].slice(0, MOST_NAMED).join("");
    const rest = letters.size > MOST_NAMED ? ` and ${letters.size - MOST_NAMED} more` : "";
    const mend = family ? `npm install @fontsource/${family}` : "no font package has them";
    return `${named}${rest} (${mend})`;
  });
  console.warn(
    `${id}: pictures and PDFs of this map, and of others that have such, show boxes for letters without a font: ${parts.join("; ")}`,
  );
}

const require = createRequire(import.meta.url);
/** Packages may be this project's, or of the folder that a command is run in. */
const resolve = (name: string) =>
  require.resolve(name, { paths: [import.meta.dirname, process.cwd(), process.env.INIT_CWD ?? "."] });

type Range = readonly [from: number, to: number];
const rangesOfFamily = new Map<string, Map<string, Range[]> | undefined>();
const files = new Map<string, LabelFont | undefined>();

/** The first font of some families that has a letter. */
function findFont(names: readonly string[], grapheme: string, weight: FontWeight): LabelFont | undefined {
  const [letter = 0] = [...grapheme].map((part) => part.codePointAt(0) as number);
  for (const family of names) {
    const subsets = readRanges(family);
    if (!subsets) continue;
    const isNamed = ([, ranges]: [string, Range[]]) => ranges.some(([from, to]) => from <= letter && letter <= to);
    // A family of few files may have more in them than it says.
    const likely = [...subsets].filter((subset) => isNamed(subset) || subsets.size < 9);
    for (const [subset] of likely.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)))) {
      const font = readFont(family, subset, weight);
      if (font && canWrite(font.font, grapheme)) return font;
    }
  }
  return undefined;
}

/** Which letters each file of a family has; undefined when its package is not installed. */
function readRanges(family: string): Map<string, Range[]> | undefined {
  if (rangesOfFamily.has(family)) return rangesOfFamily.get(family);
  const path = tryResolve(`@fontsource/${family}/unicode.json`);
  const written = path && (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>);
  const ranges = written
    ? new Map(Object.entries(written).map(([name, list]) => [name.replace(/[[\]]/g, ""), list.split(",").map(toRange)]))
    : undefined;
  rangesOfFamily.set(family, ranges);
  return ranges;
}

/** Reads `U+4E00` or `U+4E00-9FFF`. */
function toRange(written: string): Range {
  const [from = "", to = from] = written.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** One file of a family; undefined when there is none of this weight. */
function readFont(family: string, subset: string, weight: FontWeight): LabelFont | undefined {
  const name = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`;
  if (!files.has(name)) {
    const path = tryResolve(name);
    files.set(name, path === undefined ? undefined : openLabelFont(readFileSync(path), weight));
  }
  return files.get(name);
}

function tryResolve(name: string): string | undefined {
  try {
    return resolve(name);
  } catch (error) {
    // Not installed, or without such a file: fonts are asked for, not relied on.
    if (error instanceof Error && "code" in error && /NOT_FOUND|NOT_EXPORTED/.test(String(error.code)))
      return undefined;
    throw error;
  }
}
