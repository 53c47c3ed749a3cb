import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawMap, handleCenter, handlePoint, isRightToLeft, linePath, lineWidth } from "../../../src/mindmap/draw.ts";
import { type LayoutName, type MapBox, layoutMap } from "../../../src/mindmap/layout.ts";
import { measureOutline } from "../../../src/mindmap/measure.ts";
import { createFilePaint, createPagePaint, darkStyle } from "../../../src/mindmap/paint.ts";
import { type Shape, escapeXml, shape, toXml } from "../../../src/mindmap/shape.ts";
import { DEFAULT_OPTIONS, THEMES } from "../../../src/mindmap/theme.ts";
import type { OutlineNode } from "../../../src/outline/node.ts";
import { loadMetrics } from "../../../src/site/font.ts";
import { walkOutline } from "../../fixtures/walk-outline.ts";

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

function draw(paint = createPagePaint(DEFAULT_OPTIONS)): string {
  return drawMap(layout, DEFAULT_OPTIONS, paint, (box, href) => href ?? `#${box.node.payload.id}`)
    .map(toXml)
    .join("\n");
}

/** Where the first letters of a label stand and how far down each next step goes, in pixels. */
function stepsOf(content: string, maxWidth = 0): { y: number; steps: number[] } {
  const options = { ...DEFAULT_OPTIONS, maxWidth };
  const root = { content, payload: { id: "x", tag: "li" }, children: [] };
  const map = layoutMap(measureOutline(root, loadMetrics(), options), options);
  const [drawn] = drawMap(map, options, createFilePaint(options, THEMES.light), () => undefined) as [Shape];
  const label = toXml(drawn).replace(/^.*<text/s, "");
  const [y = 0, ...steps] = [...label.matchAll(/ d?y="([-\d.]+)"/g)].map(([, step]) => Number(step));
  return { y, steps };
}

describe("raised and lowered letters", () => {
  const { y } = stepsOf("H2O");
  const round = (value: number) => Math.round(value * 10) / 10;
  it("stand where every program puts them, and what follows is on the line", () => {
    expect(stepsOf("H<sub>2</sub>O")).toEqual({ y, steps: [2.1, -2.1] });
    expect(stepsOf("x<sup>2</sup><sub>1</sub>")).toEqual({ y, steps: [-4.9, 7] });
    expect(stepsOf("<sup>2</sup>x")).toEqual({ y: round(y - 4.9), steps: [4.9] });
  });
  it("end one line and begin another", () => {
    const line = 14 * 1.3;
    expect(stepsOf("2<sup>8</sup> two", 28).steps).toEqual([-4.9, round(line + 4.9)]);
    expect(stepsOf("two <sup>8</sup>2", 28).steps).toEqual([round(line - 4.9), 4.9]);
  });
});

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
  it("names, before any sans-serif, a font of about the same width that systems have whose sans-serif is wide", () => {
    const file = draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light));
    expect(file).toContain("Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif");
  });
  it("uses classes in pages, and no style attribute anywhere", () => {
    expect(draw()).not.toMatch(/ (style|fill)=/);
    expect(draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light))).not.toMatch(/ style=/);
    expect(draw(createFilePaint(DEFAULT_OPTIONS, THEMES.light))).toContain(`fill="${THEMES.light.text}"`);
  });
});

