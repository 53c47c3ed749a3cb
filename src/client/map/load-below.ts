import type { MapFile } from "../../exports/json.ts";
import type { OutlineNode } from "../../outline/node.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** What is being loaded: whoever else asks for it waits for the same. */
const loading = new WeakMap<MapNode, Promise<void>>();

/**
 * Loads what belongs below a node of the atlas: the outline of its note, whose nodes lead into the
 * note's page.
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
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  const { root } = (await response.json()) as MapFile;
  const prefix = node.payload.id;
  const open: OutlineNode[] = [...root.children];
  for (let child = open.pop(); child; child = open.pop()) {
    const { payload } = child;
    const folded = child.children.length > 0 ? { fold: 1 as const } : {};
    child.payload = {
      ...payload,
      ...folded,
      id: `${prefix}/${payload.id}`,
      href: `${href}#${payload.id}`,
      ...(branch === undefined ? {} : { branch }),
      // A heading of the note is an item here: the note's own title is the larger one.
      tag: payload.tag === "h2" ? "h4" : payload.tag,
    };
    open.push(...child.children);
  }
  node.payload = { ...node.payload, fold: 0 };
  await view.adopt(node, root.children);
}
