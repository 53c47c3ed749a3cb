import { drawMap } from "../mindmap/draw.ts";
import { frameOf } from "../mindmap/layout.ts";
import { createPagePaint } from "../mindmap/paint.ts";
import { escapeXml, shape, toXml } from "../mindmap/shape.ts";
import { layoutFirstView, type NoteMap } from "./maps.ts";

/** Room around the drawing, in pixels at scale 1. */
const MARGIN = 16;

/** How a page shows a map. */
interface PictureView {
  /** Address of the page whose places the nodes name; "" for the page at hand. */
  page: string;
  /** Width and height in pixels that are shown at least, so that a small map keeps letters of a natural size. */
  least?: [width: number, height: number];
}

/** What a map shows at least, be it beside its text or on a page of its own. */
export const LEAST: [width: number, height: number] = [0, 560];

/** A map as a page shows it before any script: an SVG element whose nodes are links. */
export function drawPicture(map: NoteMap, title: string, { page, least = [0, 0] }: PictureView): string {
  const layout = layoutFirstView(map);
  const paint = {
    ...createPagePaint(map.options),
    // The page has the picture already; its bytes need not come twice.
    picture: ({ src }: { src: string }) => ({ href: src }),
  };
  const nodes = drawMap(layout, map.options, paint, ({ node: { payload } }, href) => {
    const address = href ?? payload.href ?? `#${payload.id}`;
    return address.startsWith("#") ? page + address : address;
  });
  const picture = shape(
    "svg",
    {
      class: "map",
      viewBox: frameOf(layout.bounds, MARGIN, least).join(" "),
      role: "group",
      "aria-label": `Mindmap: ${title}`,
    },
    nodes,
  );
  // The links of the picture repeat the text's headings, so the keyboard passes them by; the
  // interactive map brings its own way through.
  return toXml(picture).replaceAll("<a href", '<a tabindex="-1" href');
}

/** Stands for a page's address: a character that no text has (Unicode 17, section 23.7). */
const PAGE = "\ufdd0";

/** The same picture for several pages, drawn once. */
export function drawPictures(map: NoteMap, title: string, pages: readonly string[]): string[] {
  const drawn = drawPicture(map, title, { page: PAGE, least: LEAST });
  return pages.map((page) => drawn.replaceAll(`"${PAGE}#`, () => `"${escapeXml(page)}#`));
}
