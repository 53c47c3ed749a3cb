/** Cuts a list into pages of a size: a site gets more pages with its notes, not longer ones. */
export function cutPages<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
