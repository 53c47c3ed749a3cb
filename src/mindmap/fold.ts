import type { OutlineNode } from "../outline/node.ts";

/** Most nodes a map shows at first when its author names no level: what fits a screen at a readable size. */
const READABLE_NODES = 46;

/** Number of nodes on each level, the root's first. */
function countLevels(root: OutlineNode): number[] {
  const counts: number[] = [];
  let level = [root];
  while (level.length) {
    counts.push(level.length);
    level = level.flatMap((node) => node.children);
  }
  return counts;
}

/** The deepest level that can be open while the map stays readable; two levels are always open. */
export function pickExpandLevel(root: OutlineNode, most: number = READABLE_NODES): number {
  const counts = countLevels(root);
  let shown = 1;
  let level = 1;
  while (level < counts.length && (level < 2 || shown + (counts[level] ?? 0) <= most)) {
    shown += counts[level] ?? 0;
    level += 1;
  }
  return level;
}

/**
 * Folds an outline the way markmap opens it: nodes at `expandLevel` and deeper are folded, and so
 * are those whose author said `fold` (1) or `foldAll` (2, with everything below).
 * @param expandLevel levels that stay open, the root being level 1; -1 opens all but what is marked
 * @returns a new tree in which every node with children has `payload.fold` 0 or 1
 */
export function foldOutline(root: OutlineNode, expandLevel: number): OutlineNode {
  const copy = { ...root };
  const open: { node: OutlineNode; level: number; inFoldAll: boolean }[] = [{ node: copy, level: 1, inFoldAll: false }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, level } = item;
    const inFoldAll = item.inFoldAll || node.payload.fold === 2;
    const folded = inFoldAll || node.payload.fold === 1 || (expandLevel >= 0 && level >= expandLevel);
    node.children = node.children.map((child) => ({ ...child }));
    if (node.children.length) node.payload = { ...node.payload, fold: folded ? 1 : 0 };
    for (const child of node.children) open.push({ node: child, level: level + 1, inFoldAll });
  }
  return copy;
}

/** The whole outline, nothing folded. */
export function unfoldOutline(root: OutlineNode): OutlineNode {
  const copy = { ...root };
  const open = [copy];
  for (let node = open.pop(); node; node = open.pop()) {
    const { fold: _, ...payload } = node.payload;
    node.payload = payload;
    node.children = node.children.map((child) => ({ ...child }));
    open.push(...node.children);
  }
  return copy;
}
