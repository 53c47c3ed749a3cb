import { hasBelow } from "../../mindmap/layout.ts";
import { hashText } from "../../notes/hash.ts";
import { type Levels, isOpenAt, pathTo } from "./folding.ts";
import { isClosed, loadAllBelow } from "./load-below.ts";
import type { MapNode, MapView } from "./map-view.ts";
import { everyNode } from "./node-state.ts";

/** A short name of a node for addresses, in base 36. It stays the same as long as the node's anchor does. */
export function shortName(anchor: string): string {
  return hashText(anchor).toString(36);
}

/** So many levels as are open: of the whole map, or of the branch that is shown alone, the rest being as its author has it. */
export interface FoldLevel {
  levels: Levels;
  of: "whole" | "branch";
}

/** How a map is folded: to a level, or as its author has it, but for some nodes. */
export interface FoldState {
  level?: FoldLevel;
  /** Short names of the nodes whose fold is another than that. */
  toggled: string[];
}

/** Writes how a map is folded as `*3.toggled.toggled`; of a branch `**3`, and without a level what its author has. */
export function formatFolds({ level, toggled }: FoldState): string {
  const start = level ? [`${level.of === "branch" ? "**" : "*"}${level.levels}`] : [];
  return [...start, ...toggled].join(".");
}

/** Reads what `formatFolds` wrote; a level that cannot be read is left out. */
export function parseFolds(text: string): FoldState {
  const words = text.split(".").filter(Boolean);
  const [, stars, levels] = /^(\*\*?)([1-9]|all)$/.exec(words[0] ?? "") ?? [];
  const toggled = words.filter((word) => !word.startsWith("*"));
  if (!stars || !levels) return { toggled };
  const level: FoldLevel = {
    levels: levels === "all" ? levels : Number(levels),
    of: stars === "**" ? "branch" : "whole",
  };
  return { level, toggled };
}

/** Whether what belongs below a node is not shown, be it folded or not loaded yet. */
const isFolded = (node: MapNode) => Boolean(node.payload.fold) || node.children.length === 0;

/** Whether a node is open. */
export type IsOpen = (node: MapNode) => boolean;

/** Remembers the folds of a map as they are now, which is as its author set them. */
export function watchFolds(view: MapView): IsOpen {
  const before = new Map(Array.from(everyNode(view.whole), (node) => [node, !isFolded(node)]));
  // What is loaded later comes folded.
  return (node) => before.get(node) ?? false;
}

/** What is open at a level, or, without one, as the author has it. */
function openAt(whole: MapNode, branch: MapNode | undefined, level: FoldLevel | undefined, byAuthor: IsOpen): IsOpen {
  if (!level) return byAuthor;
  if (level.of === "whole") return (node) => isOpenAt(whole, level.levels, node);
  if (!branch) return byAuthor;
  const inBranch = new Set(everyNode(branch));
  return (node) => (inBranch.has(node) ? isOpenAt(branch, level.levels, node) : byAuthor(node));
}

/**
 * Loads what is to be open and folds a map accordingly; nothing is drawn yet.
 * @param branch short name of the branch that is to be shown alone; "" for none
 * @param isWanted whether that is still so, once all is loaded
 * @returns whether it was
 */
export async function foldAsNamed(
  view: MapView,
  { level, toggled }: FoldState,
  branch: string,
  byAuthor: IsOpen,
  isWanted: () => boolean,
): Promise<boolean> {
  const names = new Set(toggled);
  const isOpen = (): IsOpen => {
    const open = openAt(view.whole, findNamed(view, branch), level, byAuthor);
    return (node) => open(node) !== names.has(shortName(node.payload.id));
  };
  const closed = [...everyNode(view.whole)].filter(isClosed);
  await loadAllBelow(view, closed.filter(isOpen()));
  if (!isWanted()) return false;
  // The branch may have been loaded only now.
  const isOpenNow = isOpen();
  for (const node of everyNode(view.whole)) {
    if (!node.children.length || isOpenNow(node) !== isFolded(node)) continue;
    node.payload = { ...node.payload, fold: isFolded(node) ? 0 : 1 };
  }
  return true;
}

/** The node with a short name; undefined for "". */
export function findNamed(view: MapView, name: string): MapNode | undefined {
  if (!name) return undefined;
  for (const node of everyNode(view.whole)) if (shortName(node.payload.id) === name) return node;
  return undefined;
}

/** The levels that a reader can ask for. */
const LEVELS: readonly Levels[] = ["all", 1, 2, 3, 4, 5, 6];

/** More characters no address has for its folds: servers and programs refuse long ones, some from 2,000 on. */
const LONGEST = 1800;

/**
 * How a map is folded, in the fewest words: the level that is nearest, or what the author has, and the nodes that differ
 * from it. Where those are too many they are left out, but for those that are open to the branch that is shown alone.
 */
export function describeFolds(view: MapView, byAuthor: IsOpen): FoldState {
  const { whole, branch } = view;
  const nodes = [...everyNode(whole)].filter(hasBelow);
  const describe = (level?: FoldLevel) => {
    const isOpen = openAt(whole, branch, level, byAuthor);
    return { level, differing: nodes.filter((node) => isOpen(node) === isFolded(node)) };
  };
  let nearest = describe();
  for (const of of branch ? (["whole", "branch"] as const) : (["whole"] as const)) {
    for (const levels of LEVELS) {
      const other = describe({ levels, of });
      if (other.differing.length < nearest.differing.length) nearest = other;
    }
  }
  const { level, differing } = nearest;
  const named = (some: readonly MapNode[]): FoldState => ({
    ...(level && { level }),
    toggled: some.map((node) => shortName(node.payload.id)),
  });
  const all = named(differing);
  if (formatFolds(all).length <= LONGEST) return all;
  const way = new Set(branch && pathTo(whole, branch));
  return named(differing.filter((node) => way.has(node) && !isFolded(node)));
}
