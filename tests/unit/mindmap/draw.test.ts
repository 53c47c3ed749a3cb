import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawMap, isRightToLeft } from "../../../src/mindmap/draw.ts";
import { layoutMap } from "../../../src/mindmap/layout.ts";
import { measureOutline } from "../../../src/mindmap/measure.ts";
import { createFilePaint, createPagePaint, darkStyle } from "../../../src/mindmap/paint.ts";
import { escapeXml, shape, toXml } from "../../../src/mindmap/shape.ts";
import { DEFAULT_OPTIONS, THEMES } from "../../../src/mindmap/theme.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { loadMetrics } from "../../../src/site/font.ts";

const outline: OutlineNode = {
  content: "Root",
  payload: { id: "_top", tag: "h1" },
  children: [
    { content: "<code>x</code> &amp; <strong>y</strong>", payload: { id: "a", tag: "h2" }, children: [] },
    { content: 'See <a href="/n/">there</a>', payload: { id: "b", tag: "h2" }, children: [] },
    { content: "Done", payload: { id: "c", tag: "li", checked: true }, children: [] },
  ],
};
const layout = layoutMap(measureOutline(outline, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS);

function draw(paint = createPagePaint(DEFAULT_OPTIONS, 8)): string {
  return drawMap(layout, DEFAULT_OPTIONS, paint, (box, href) => href ?? `#${box.node.payload.id}`)
    .map(toXml)
    .join("\n");
}

describe("drawMap", () => {
  it("links each node to its anchor and keeps links of its own", () => {
    expect(draw()).toContain('<a href="#a">');
    expect(draw()).toContain('<a href="/n/"><tspan class="a">there</tspan></a>');
    expect(draw()).toContain('<a href="#b">See </a>');
  });
  it("makes a label with a link one link in files, since LibreOffice shows no words around or in one", () => {
    const file = draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light));
    expect(file).toMatch(/<a href="\/n\/"><text [^>]*>See <tspan [^>]*>there<\/tspan><\/text><\/a>/);
    expect(file).not.toMatch(/<text [^>]*>(?:(?!<\/text>).)*<a /);
  });
  it("sets the root in the middle of its pill, where letters of another font have room too", () => {
    const { width, node } = layout.boxes[0] ?? {};
    expect(node?.content).toBe("Root");
    expect(draw()).toContain(`<text x="${(width ?? 0) / 2}" `);
    expect(draw().match(/text-anchor="middle"/g)).toHaveLength(1);
  });
  it("keeps rich text", () => {
    expect(draw()).toContain('<tspan class="code">x</tspan> &amp; <tspan class="strong">y</tspan>');
  });
  it("uses classes in pages, and no style attribute anywhere", () => {
    expect(draw()).not.toMatch(/ (style|fill)=/);
    expect(draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light))).not.toMatch(/ style=/);
    expect(draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light))).toContain(`fill="${THEMES.light.text}"`);
  });
});

describe("toXml", () => {
  it("escapes text and attributes and replaces what XML forbids", () => {
    expect(toXml(shape("a", { href: '"<&>' }, ["<script>]]>\u0000\ud800"]))).toBe(
      '<a href="&quot;&lt;&amp;&gt;">&lt;script&gt;]]&gt;\ufffd\ufffd</a>',
    );
    expect(escapeXml("👩‍👩‍👧")).toBe("👩‍👩‍👧");
  });
});

describe("darkStyle", () => {
  it("names no class after a dot: LibreOffice would obey it on light pages too", () => {
    expect(darkStyle(THEMES.dark)).not.toMatch(/\.[a-z]/);
    expect(darkStyle(THEMES.dark)).toContain(`[class~=t]{fill:${THEMES.dark.text}}`);
  });
});

describe("isRightToLeft", () => {
  it("goes by the first letter", () => {
    expect(isRightToLeft("שלום abc")).toBe(true);
    expect(isRightToLeft("12 العربية")).toBe(true);
    expect(isRightToLeft("abc שלום")).toBe(false);
  });
});

describe("themes", () => {
  const tokens = readFileSync("src/styles/tokens.css", "utf8");
  it.each(THEMES.light.branches.map((light, index) => [index, light, THEMES.dark.branches[index]]))(
    "the style sheet has the colours of branch %i",
    (index, light, dark) => {
      expect(tokens).toContain(`--map-${index}: light-dark(${light}, ${dark});`);
    },
  );
});
