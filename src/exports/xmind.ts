import { strToU8, zipSync } from "fflate";
import type { OutlineNode } from "../outline/node.ts";
import { describeSource, type ExportContext, type ExportFormat, type ExportMap } from "./format.ts";
import { listLinks, nodeUrl, plainLabel } from "./label.ts";

/** A topic of XMind's content.json. */
interface Topic {
  id: string;
  class: "topic";
  title: string;
  href: string | undefined;
  notes?: { plain: { content: string } };
  structureClass?: string;
  branch?: "folded";
  children?: { attached: Topic[] };
}

/** The one date a zip entry may have so that the same map gives the same bytes: the format's first. */
const EPOCH = new Date(1980, 0, 1);

/**
 * A map as XMind has it since 2020: a zip of content.json, metadata.json and manifest.json
 * (https://github.com/xmindltd/xmind-sdk-js).
 */
export function toXMind(map: ExportMap, context: ExportContext): Uint8Array {
  const root = toTopic(map.outline, context, describeSource(context));
  root.structureClass =
    map.layoutName === "both"
      ? "org.xmind.ui.map.unbalanced"
      : `org.xmind.ui.logic.${map.layoutName === "left" ? "left" : "right"}`;
  const sheet = { id: `sheet-${context.id}`, class: "sheet", title: context.title, rootTopic: root };
  const files = {
    "content.json": [sheet],
    "metadata.json": { creator: { name: context.author ?? context.title, version: context.reviewed ?? "" } },
    "manifest.json": { "file-entries": { "content.json": {}, "metadata.json": {} } },
  };
  const entries = Object.entries(files).map(([name, value]) => [name, strToU8(JSON.stringify(value))]);
  // A higher level makes a file by a hundredth smaller, and takes half as long again.
  return zipSync(Object.fromEntries(entries), { level: 3, mtime: EPOCH, os: 0 });
}

/** @param about lines that stand behind its words, before those of its links */
function toTopic(node: OutlineNode, context: ExportContext, about: readonly string[] = []): Topic {
  const topic: Topic = {
    id: node.payload.id,
    class: "topic",
    title: plainLabel(node),
    href: nodeUrl(node, context),
  };
  const lines = [...about, ...listLinks(node, context)];
  if (lines.length > 0) topic.notes = { plain: { content: lines.join("\n") } };
  if (node.payload.fold && node.children.length > 0) topic.branch = "folded";
  if (node.children.length > 0) topic.children = { attached: node.children.map((child) => toTopic(child, context)) };
  return topic;
}

/** A file of XMind's own, with links, notes and folds. */
export const xmind: ExportFormat = {
  extension: "xmind",
  label: "XMind",
  purpose: "For XMind 2020 and later",
  mediaType: "application/vnd.xmind.workbook",
  write: toXMind,
};
