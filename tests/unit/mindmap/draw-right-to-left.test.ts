import { expect, test } from "vitest";
import { drawNode } from "../../../src/mindmap/draw.ts";
import { layoutMap, type MapBox } from "../../../src/mindmap/layout.ts";
import { measureOutline } from "../../../src/mindmap/measure.ts";
import { createFilePaint, createPagePaint } from "../../../src/mindmap/paint.ts";
import { toXml } from "../../../src/mindmap/shape.ts";
import { DEFAULT_OPTIONS, THEMES } from "../../../src/mindmap/theme.ts";
import { loadMetrics } from "../../../src/site/font.ts";
import { node } from "../../fixtures/export-map.ts";

/** A node as a page and a file draw it, and how wide it is. */
function draw(...drawn: Parameters<typeof node>): { width: number; xml: string; inFile: string } {
  const root = node("Root", [node(...drawn)], { tag: "h1" });
  const map = layoutMap(measureOutline(root, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  const box = map.boxes[1] as MapBox;
  const [xml, inFile] = [createPagePaint(DEFAULT_OPTIONS), createFilePaint(DEFAULT_OPTIONS, THEMES.light)].map(
    (paint) =>
      drawNode(box, DEFAULT_OPTIONS, paint, () => undefined)
        .map(toXml)
        .join(""),
  ) as [string, string];
  return { width: box.width, xml, inFile };
}

test("the box of a task, and a picture, stand on the side that the words begin on", () => {
  const task = draw("שלום", [], { checked: false });
  expect(task.xml).toContain(`<path d="M${task.width - 6 - 13} 3.5h13`);
  expect(task.xml).toContain(`<text x="${task.width - 6 - 18}" `);
  const image = { src: "a.png", data: "data:image/png;base64,", width: 16, height: 16 };
  const pictured = draw("שלום עולם", [], { image });
  expect(pictured.xml).toContain(`<image x="${pictured.width - 6 - 16}" `);
});

test("code runs from left to right, also among words that do not", () => {
  expect(draw("עם <code>--flag</code>").xml).toContain('<tspan class="code">\u200e--flag\u200e</tspan>');
  expect(draw("עם <kbd>-x</kbd>").xml).toContain('<tspan class="kbd">\u200e-x\u200e</tspan>');
  expect(draw("with <code>--flag</code>").xml).toContain('<tspan class="code">--flag</tspan>');
});

test("Arabic letters are not slanted, which no font has any for, and are as wide as otherwise", () => {
  const slanted = draw("<em>الصلاحية</em> <em><strong>هنا</strong></em>");
  expect(slanted.xml).not.toMatch(/class="[^"]*\bem\b/);
  expect(slanted.xml).toContain('<tspan class="strong">هنا</tspan>');
  expect(slanted.inFile).not.toContain("font-style");
  expect(slanted.width).toBe(draw("الصلاحية <strong>هنا</strong>").width);
  expect(draw("<em>שלום</em>").inFile).toContain('font-style="italic"');
  expect(draw("<em>here</em>").xml).toContain('<tspan class="em">here</tspan>');
});
