import { type Shape, shape, toXml } from "../mindmap/shape.ts";
import type { OutlineNode } from "../outline/node.ts";
import { type ExportContext, type ExportFormat, type ExportMap, firstDay } from "./format.ts";
import { listLinks, nodeUrl, plainLabel } from "./label.ts";

/**
 * A map as OPML 2.0 (http://opml.org/spec2.opml): outliners open it, each node a link to its place. What OPML has no
 * element for is said in those of Dublin Core (https://www.dublincore.org/specifications/dublin-core/dces/).
 */
export function toOpml({ outline }: ExportMap, context: ExportContext): string {
  const { author, lang, licence, published, reviewed, title, url } = context;
  const head = shape("head", {}, [
    shape("title", {}, [title]),
    // The form of dates that OPML asks for, RFC 822's.
    ...(published ? [shape("dateCreated", {}, [firstDay(published).toUTCString()])] : []),
    ...(reviewed ? [shape("dateModified", {}, [firstDay(reviewed).toUTCString()])] : []),
    ...(author ? [shape("ownerName", {}, [author])] : []),
    shape("docs", {}, ["http://opml.org/spec2.opml"]),
    ...(url ? [shape("dc:source", {}, [url])] : []),
    shape("dc:language", {}, [lang]),
    ...(licence ? [shape("dc:rights", {}, [`${licence.name} (${licence.url})`])] : []),
  ]);
  const opml = shape("opml", { version: "2.0", "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
    head,
    shape("body", {}, [toOutline(outline, context)]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(opml)}\n`;
}

function toOutline(node: OutlineNode, context: ExportContext): Shape {
  const url = nodeUrl(node, context);
  // An attribute that outliners agree on; a line has one link of its own.
  const note = listLinks(node, context).join("; ");
  return shape(
    "outline",
    { text: plainLabel(node), type: url && "link", url, _note: note || undefined },
    node.children.map((child) => toOutline(child, context)),
  );
}

/** The outline as outliners nest it: of a view what is open, for not all of them read which lines are. */
export const opml: ExportFormat = {
  isOpen: true,
  extension: "opml",
  label: "OPML",
  purpose: "For outliners: OmniOutliner, Workflowy, Logseq",
  mediaType: "text/x-opml",
  write: toOpml,
};
