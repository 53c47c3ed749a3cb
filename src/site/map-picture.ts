import { drawMap } from "../mindmap/draw.ts";
import { pictureFrame, type Size } from "../mindmap/frame.ts";
import type { MapLayout } from "../mindmap/layout.ts";
import { createPagePaint } from "../mindmap/paint.ts";
import { escapeXml, shape, toXml } from "../mindmap/shape.ts";
import { layoutBothSides, layoutFirstView, type NoteMap } from "./maps.ts";

/** A room for which the second picture is made: what bars leave a map that has a window of 1440 by 900 to itself. */
const WIDE: Size = [1440, 800];

/**
 * A map as a page shows it before any script: an SVG element whose nodes are links.
 * @param page address of the page whose places the nodes name; "" for the page at hand
 */
export function drawPicture(map: NoteMap, title: string, page: string): string {
  return draw(map, layoutFirstView(map), title, page);
}

function draw(map: NoteMap, layout: MapLayout, title: string, page: string, wide = false): string {
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
      class: wide ? "map wide" : "map",
      "data-layout": wide ? "both" : undefined,
      ...pictureFrame(layout.bounds, map.options),
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

/**
 * The same map for several pages, drawn once. Where another page than its note's shows it, it has that to itself: if its
 * letters are larger there with branches on both sides of a wide window, a second picture follows, and the page shows
 * the one that suits its window.
 * @param pages addresses, as {@link drawPicture} has them
 */
export function drawPictures(map: NoteMap, title: string, pages: readonly string[]): string[] {
  const layout = layoutFirstView(map);
  const beside = draw(map, layout, title, PAGE);
  const wide = layoutBothSides(WIDE, map, layout);
  const alone = beside + (wide ? draw(map, wide, title, PAGE, true) : "");
  return pages.map((page) => (page ? alone : beside).replaceAll(`"${PAGE}#`, () => `"${escapeXml(page)}#`));
}
