import type { OutlineNode } from "../outline/node.ts";

/** Most labels below one another that a map shows at first when its author names no level: what fits a screen at a readable size. */
const READABLE_ROWS = 44;

/** Most children a branch may have and still be open at first; long tables wait until they are asked for. */
const MOST_CHILDREN = 12;

/** Marks branches with very many children as folded, where their author did not say. The tree is changed in place. */
export function foldCrowded(root: OutlineNode): void {
  const open = [...root.children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.children.length > MOST_CHILDREN) node.payload.fold ??= 1;
    open.push(...node.children);
  }
}

/** Number of labels below one another when so many levels are open. */
function countRows(root: OutlineNode, levels: number): number {
  let rows = 0;
  const open = [{ node: root, level: 1 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, level } = item;
    if (node.children.length === 0 || level === levels || node.payload.fold) rows += 1;
    else for (const child of node.children) open.push({ node: child, level: level + 1 });
  }
  return rows;
}

function countLevels(root: OutlineNode): number {
  let levels = 0;
  for (let level = [root]; level.length > 0; level = level.flatMap((node) => node.children)) levels += 1;
  return levels;
}

/** The deepest level that can be open while the map stays readable; two levels are always open. */
export function pickExpandLevel(root: OutlineNode): number {
  const levels = countLevels(root);
  let level = Math.min(2, levels);
  while (level < levels && countRows(root, level + 1) <= READABLE_ROWS) level += 1;
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
