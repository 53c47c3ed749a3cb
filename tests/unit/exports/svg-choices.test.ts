import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { subsetFont } from "../../../src/exports/font-subset.ts";
import { findFonts, getCodeFont, getLabelFont, openFont } from "../../../src/exports/fonts.node.ts";
import type { ExportContext } from "../../../src/exports/format.ts";
import { writingOf } from "../../../src/exports/label.ts";
import { pickFont } from "../../../src/exports/label-font.ts";
import { readWoff, writeTrueType, writeWoff } from "../../../src/exports/sfnt.ts";
import { toEmbeddedSvg } from "../../../src/exports/svg-embedded.ts";
import { toOutlinedSvg } from "../../../src/exports/svg-outlines.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { createMap, layoutWhole } from "../../../src/site/maps.ts";

const context: ExportContext = {
  id: "note",
  title: "A note",
  description: "One.",
  url: "https://example.org/note/",
  lang: "en",
};

const node = (content: string, id: string): OutlineNode => ({ content, children: [], payload: { id, tag: "li" } });
const map = createMap(
  {
    content: "Root",
    payload: { id: "_top", tag: "h1" },
    children: [
      node("Plain AV words", "a"),
      node('See <a href="https://example.com/">there</a>', "b"),
      node("H<sub>2</sub>O, <em>slanted</em>, <del>struck</del> 日本", "c"),
      node("abc שלום", "d"),
      node("<code>WWWWWWWW</code>", "e"),
      node("<code>iiiiiiii</code>", "f"),
      node("<code>ЖЖЖЖ</code>", "g"),
      node("<strong>b <code>code</code></strong>", "h"),
    ],
  },
  {},
);
const file = { ...map, layout: layoutWhole(map), theme: "light" as const };
const fonts = findFonts(writingOf(file), context);
const outlined = toOutlinedSvg(file, context, fonts);
/** The part of the outlined drawing that has some words as its name. */
const named = (name: string) => new RegExp(`<g[^>]* aria-label="${name}"[^>]*>`).exec(outlined)?.[0];

describe("toOutlinedSvg", () => {
  it("leaves as text only what no font can draw", () => {
    const texts = [...outlined.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words);
    expect(texts).toEqual(["日本"]);
  });
  it("draws boxes instead, as wide as the letters, for who paints without fonts", () => {
    const painted = toOutlinedSvg(file, context, fonts, true);
    expect(painted).not.toContain("<text");
    const boxes = [...painted.matchAll(/<rect x="[\d.]+"[^>]* width="([\d.]+)"[^>]* fill="none"/g)];
    expect(boxes.map(([, width]) => Number(width))).toEqual([12.25, 12.25]);
  });
  it("defines each letter once and every letter it uses", () => {
    const defined = [...outlined.matchAll(/<path id="([^"]*)"/g)].map(([, id]) => id);
    const used = [...outlined.matchAll(/<use xlink:href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(defined).size).toBe(defined.length);
    expect(new Set(used)).toEqual(new Set(defined));
  });
  it("keeps words as names, and links within reach", () => {
    expect(named("Plain AV words")).toContain('role="img"');
    expect(named("See there")).toContain('role="group"');
    expect(outlined).toContain('href="https://example.com/" xlink:href="https://example.com/" aria-label="there"');
    expect(outlined).toContain('<a href="https://example.org/note/#a"');
  });
  /** By what the letters of code are scaled, and the ids of their shapes. */
  const drawnCode = (words: string) => {
    const drawn = new RegExp(`aria-label="${words}"><g class="c"[^>]*><g transform="matrix\\(([\\d.]+) .*?</g>`);
    const [group = "", scale] = drawn.exec(outlined) ?? [];
    return { scale: Number(scale), ids: [...group.matchAll(/#(\D+)/g)].map(([, id]) => id) };
  };
  it.each(["WWWWWWWW", "iiiiiiii"])("sets code in a monospaced font: %s", (words) => {
    const { scale, ids } = drawnCode(words);
    expect(new Set(ids)).toEqual(new Set(["gc"]));
    const { advanceWidth } = getCodeFont().font.layout(words);
    expect(scale * advanceWidth).toBeCloseTo(8 * 0.6 * 12.6, 1);
  });
  it("never draws code wider than it was measured, where another font has its letters", () => {
    const { advanceWidth } = pickFont(fonts, "Ж", 400, true)?.font.layout("ЖЖЖЖ") ?? { advanceWidth: 0 };
    expect(drawnCode("ЖЖЖЖ").scale * advanceWidth).toBeCloseTo(4 * 0.603 * 12.6, 1);
  });
  it("draws code within bold words in its own weight", () => {
    const ids = [...(/aria-label="b code">.*?<\/g><\/g>/.exec(outlined)?.[0] ?? "").matchAll(/#(\D+)/g)];
    expect(ids.map(([, id]) => id)).toEqual(["gb", "gc", "gc", "gc", "gc"]);
  });
});

describe("toEmbeddedSvg", () => {
  it("brings both weights, and letters of neither that it does not use", () => {
    const faces = [
      ...toEmbeddedSvg(file, context, fonts).matchAll(
        /font-weight:(\d+);(?:unicode-range:[^;]*;)?src:url\(data:font\/woff;base64,([^)]*)/g,
      ),
    ];
    const letters = faces.map(([, weight, data = ""]) => {
      const font = fontkit.create(Buffer.from(data, "base64"));
      return [weight, "characterSet" in font && String.fromCodePoint(...font.characterSet)];
    });
    expect(letters).toEqual([
      ["400", " ,2AHOPSVabcdehiklnorstuw"],
      ["700", " Rbot"],
      ["400", "ולםש"],
      ["400", "Ж"],
    ]);
  });
});

describe("subsetFont", () => {
  const whole = openFont(700);
  const words = "AV Toward éclair";
  const letters = new Map(
    [...words].map((letter) => [letter.codePointAt(0) as number, whole.layout(letter).glyphs[0]?.id ?? 0]),
  );
  const tables = subsetFont(getLabelFont(700).tables, letters, new Set(letters.values()));

  it("keeps the shapes of the letters and their widths where they stand together", () => {
    const font = fontkit.create(Buffer.from(writeTrueType(tables)));
    if (!("layout" in font)) throw new Error("not one font");
    const [small, large] = [font, whole].map((one) => one.layout(words)) as [fontkit.GlyphRun, fontkit.GlyphRun];
    expect(small.positions).toEqual(large.positions);
    expect(small.glyphs.map(({ path }) => path.toSVG())).toEqual(large.glyphs.map(({ path }) => path.toSVG()));
    expect(font.hasGlyphForCodePoint("z".charCodeAt(0))).toBe(false);
    expect(font.getGlyph(whole.glyphForCodePoint("z".charCodeAt(0)).id).path.toSVG()).toBe("");
  });
  it("adds up to what every font does", () => {
    const bytes = writeTrueType(tables);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
  it("is the same after a walk through WOFF, whose bytes are fewer", () => {
    const woff = writeWoff(tables);
    expect(writeTrueType(readWoff(woff))).toEqual(writeTrueType(tables));
    expect(woff.length).toBeLessThan(writeTrueType(tables).length / 1.5);
  });
});
