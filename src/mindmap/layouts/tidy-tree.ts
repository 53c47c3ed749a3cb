/**
 * A node of a tree to be laid out. The tree grows in one direction ("along"); siblings stand beside
 * one another across it.
 */
export interface TidyNode<Item> {
  readonly item: Item;
  readonly parent: TidyNode<Item> | undefined;
  readonly children: TidyNode<Item>[];
  /** Where the node begins and ends along the tree's growth. */
  readonly start: number;
  readonly end: number;
  /** Its size across. */
  readonly breadth: number;
  /** Where the node begins across; after `arrangeTree` from the tree's own origin, before from its parent's. */
  across: number;
  /** What is still to be added to the node and all below it. */
  shift: number;
  /** Shares of the room that subtrees pushed apart leave for those between them. */
  spread: number;
  spreadChange: number;
  /** The subtree's nodes that reach farthest on its near and its far side, with the shifts on the way to them. */
  near: Edge<Item>;
  far: Edge<Item>;
  /** Where the contour of a leaf goes on, in the subtree of a sibling of one above it. */
  nearThread: TidyNode<Item> | undefined;
  farThread: TidyNode<Item> | undefined;
}

interface Edge<Item> {
  node: TidyNode<Item>;
  shift: number;
}

/** The earlier siblings that a new one can touch, the one reaching farthest along last. */
interface Reach {
  end: number;
  index: number;
  next: Reach | undefined;
}

/** The room two neighbours keep between them. */
export type Spacing<Item> = (a: TidyNode<Item>, b: TidyNode<Item>) => number;

/** Makes a node without children and hangs it below its parent. */
export function createTidyNode<Item>(
  item: Item,
  parent: TidyNode<Item> | undefined,
  { start, end, breadth }: { start: number; end: number; breadth: number },
): TidyNode<Item> {
  const node: Omit<TidyNode<Item>, "near" | "far"> = {
    item,
    parent,
    children: [],
    start,
    end,
    breadth,
    across: 0,
    shift: 0,
    spread: 0,
    spreadChange: 0,
    nearThread: undefined,
    farThread: undefined,
  };
  const made = node as TidyNode<Item>;
  made.near = { node: made, shift: 0 };
  made.far = { node: made, shift: 0 };
  parent?.children.push(made);
  return made;
}

/**
 * Places the nodes of a tree across its growth as close together as their spacing allows, each
 * parent at the middle of its children, in linear time: van der Ploeg, "Drawing non-layered tidy
 * trees in linear time" (Software: Practice and Experience 44, 2014). The result is d3-flextree's;
 * without recursion, so that no depth overflows the stack, and at a third of its time before the
 * engine has compiled either.
 * @param nodes all nodes, parents before their children and siblings in order; `across` is set
 */
export function arrangeTree<Item>(nodes: readonly TidyNode<Item>[], spacing: Spacing<Item>): void {
  for (let index = nodes.length - 1; index >= 0; index--) arrangeChildren(nodes[index] as TidyNode<Item>, spacing);
  for (const node of nodes) {
    node.shift += node.parent?.shift ?? 0;
    node.across += node.shift;
  }
}

function arrangeChildren<Item>(parent: TidyNode<Item>, spacing: Spacing<Item>) {
  const { children } = parent;
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return;
  let reach = extendReach(first.near.node.end, 0, undefined);
  for (let index = 1; index < children.length; index++) {
    const { end } = (children[index] as TidyNode<Item>).far.node;
    separate(children, index, reach, spacing);
    reach = extendReach(end, index, reach);
  }
  spreadChildren(parent);
  const middle = (first.across + first.shift + last.across + last.shift + last.breadth) / 2;
  parent.across = middle - parent.breadth / 2;
  parent.near = { ...first.near };
  parent.far = { ...last.far };
}

function extendReach(end: number, index: number, reach: Reach | undefined): Reach {
  let next = reach;
  while (next && end >= next.end) next = next.next;
  return { end, index, next };
}

/** Moves a subtree away from its earlier siblings, following the far contour of these and its own near one. */
function separate<Item>(children: TidyNode<Item>[], index: number, reach: Reach, spacing: Spacing<Item>) {
  const subtree = children[index] as TidyNode<Item>;
  const previous = children[index - 1] as TidyNode<Item>;
  let touched: Reach | undefined = reach;
  let before: TidyNode<Item> | undefined = previous;
  let after: TidyNode<Item> | undefined = subtree;
  let shiftBefore = previous.shift;
  let shiftAfter = subtree.shift;
  while (before && after) {
    while (touched?.next && before.end > touched.end) touched = touched.next;
    const overlap = shiftBefore + before.across + before.breadth + spacing(before, after) - shiftAfter - after.across;
    // Next to its sibling the subtree may also move closer, farther out only away.
    if (overlap > 0 || (overlap < 0 && after === subtree && before === previous)) {
      shiftAfter += overlap;
      moveSubtree(children, index, touched?.index ?? 0, overlap);
    }
    const { end } = before;
    if (end <= after.end) {
      before = before.children.at(-1) ?? before.farThread;
      shiftBefore += before?.shift ?? 0;
    }
    if (end >= after.end) {
      after = after.children[0] ?? after.nearThread;
      shiftAfter += after?.shift ?? 0;
    }
  }
  const first = children[0] as TidyNode<Item>;
  if (after) {
    // The new subtree reaches farther than those before it: their near contour goes on in it.
    continueAt(first.near, "nearThread", after, shiftAfter);
    first.near = { ...subtree.near };
  } else if (before) {
    // Those before reach farther: the far contour of the new one goes on in them.
    continueAt(subtree.far, "farThread", before, shiftBefore);
    subtree.far = { ...previous.far };
  }
}

/** Moves a subtree, and lets those between it and the one it touched share the room. */
function moveSubtree<Item>(children: TidyNode<Item>[], index: number, touched: number, distance: number) {
  const subtree = children[index] as TidyNode<Item>;
  subtree.shift += distance;
  subtree.near.shift += distance;
  subtree.far.shift += distance;
  const gaps = index - touched;
  if (gaps < 2) return;
  (children[touched + 1] as TidyNode<Item>).spread += distance / gaps;
  subtree.spread -= distance / gaps;
  subtree.spreadChange -= distance - distance / gaps;
}

/** Lets a contour that ends at a leaf go on at a node of another subtree, whose shift so far is given. */
function continueAt<Item>(edge: Edge<Item>, thread: "nearThread" | "farThread", node: TidyNode<Item>, shift: number) {
  const leaf = edge.node;
  const difference = shift - node.shift - edge.shift;
  leaf[thread] = node;
  leaf.shift += difference;
  leaf.across -= difference;
}

function spreadChildren<Item>({ children }: TidyNode<Item>) {
  let spread = 0;
  let distance = 0;
  for (const child of children) {
    spread += child.spread;
    distance += spread + child.spreadChange;
    child.shift += distance;
  }
}
