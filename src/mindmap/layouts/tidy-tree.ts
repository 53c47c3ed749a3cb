/**
 * A tree to be laid out, in arrays with an entry a node: parents before their children, the children
 * of a node side by side, the root first. The tree grows in one direction ("along"); siblings stand
 * beside one another across it. Arrays and not objects: a map of 10,000 nodes is laid out within a
 * frame, before the engine has compiled anything.
 */
export interface TidyTree {
  /** Index of the node's parent; the root has its own, 0. */
  parents: Int32Array;
  /** Index of the node's first child, and how many it has. */
  firstChildren: Int32Array;
  childCounts: Int32Array;
  /** Where the node ends along the tree's growth. */
  ends: Float64Array;
  /** The node's size across. */
  breadths: Float64Array;
}

/** Makes the arrays for a tree of so many nodes. */
export function createTidyTree(size: number): TidyTree {
  return {
    parents: new Int32Array(size),
    firstChildren: new Int32Array(size),
    childCounts: new Int32Array(size),
    ends: new Float64Array(size),
    breadths: new Float64Array(size),
  };
}

/**
 * Places the nodes of a tree across its growth as close together as their spacing allows, each
 * parent at the middle of its children, in linear time: van der Ploeg, "Drawing non-layered tidy
 * trees in linear time" (Software: Practice and Experience 44, 2014). The result is d3-flextree's;
 * without recursion, so that no depth overflows the stack.
 * @param spacing room that siblings keep between them; others keep twice as much
 * @returns where each node begins across
 */
export function arrangeTree(tree: TidyTree, spacing: number): Float64Array {
  const arrangement = new Arrangement(tree, spacing);
  for (let node = tree.parents.length - 1; node >= 0; node--) arrangement.arrangeChildren(node);
  return arrangement.addShifts();
}

/** No node: the root is never reached from below, so its index is free for it. */
const NONE = 0;

class Arrangement {
  readonly #tree: TidyTree;
  readonly #spacing: number;
  /** Where a node begins across, from its parent's origin. */
  readonly #across: Float64Array;
  /** What is still to be added to the node and all below it. */
  readonly #shifts: Float64Array;
  /** Shares of the room that subtrees pushed apart leave for those between them. */
  readonly #spreads: Float64Array;
  readonly #spreadChanges: Float64Array;
  /** The subtree's nodes that reach farthest on its near and its far side, with the shifts on the way to them. */
  readonly #near: Int32Array;
  readonly #nearShifts: Float64Array;
  readonly #far: Int32Array;
  readonly #farShifts: Float64Array;
  /** Where the contour of a leaf goes on, in the subtree of a sibling of one above it. */
  readonly #nearThreads: Int32Array;
  readonly #farThreads: Int32Array;
  /** The earlier siblings that a new one can touch and where they end, the one reaching farthest along first. */
  readonly #reach: number[] = [];
  readonly #reachEnds: number[] = [];

  constructor(tree: TidyTree, spacing: number) {
    this.#tree = tree;
    this.#spacing = spacing;
    const size = tree.parents.length;
    this.#across = new Float64Array(size);
    this.#shifts = new Float64Array(size);
    this.#spreads = new Float64Array(size);
    this.#spreadChanges = new Float64Array(size);
    this.#near = new Int32Array(size);
    for (let node = 0; node < size; node++) this.#near[node] = node;
    this.#nearShifts = new Float64Array(size);
    this.#far = this.#near.slice();
    this.#farShifts = new Float64Array(size);
    this.#nearThreads = new Int32Array(size);
    this.#farThreads = new Int32Array(size);
  }