/** A map of one branch, drawn by classes; what a browser would show of it. */
function drawBranch(
  branch: Partial<OutlineNode["payload"]>,
  content = "x",
  below: OutlineNode[] = [],
  side: LayoutName = "right",
) {
  const node: OutlineNode = { content, children: below, payload: { id: "b", tag: "li", ...branch } };
  const root: OutlineNode = { content: "Root", children: [node], payload: { id: "a", tag: "h1" } };
  const map = layoutMap(measureOutline(root, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS, side);
  const shapes = drawMap(map, DEFAULT_OPTIONS, createPagePaint(DEFAULT_OPTIONS), () => undefined);
  return { box: map.boxes[1] as MapBox, xml: toXml(shapes[1] as Shape) };
}

const leaf = (id: string): OutlineNode => ({ content: id, children: [], payload: { id, tag: "li" } });

it("draws the root's code and links in the colour of its words, which alone is read on its pill", () => {
  const content = "A <code>b</code> <a href='/'>c</a> <mark>d</mark>".replaceAll("'", '"');
  const root: OutlineNode = { content, children: [leaf("x")], payload: { id: "a", tag: "h1" } };
  const map = layoutMap(measureOutline(root, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  const [drawn] = drawMap(map, DEFAULT_OPTIONS, createFilePaint(DEFAULT_OPTIONS, THEMES.light), () => undefined);
  const fills = new Set(
    [...toXml(drawn as Shape).matchAll(/<(?:text|tspan)[^>]* fill="([^"]*)"/g)].map(([, fill]) => fill),
  );
  expect(fills).toEqual(new Set([THEMES.light.background]));
});

describe("a node shows", () => {
  it("by a tick that a task is done, and by none that it is not", () => {
    const box = '<path d="M6 3.5h13v13h-13z';
    expect(drawBranch({ checked: true }).xml).toContain(`${box}M8.5 9.5l3 3 5-6.5" class="task"/>`);
    expect(drawBranch({ checked: false }).xml).toContain(`${box}" class="task"/>`);
    expect(drawBranch({}).xml).not.toContain("task");
    expect(drawBranch({ checked: true }).xml).toContain('<text x="24" ');
  });
  it("its words from the right where they are read so", () => {
    const { box, xml } = drawBranch({}, "שלום");
    expect(xml).toContain(`<text x="${box.width - 6}" `);
    expect(xml).toContain(' direction="rtl"');
    expect(drawBranch({}).xml).toMatch(/<text x="6" (?!.*direction)/);
  });
  it.each([
    [1, " 1 "],
    [999, " 999 "],
    [1000, " 999+ "],
  ])("of %i nodes that are folded away how many they are", (count, shown) => {
    const below = Array.from({ length: count }, (_, at) => leaf(`n${at}`));
    expect(drawBranch({ fold: 1 }, "x", below).xml).toContain(`class="count">${shown}</text>`);
  });
  it("how many nodes wait in a file of their own", () => {
    expect(drawBranch({ more: 7 }).xml).toContain('class="count"> 7 </text>');
  });
  it("by a circle that what is below it can be folded away", () => {
    expect(drawBranch({}, "x", [leaf("y")]).xml).toMatch(/<circle [^>]*class="handle b0"/);
    expect(drawBranch({}).xml).not.toMatch(/handle/);
  });
  it.each(["right", "left"] as const)("its handle within the map's bounds, to the %s", (side) => {
    const node: OutlineNode = { ...leaf("b"), children: [leaf("y")], payload: { id: "b", tag: "li", fold: 1 } };
    const root: OutlineNode = { content: "Root", children: [node], payload: { id: "a", tag: "h1" } };
    const { boxes, bounds } = layoutMap(measureOutline(root, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS, side);
    const box = boxes[1] as MapBox;
    const [x] = handleCenter(box);
    const middle = box.x + x;
    expect(side === "right" ? middle > box.x + box.width : middle < box.x).toBe(true);
    expect(middle - 12).toBeGreaterThanOrEqual(bounds.x);
    expect(middle + 12).toBeLessThanOrEqual(bounds.x + bounds.width);
  });
  it("its picture above its words, no larger than the map has room for", () => {
    const image = { src: "x.png", data: "data:image/png;base64,x", width: 240, height: 72 };
    const { xml } = drawBranch({ image });
    expect(xml).toContain('<image x="6" y="0" width="120" height="36" href="data:image/png;base64,x"/>');
    expect(drawBranch({ image: { src: "x.png", width: 9, height: 9 } }).xml).not.toContain("<image");
  });
});

describe("a line", () => {
  it("leads from the parent's edge to the end of the label, whichever side it is on", () => {
    for (const side of ["right", "left"] as const) {
      const { box } = drawBranch({}, "x", [], side);
      const parent = box.parent as MapBox;
      const [from] = handlePoint(parent, box.side);
      const start = side === "right" ? parent.x + parent.width : parent.x;
      expect(from).toBe(start);
      expect(linePath(box)).toMatch(new RegExp(`^M${start - box.x} .*H${side === "right" ? box.width : 0}$`));
    }
  });
  it("leads from the rim of the parent's handle where that is not the root, whichever side it is on", () => {
    for (const side of ["right", "left"] as const) {
      const { box, xml } = drawBranch({}, "x", [leaf("y")], side);
      const [child] = box.children as [MapBox];
      const [, middle, radius] = /<circle cx="([^"]*)"[^>]* r="([^"]*)"/.exec(xml)?.map(Number) ?? [];
      const start = box.x + (middle ?? 0) + child.side * (radius ?? 0);
      expect(linePath(child)).toMatch(new RegExp(`^M${start - child.x} `));
    }
  });
  it("thins out with the level, as the author's options say", () => {
    expect([1, 2, 3].map((level) => lineWidth(level, [1, 2, 2]))).toEqual([3, 2, 1.5]);
    expect([1, 2, 3].map((level) => lineWidth(level, [2, 0, 1]))).toEqual([2, 2, 2]);
  });
});

describe("the colours of branches", () => {
  const chain = () => {
    const last = leaf("d");
    const [b, c] = ["b", "c"].map(leaf) as [OutlineNode, OutlineNode];
    return { ...leaf("a"), children: [{ ...b, children: [{ ...c, children: [last] }] }, leaf("e")] };
  };
  it.each([
    ["change at the first level alone", 2, "a:- b:0 c:0 d:0 e:1"],
    ["change down to the level the author names", 3, "a:- b:0 c:1 d:1 e:2"],
    ["change at every level", 0, "a:- b:0 c:1 d:2 e:3"],
  ])("%s", (_, colorFreezeLevel, branches) => {
    const measured = measureOutline(chain(), loadMetrics(), { ...DEFAULT_OPTIONS, colorFreezeLevel });
    const found = [...walkOutline(measured)].map(({ node: { payload } }) => `${payload.id}:${payload.branch ?? "-"}`);
    expect(found.join(" ")).toBe(branches);
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
    expect(isRightToLeft("٣ items")).toBe(false);
  });
});

describe("themes", () => {
  const tokens = readFileSync("src/styles/tokens.css", "utf8");
  it.each([
    ["bg", "background"],
    ["text", "text"],
    ["muted", "muted"],
    ["accent", "link"],
    ["code", "code"],
  ] as const)("the style sheet's %s is the map's %s", (token, name) => {
    expect(tokens).toContain(`--color-${token}: light-dark(${THEMES.light[name]}, ${THEMES.dark[name]});`);
  });
  it.each(THEMES.light.branches.map((light, index) => [index, light, THEMES.dark.branches[index]]))(
    "the style sheet has the colours of branch %i",
    (index, light, dark) => {
      expect(tokens).toContain(`--map-${index}: light-dark(${light}, ${dark});`);
    },
  );
});

it("begins again with the first colour where there are more branches than colours", () => {
  const children = Array.from({ length: 9 }, (_, at) => ({ ...outline, content: `${at}`, children: [] })).map(
    (child, at) => ({ ...child, payload: { id: `b${at}`, tag: "h2" } }),
  );
  const map = layoutMap(measureOutline({ ...outline, children }, loadMetrics(), DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  const drawn = drawMap(map, DEFAULT_OPTIONS, createPagePaint(DEFAULT_OPTIONS), () => undefined)
    .map(toXml)
    .join("");
  expect(drawn.match(/class="line b0"/g)).toHaveLength(2);
  expect(drawn).not.toContain("b8");
});
