import type { MapFile } from "../../exports/json.ts";
import { hasBelow } from "../../mindmap/layout.ts";
import { labelPadding } from "../../mindmap/measure.ts";
import { type MapOptions, labelStyle } from "../../mindmap/theme.ts";
import type { OutlineNode } from "../../outline/node.ts";
import { loadFile } from "../load.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { adoptNodes } from "./node-state.ts";
import { say } from "./say.ts";

/** What is being loaded: whoever else asks for it waits for the same. */
const loading = new WeakMap<MapNode, Promise<void>>();

/** More notes than this take so long that the reader is told. */
const MANY = 50;

/** Whether what belongs below a node is not loaded yet. */
export function isClosed(node: MapNode): boolean {
  return node.children.length === 0 && hasBelow(node);
}

/** Loads what belongs below nodes of the atlas, and says so when some of it cannot be had; they stay folded. */
export async function loadAllBelow(view: MapView, nodes: readonly MapNode[]): Promise<void> {
  const host = view.element.parentElement as HTMLElement;
  if (nodes.length > MANY) say(host, `Opening ${nodes.length} notes …`);
  const loads = await Promise.allSettled(nodes.map((node) => loadBelow(view, node)));
  const failed = loads.find((load) => load.status === "rejected");
  if (failed) say(host, `Not all could be opened. ${failed.reason}`);
}

/**
 * Loads what belongs below a node of the atlas: the outline of its note, whose nodes lead into the
 * note's page. It stays folded: whoever opens it may have to remember that.
 * @throws Error when the file cannot be had
 */
export function loadBelow(view: MapView, node: MapNode): Promise<void> {
  let load = loading.get(node);
  if (!load) {
    load = fetchBelow(view, node).finally(() => loading.delete(node));
    loading.set(node, load);
  }
  return load;
}

async function fetchBelow(view: MapView, node: MapNode): Promise<void> {
  const { source, href = "", branch } = node.payload;
  if (!source) return;
  const { root } = (await (await loadFile(source)).json()) as MapFile;
  const prefix = node.payload.id;
  const open: OutlineNode[] = [...root.children];
  for (let child = open.pop(); child; child = open.pop()) {
    const { payload } = child;
    const folded = child.children.length > 0 ? { fold: 1 as const } : {};
    child.payload = {
      ...payload,
      ...folded,
      ...(payload.tag === "h2" ? asItem(child, view.settings.map) : {}),
      id: `${prefix}/${payload.id}`,
      href: `${href}#${payload.id}`,
      ...(branch === undefined ? {} : { branch }),
    };
    open.push(...child.children);
  }
  node.payload = { ...node.payload, fold: 1 };
  adoptNodes(node, root.children);
}

/** A heading of a note is an item of the atlas: the note's own title is the larger one. */
function asItem(heading: OutlineNode, options: MapOptions): Partial<OutlineNode["payload"]> {
  const ratio = labelStyle("h4").fontSize / labelStyle("h2").fontSize;
  const [width, height] = heading.payload.size ?? [0, 0];
  const padding = labelPadding(heading, options) * 2;
  // It was measured in bold letters, which are no narrower.
  const inner = Math.ceil((width - padding) * ratio);
  return { tag: "h4", size: [inner + padding, Math.max(options.nodeMinHeight, Math.round(height * ratio))] };
}
