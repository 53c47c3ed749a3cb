import PDFDocument from "pdfkit";
import { handleCenter, linePath, lineWidth, rootRadius } from "../mindmap/draw.ts";
import { hasBelow, type MapBox } from "../mindmap/layout.ts";
import { labelInset, labelPadding, labelRuns, labelTop, pictureSize } from "../mindmap/measure.ts";
import { branchColor } from "../mindmap/paint.ts";
import { type Run, splitRuns } from "../mindmap/runs.ts";
import { EM, labelStyle, THEMES } from "../mindmap/theme.ts";
import type { OutlineNode } from "../outline/node.ts";
import { readTrueType } from "./fonts.node.ts";
import { absoluteUrl, type ExportContext, type ExportMap } from "./format.ts";
import { plainLabel } from "./label.ts";

/** Room around the map, in points. */
const MARGIN = 24;
/** Longest side of a page in points (PDF 1.7, annex C). */
const LONGEST = 14_400;
/** What the standard font for code can write: Windows-1252. */
const WESTERN = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

type Document = InstanceType<typeof PDFDocument>;

/** A map as PDF: one page the size of the map, its pixels as points, with links, bookmarks and the note's data. */
export async function toPdf(map: ExportMap, context: ExportContext): Promise<Uint8Array> {
  const { x, y, width, height } = map.layout.bounds;
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height));
  const date = new Date(context.reviewed ?? "1980-01-01");
  const document = new PDFDocument({
    size: [size.width * scale, size.height * scale],
    margin: 0,
    lang: context.lang,
    displayTitle: true,
    info: {
      Title: context.title,
      Author: context.author ?? "",
      Subject: `${context.description} ${context.url}`,
      Keywords: context.licence?.name ?? "",
      // From the note and not from the clock: the same note gives the same bytes.
      CreationDate: date,
      ModDate: date,
    },
  });
  const bytes = collect(document);
  document.registerFont("regular", Buffer.from(readTrueType(400)));
  document.registerFont("bold", Buffer.from(readTrueType(700)));
  document.rect(0, 0, size.width * scale, size.height * scale).fill(THEMES[map.theme].background);
  document.scale(scale).translate(MARGIN - x, MARGIN - y);
  for (const box of map.layout.boxes) drawBox(document, box, map, context);
  addBookmarks(document.outline, map.outline);
  document.end();
  return bytes;
}

function collect(document: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

function drawBox(document: Document, box: MapBox, map: ExportMap, context: ExportContext): void {
  const theme = THEMES[map.theme];
  const color = branchColor(map.options, theme, box.node);
  document.save().translate(box.x, box.y);
  if (box.parent) {
    document.lineWidth(lineWidth(box.level, map.options.lineWidth)).lineCap("round");
    if (box.node.payload.era === "then") document.dash(5, { space: 4 });
    document.path(linePath(box)).stroke(color).undash();
  } else {
    document.roundedRect(0, -5, box.width, box.height + 10, rootRadius(box)).fill(theme.text);
  }
  const picture = pictureSize(box.node);
  if (picture && box.node.payload.image?.data) {
    const [width, height] = picture;
    document.image(box.node.payload.image.data, map.options.paddingX, 0, { width, height });
  }
  drawLabel(document, box, map, context);
  if (hasBelow(box.node) && box.parent && !box.hidden) {
    const [x, y] = handleCenter(box);
    document.lineWidth(1.5).circle(x, y, 4).fillAndStroke(theme.background, color);
  }
  document.restore();
}

function drawLabel(document: Document, box: MapBox, map: ExportMap, context: ExportContext): void {
  const { node } = box;
  const { fontSize, bold } = labelStyle(node.payload.tag);
  const lines = splitRuns(labelRuns(node), node.payload.breaks ?? []);
  const left = labelPadding(node, map.options) + labelInset(node);
  if (node.payload.checked !== undefined) drawTask(document, node.payload.checked, map);
  let baseline = (labelTop(node) + box.height - lines.length * fontSize * EM.line) / 2 + fontSize * EM.ascent;
  for (const runs of lines) {
    let x = left;
    for (const run of runs) x += drawRun(document, run, { x, y: baseline, fontSize, bold, box, map, context });
    baseline += fontSize * EM.line;
  }
}

function drawTask(document: Document, isDone: boolean, { options, theme }: ExportMap): void {
  const x = options.paddingX;
  document.lineWidth(1.5).rect(x, 3.5, 13, 13).stroke(THEMES[theme].muted);
  if (isDone) document.path(`M${x + 2.5} 9.5l3 3 5-6.5`).stroke(THEMES[theme].muted);
}

interface Place {
  x: number;
  y: number;
  fontSize: number;
  bold: boolean;
  box: MapBox;
  map: ExportMap;
  context: ExportContext;
}

/** Draws a run of a label and its link; returns its width. */
function drawRun(document: Document, run: Run, { x, y, fontSize, bold, box, map, context }: Place): number {
  const has = (mark: Run["marks"][number]) => run.marks.includes(mark);
  const isCode = has("code") || has("kbd");
  const isScript = has("sub") || has("sup");
  const size = fontSize * (isCode ? EM.code : 1) * (isScript ? EM.script : 1);
  const isCourier = isCode && WESTERN.test(run.text);
  document.font(isCourier ? "Courier" : bold || has("strong") ? "bold" : "regular", size);
  const width = document.widthOfString(run.text);
  const shift = has("sup") ? -fontSize * 0.35 : has("sub") ? fontSize * 0.15 : 0;
  document.fillColor(runColor(run, box, map)).text(run.text, x, y + shift, {
    baseline: "alphabetic",
    lineBreak: false,
    oblique: has("em"),
  });
  for (const rise of [...(has("a") ? [-fontSize * 0.12] : []), ...(has("del") ? [fontSize * 0.28] : [])]) {
    document
      .lineWidth(0.8)
      .moveTo(x, y - rise)
      .lineTo(x + width, y - rise)
      .stroke(runColor(run, box, map));
  }
  const own = box.node.payload.href ?? `#${box.node.payload.id}`;
  document.link(x, y - fontSize, width, fontSize * EM.line, absoluteUrl(run.href ?? own, context));
  return width;
}

function runColor(run: Run, { level, node }: MapBox, map: ExportMap): string {
  const theme = THEMES[map.theme];
  if (level === 1) return theme.background;
  if (run.marks.includes("a")) return theme.link;
  if (run.marks.includes("code") || run.marks.includes("kbd")) return theme.code;
  return node.payload.era === "then" ? theme.muted : theme.text;
}

type Bookmark = Document["outline"];

function addBookmarks(above: Bookmark, node: OutlineNode): void {
  const item = above.addItem(plainLabel(node) || "…") as unknown as Bookmark;
  for (const child of node.children) addBookmarks(item, child);
}