  /** Places the subtrees of a node beside one another, and the node at their middle; they are arranged themselves. */
  arrangeChildren(parent: number): void {
    const { firstChildren, childCounts, breadths, ends } = this.#tree;
    const count = childCounts[parent] as number;
    if (count === 0) return;
    const first = firstChildren[parent] as number;
    const last = first + count - 1;
    this.#reach.length = 0;
    this.#extendReach(first, ends[this.#near[first] as number] as number);
    for (let child = first + 1; child <= last; child++) {
      const end = ends[this.#far[child] as number] as number;
      this.#separate(first, child);
      this.#extendReach(child, end);
    }
    this.#spreadChildren(first, last);
    const begin = (this.#across[first] as number) + (this.#shifts[first] as number);
    const end = (this.#across[last] as number) + (this.#shifts[last] as number) + (breadths[last] as number);
    this.#across[parent] = (begin + end - (breadths[parent] as number)) / 2;
    this.#near[parent] = this.#near[first] as number;
    this.#nearShifts[parent] = this.#nearShifts[first] as number;
    this.#far[parent] = this.#far[last] as number;
    this.#farShifts[parent] = this.#farShifts[last] as number;
  }

  /** Adds to every node what was added to those above it. */
  addShifts(): Float64Array {
    const { parents } = this.#tree;
    for (let node = 0; node < parents.length; node++) {
      if (node > 0) (this.#shifts[node] as number) += this.#shifts[parents[node] as number] as number;
      (this.#across[node] as number) += this.#shifts[node] as number;
    }
    return this.#across;
  }

  #extendReach(child: number, end: number) {
    while (this.#reach.length > 0 && end >= (this.#reachEnds[this.#reach.length - 1] as number)) this.#reach.pop();
    this.#reachEnds[this.#reach.length] = end;
    this.#reach.push(child);
  }

  /** Moves a subtree away from its earlier siblings, following the far contour of these and its own near one. */
  #separate(first: number, subtree: number) {
    const { parents, ends, breadths, firstChildren, childCounts } = this.#tree;
    const previous = subtree - 1;
    let touched = this.#reach.length - 1;
    let before = previous;
    let after = subtree;
    let shiftBefore = this.#shifts[before] as number;
    let shiftAfter = this.#shifts[after] as number;
    while (before !== NONE && after !== NONE) {
      const end = ends[before] as number;
      while (touched > 0 && end > (this.#reachEnds[touched] as number)) touched -= 1;
      const room = parents[before] === parents[after] ? this.#spacing : 2 * this.#spacing;
      const edge = shiftBefore + (this.#across[before] as number) + (breadths[before] as number);
      const overlap = edge + room - shiftAfter - (this.#across[after] as number);
      // Next to its sibling the subtree may also move closer, farther out only away.
      if (overlap > 0 || (overlap < 0 && after === subtree && before === previous)) {
        shiftAfter += overlap;
        this.#moveSubtree(subtree, this.#reach[touched] as number, overlap);
      }
      const endAfter = ends[after] as number;
      if (end <= endAfter) {
        const count = childCounts[before] as number;
        before = count ? (firstChildren[before] as number) + count - 1 : (this.#farThreads[before] as number);
        shiftBefore += this.#shifts[before] as number;
      }
      if (end >= endAfter) {
        after = (childCounts[after] ? firstChildren[after] : this.#nearThreads[after]) as number;
        shiftAfter += this.#shifts[after] as number;
      }
    }
    if (after !== NONE) this.#continueNear(first, subtree, after, shiftAfter);
    else if (before !== NONE) this.#continueFar(previous, subtree, before, shiftBefore);
  }

  /** Moves a subtree, and lets those between it and the one it touched share the room. */
  #moveSubtree(subtree: number, touched: number, distance: number) {
    (this.#shifts[subtree] as number) += distance;
    (this.#nearShifts[subtree] as number) += distance;
    (this.#farShifts[subtree] as number) += distance;
    const gaps = subtree - touched;
    if (gaps < 2) return;
    (this.#spreads[touched + 1] as number) += distance / gaps;
    (this.#spreads[subtree] as number) -= distance / gaps;
    (this.#spreadChanges[subtree] as number) -= distance - distance / gaps;
  }

  /** The new subtree reaches farther than those before it: their near contour goes on in it. */
  #continueNear(first: number, subtree: number, node: number, shift: number) {
    const leaf = this.#near[first] as number;
    this.#nearThreads[leaf] = node;
    this.#alignLeaf(leaf, shift - (this.#shifts[node] as number) - (this.#nearShifts[first] as number));
    this.#near[first] = this.#near[subtree] as number;
    this.#nearShifts[first] = this.#nearShifts[subtree] as number;
  }

  /** Those before reach farther than the new subtree: its far contour goes on in them. */
  #continueFar(previous: number, subtree: number, node: number, shift: number) {
    const leaf = this.#far[subtree] as number;
    this.#farThreads[leaf] = node;
    this.#alignLeaf(leaf, shift - (this.#shifts[node] as number) - (this.#farShifts[subtree] as number));
    this.#far[subtree] = this.#far[previous] as number;
    this.#farShifts[subtree] = this.#farShifts[previous] as number;
  }

  /** Gives a leaf the shift its contour goes on with, and leaves it where it is. */
  #alignLeaf(leaf: number, difference: number) {
    (this.#shifts[leaf] as number) += difference;
    (this.#across[leaf] as number) -= difference;
  }

  #spreadChildren(first: number, last: number) {
    let spread = 0;
    let distance = 0;
    for (let child = first; child <= last; child++) {
      spread += this.#spreads[child] as number;
      distance += spread + (this.#spreadChanges[child] as number);
      (this.#shifts[child] as number) += distance;
    }
  }
}
