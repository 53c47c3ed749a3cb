import { type Shape, shape, toXml } from "../mindmap/shape.ts";
import type { OutlineNode } from "../outline/node.ts";
import type { ExportContext, ExportFormat, ExportMap } from "./format.ts";
import { nodeUrl, plainLabel } from "./label.ts";

/** A map as OPML 2.0 (http://opml.org/spec2.opml): outliners open it, each node a link to its place. */
export function toOpml({ outline }: ExportMap, context: ExportContext): string {
  const { author, reviewed, title, url } = context;
  const head = shape("head", {}, [
    shape("title", {}, [title]),
    ...(reviewed ? [shape("dateModified", {}, [toRfc822(reviewed)])] : []),
    ...(author ? [shape("ownerName", {}, [author])] : []),
    shape("docs", {}, ["http://opml.org/spec2.opml"]),
    ...(url ? [shape("link", {}, [url])] : []),
  ]);
  const opml = shape("opml", { version: "2.0" }, [head, shape("body", {}, [toOutline(outline, context)])]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(opml)}\n`;
}

function toOutline(node: OutlineNode, context: ExportContext): Shape {
  const url = nodeUrl(node, context);
  return shape(
    "outline",
    { text: plainLabel(node), type: url && "link", url },
    node.children.map((child) => toOutline(child, context)),
  );
}

/** The date form that OPML asks for; a date without a day means its first. */
function toRfc822(date: string): string {
  return new Date(date).toUTCString();
}

export const opml: ExportFormat = {
  isOpen: true,
  extension: "opml",
  label: "OPML",
  purpose: "For outliners: OmniOutliner, Workflowy, Logseq",
  mediaType: "text/x-opml",
  write: toOpml,
};
