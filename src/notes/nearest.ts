/**
 * Finds the name that was probably meant: the one that takes the fewest slips of the finger
 * (a letter too many, too few, wrong, or two swapped) to get to, if they are few for its length.
 */
export function findNearest(written: string, names: readonly string[]): string | undefined {
  const typed = written.toLowerCase();
  let best: { name: string; slips: number } | undefined;
  for (const name of names) {
    const most = Math.max(1, Math.floor(name.length / 3));
    // Each letter too many or too few is a slip; of thousands of names few are left to be looked at.
    if (Math.abs(name.length - typed.length) > most) continue;
    const slips = countSlips(typed, name.toLowerCase());
    if (slips <= most && slips < (best?.slips ?? Number.POSITIVE_INFINITY)) best = { name, slips };
  }
  return best?.name;
}

/** The optimal string alignment distance of two words. */
function countSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, at(beforeLast, j - 2) + 1);
      }
      row.push(slips);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
