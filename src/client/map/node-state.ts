import type { INode } from "markmap-common";
import type { OutlineNode } from "../../outline/node.ts";
import type { MapNode } from "./map-view.ts";

/** Numbers the nodes of all maps of the page. */
let counter = 0;

/** markmap asks for these of every node; the map itself knows better, and tells where it is asked (`MapView.findElement`). */
const RECT = { x: 0, y: 0, width: 0, height: 0 };
const SIZE: [number, number] = [0, 0];

function createState(parent: MapNode | undefined): INode["state"] {
  counter += 1;
  return { id: counter, depth: (parent?.state.depth ?? 0) + 1, key: "", path: "", rect: RECT, size: SIZE };
}

/**
 * Copies an outline as markmap's nodes and folds them as markmap opens them: those at `expandLevel`
 * and deeper, and all below one whose author said `foldAll` (2).
 * @param expandLevel levels that stay open, the root being level 1; below 0: all but what is marked
 */
export function createMapNodes(root: OutlineNode, expandLevel: number): MapNode {
  const top = createNode(root, undefined);
  const open = [top];
  const inFoldAll = [false];
  for (let node = open.pop(); node; node = open.pop()) {
    const { payload, children } = node;
    const above = inFoldAll.pop() ?? false;
    const foldAll = above || payload.fold === 2;
    const deep = expandLevel >= 0 && node.state.depth >= expandLevel;
    if (payload.fold !== 2 && (above || deep)) node.payload = { ...payload, fold: 1 };
    const copies = new Array<MapNode>(children.length);
    for (let index = 0; index < children.length; index++) {
      const child = createNode(children[index] as OutlineNode, node);
      copies[index] = child;
      open.push(child);
      inFoldAll.push(foldAll);
    }
    node.children = copies;
  }
  return top;
}

function createNode({ content, children, payload }: OutlineNode, parent: MapNode | undefined): MapNode {
  return { content, children, payload, state: createState(parent) } as MapNode;
}

/** Hangs nodes below another. */
export function adoptNodes(parent: MapNode, children: readonly OutlineNode[]): void {
  parent.children = children as MapNode[];
  const open = [parent];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.children) {
      child.state = createState(node);
      open.push(child);
    }
  }
}

/** A node and all below it, in reading order. */
export function* everyNode(root: MapNode): Generator<MapNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as MapNode);
  }
}
