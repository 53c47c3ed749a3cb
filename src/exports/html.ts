import { drawMap } from "../mindmap/draw.ts";
import { foldOutline, pickExpandLevel } from "../mindmap/fold.ts";
import { pictureFrame } from "../mindmap/frame.ts";
import { layoutMap } from "../mindmap/layout.ts";
import { createPagePaint } from "../mindmap/paint.ts";
import { escapeXml, shape, toXml } from "../mindmap/shape.ts";
import { MAP_BUTTONS } from "../mindmap/toolbar.ts";
import type { OutlineNode } from "../outline/node.ts";
import { joinBytes } from "./bytes.ts";
import { absoluteUrl, type ExportContext, type ExportFormat, type ExportMap, placeUrl } from "./format.ts";
import { toJson } from "./json.ts";
import type { Viewer } from "./platform.ts";

/** Nothing may be loaded or sent, from or to anywhere; what stands in the file itself may run. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** A branch without what would have to be fetched from elsewhere to open it further. */
function withoutMore(node: OutlineNode): OutlineNode {
  const { source: _, more, ...payload } = node.payload;
  const children = node.children.map(withoutMore);
  // Of what was fetched, branches on both sides are shared out as they were before.
  return { ...node, payload: children.length > 0 && more ? { ...payload, more } : payload, children };
}

const encoder = new TextEncoder();

/** A viewer as it stands in a file, in UTF-8: the same in every one, and nearly all of it. */
const encoded = new WeakMap<Viewer, { style: Uint8Array; script: Uint8Array }>();

function encodeViewer(viewer: Viewer): { style: Uint8Array; script: Uint8Array } {
  let parts = encoded.get(viewer);
  if (!parts) {
    const style = encoder.encode(viewer.style.replaceAll("</style", "<\\/style"));
    parts = { style, script: encoder.encode(viewer.script.replaceAll("</script", "<\\/script")) };
    encoded.set(viewer, parts);
  }
  return parts;
}

/** Whose work it is, and under which licence. */
function writeRights({ author, licence }: ExportContext): string {
  const parts = [
    author && escapeXml(`by ${author}`),
    licence && `<a rel="license" href="${escapeXml(licence.url)}">${escapeXml(licence.name)}</a>`,
  ].filter(Boolean);
  return parts.length > 0 ? `<small>${parts.join(", ")}</small>` : "";
}

/** A map as one HTML file that needs nothing else: the picture, its outline and what makes it interactive. */
export function toHtml(whole: ExportMap, context: ExportContext, viewer: Viewer): Uint8Array {
  const map = { ...whole, outline: withoutMore(whole.outline) };
  const folded = foldOutline(map.outline, map.options.initialExpandLevel ?? pickExpandLevel(map.outline));
  const layout = layoutMap(folded, map.options, map.layoutName);
  const paint = createPagePaint(map.options);
  const nodes = drawMap(layout, map.options, paint, ({ node }, href) =>
    href === undefined ? placeUrl(node, context) : absoluteUrl(href, context),
  );
  const frame = { ...pictureFrame(layout.bounds, map.options), role: "group" };
  const picture = toXml(shape("svg", { class: "map", ...frame, "aria-label": `Mindmap: ${context.title}` }, nodes));
  const title = escapeXml(context.title);
  const source = escapeXml(context.url ?? "");
  const levels = [1, 2, 3, 4, 5, 6].map((level) => `<option>${level}</option>`).join("");
  const buttons = MAP_BUTTONS.map(
    ({ name, sign, label, hint }) =>
      `<button type="button" data-map="${name}" aria-label="${label}" title="${hint}">${sign}</button>`,
  );
  // Its list, and the keys in that, go the way the script does.
  const direction = context.dir ? ` dir="${context.dir}"` : "";
  const { style, script } = encodeViewer(viewer);
  const head = `<!doctype html>
<html lang="${escapeXml(context.lang)}"${direction}${map.theme === "dark" ? ' data-theme="dark"' : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<meta name="description" content="${escapeXml(context.description)}">
<style>`;
  const body = `</style>
</head>
<body class="standalone">
<header><h1>${title}</h1>${source && `<a href="${source}" dir="ltr">${source}</a>`}${writeRights(context)}</header>
<main id="main"><note-map data-page="${source}">
<div class="map-bar" role="toolbar" aria-label="Map"><search class="map-find"><input type="search" placeholder="Find in map" aria-label="Find in the map" autocomplete="off"><output aria-live="polite"></output><button type="button" data-find="previous" aria-label="Previous hit">↑</button><button type="button" data-find="next" aria-label="Next hit">↓</button></search><select data-map="level" aria-label="Levels shown" autocomplete="off"><option value="">Levels</option>${levels}<option value="all">All</option></select>${buttons.join("")}</div>
<nav class="map-path" aria-label="Way back to the whole map" hidden></nav>
${picture}
<script type="application/json">${toJson(map, context).replaceAll("<", "\\u003c")}</script>
</note-map></main>
<script>`;
  const end = `</script>
</body>
</html>
`;
  return joinBytes([encoder.encode(head), style, encoder.encode(body), script, encoder.encode(end)]);
}

/** One interactive file that works without a network, from a disk too. */
export const html: ExportFormat = {
  extension: "html",
  label: "HTML",
  purpose: "One interactive file that needs no network",
  mediaType: "text/html",
  // Nearly all of it is the viewer.
  isSlowAtFirst: true,
  write: async (map, context, platform) => toHtml(map, context, await platform.viewer()),
};
