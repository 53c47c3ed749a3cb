import PdfDocument from "pdfkit";
import { toBytes } from "pdfkit/output";
import type { MapBounds, MapBox } from "../mindmap/layout.ts";
import type { Shape } from "../mindmap/shape.ts";
import type { OutlineNode } from "../outline/node.ts";
import { type ExportContext, type ExportMap, firstDay, scaleOfPdf } from "./format.ts";
import { plainLabel } from "./label.ts";
import type { FontSet } from "./label-font.ts";
import { createTags } from "./pdf-tags.ts";
import { createPdfTypesetter, drawText, type TextPen } from "./pdf-text.ts";
import { type ReadPng, readPixels } from "./png-pixels.ts";
import { drawSvg } from "./svg.ts";

type Document = PDFKit.PDFDocument;

/**
 * A map as PDF: one page the size of the map, its pixels as points, with links, bookmarks and the
 * note's data. What is drawn is the SVG's own drawing.
 */
export function toPdf(map: ExportMap, context: ExportContext, fonts: FontSet): Promise<Uint8Array> {
  const drawing = drawSvg(map, context, true);
  const { width = 0, height = 0, viewBox } = drawing.attributes;
  const [x = 0, y = 0] = String(viewBox).split(" ").map(Number);
  const size = { width: Number(width), height: Number(height) };
  const scale = scaleOfPdf(size);
  const document = openDocument([size.width * scale, size.height * scale], context);
  const bytes = toBytes(document);
  document.scale(scale).translate(-x, -y);
  const typesetter = createPdfTypesetter(document, fonts);
  const tags = createTags(document);
  const boxes = map.layout.boxes.values();
  for (const part of drawing.children) {
    if (typeof part === "string") continue;
    // Of each node the drawing has a group, in the same order.
    const box = part.name === "g" ? boxes.next().value : undefined;
    drawPart({ document, typesetter, element: box && tags.tag(box) }, part);
  }
  tags.end();
  addBookmarks(
    document.outline as unknown as Bookmark,
    map.outline,
    placeBookmarks(map, { x, y, scale, width: size.width * scale }),
  );
  document.end();
  return bytes;
}

/** An empty document of one page that has the note's data. */
function openDocument(size: [width: number, height: number], context: ExportContext): Document {
  const { author, description, lang, licence, published, reviewed, title, url } = context;
  const subject = [description, url].filter(Boolean).join(" ");
  const document = new PdfDocument({
    size,
    margin: 0,
    // None before the first is asked for.
    font: "",
    lang,
    displayTitle: true,
    // The first version in which what stands on a page can be tagged as it is here.
    pdfVersion: "1.7",
    tagged: true,
    info: {
      Title: title,
      ...(author && { Author: author }),
      ...(subject && { Subject: subject }),
      ...(licence && { Keywords: licence.name }),
      // From the note and not from the clock, as pdfkit would have it: the same note gives the same bytes.
      CreationDate: published ? firstDay(published) : new Date(0),
      ...(reviewed && { ModDate: firstDay(reviewed) }),
    },
  });
  // The file's id was made of it, for which any date does; where the note has none, no reader is told of one.
  if (!published) delete document.info.CreationDate;
  // The same data as XML, of which pdfkit escapes nothing and which always has a date.
  document.endMetadata = () => undefined;
  return document;
}

/** What a part of the drawing is drawn with; what is no node has no element for words. */
type Pen = Omit<TextPen, "element"> & { element: TextPen["element"] | undefined };

/** Draws one element of the drawing and what stands in it. */
function drawPart(pen: Pen, part: Shape, href?: string): void {
  const { document, typesetter, element } = pen;
  const { attributes, name } = part;
  if (name === "text") {
    if (element) drawText({ document, typesetter, element }, part, href);
  } else if (name === "g" || name === "a") {
    const [, x = 0, y = 0] = /^translate\((\S+) (\S+)\)$/.exec(String(attributes.transform ?? "")) ?? [];
    document.save().translate(Number(x), Number(y));
    const link = attributes.href === undefined ? href : String(attributes.href);
    for (const child of part.children) if (typeof child !== "string") drawPart(pen, child, link);
    document.restore();
  } else if (["image", "path", "circle", "rect"].includes(name)) {
    document.markContent("Artifact");
    drawFigure(document, part);
    document.endMarkedContent();
  }
}

/** Draws what holds no words. */
function drawFigure(document: Document, { name, attributes }: Shape): void {
  const number = (key: string) => Number(attributes[key] ?? 0);
  if (name === "image") {
    const box = { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
    drawImage(document, String(attributes.href), box);
  } else if (name === "path") paint(document.path(String(attributes.d)), attributes);
  else if (name === "circle") paint(document.circle(number("cx"), number("cy"), number("r")), attributes);
  else if (name === "rect") {
    const box = [number("x"), number("y"), number("width"), number("height")] as const;
    paint(attributes.rx ? document.roundedRect(...box, number("rx")) : document.rect(...box), attributes);
  }
}

/** What pdfkit makes of a picture, as far as it matters here. */
interface OpenImage {
  /** Only of a PNG, until it is drawn. */
  image?: (ReadPng & { decodePixels(done: (pixels: Uint8Array) => void): void }) | null;
}

function drawImage(document: Document, href: string, { x, y, ...size }: MapBounds) {
  const { image } = (document as unknown as { openImage(href: string): OpenImage }).openImage(href);
  if (image) image.decodePixels = (done) => done(readPixels(image));
  document.image(href, x, y, size);
}

/** Fills and strokes what was outlined last. */
function paint(document: Document, attributes: Shape["attributes"]): void {
  const { fill, stroke, "stroke-width": width = 1, "stroke-linecap": cap, "stroke-dasharray": dashes } = attributes;
  document.lineWidth(Number(width)).lineCap(cap === "round" ? "round" : "butt");
  const [dash, space] = String(dashes ?? "")
    .split(" ")
    .map(Number);
  if (dash && space) document.dash(dash, { space });
  const isFilled = fill !== "none";
  if (isFilled && stroke) document.fillAndStroke(String(fill), String(stroke));
  else if (stroke) document.stroke(String(stroke));
  else document.fill(String(fill));
  if (dash) document.undash();
}

/** Where a bookmark leads (PDF 12.3.2), as pdfkit takes it: points from the page's top and its right edge, and how large it is shown. */
interface Destination {
  top: number;
  left: number;
  zoom: number;
}

interface Bookmark {
  addItem(title: string, options: Destination): Bookmark;
}

/** Room, in points, before and above what a bookmark leads to. */
const BESIDE = 24;

/** Where each node that is drawn stands on the page. */
function placeBookmarks(
  { layout }: ExportMap,
  { x, y, scale, width }: { x: number; y: number; scale: number; width: number },
): ReadonlyMap<string, Destination> {
  const destination = (box: MapBox): Destination => ({
    top: Math.max(0, (box.y - y) * scale - BESIDE),
    left: width - Math.max(0, (box.x - x) * scale - BESIDE),
    zoom: 1,
  });
  return new Map(layout.boxes.map((box) => [box.node.payload.id, destination(box)]));
}

/** Adds a bookmark for each node that is on the page: a view may have branches folded away. */
function addBookmarks(above: Bookmark, node: OutlineNode, destinations: ReadonlyMap<string, Destination>): void {
  const destination = destinations.get(node.payload.id);
  if (!destination) return;
  const item = above.addItem(plainLabel(node) || "…", destination);
  for (const child of node.children) addBookmarks(item, child, destinations);
}
