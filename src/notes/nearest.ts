/**
 * Finds the name that was probably meant: the one that takes the fewest slips of the finger
 * (a letter too many, too few, wrong, or two swapped) to get to, if they are few for its length.
 */
export function findNearest(written: string, names: readonly string[]): string | undefined {
  const typed = written.toLowerCase();
  let best: { name: string; slips: number } | undefined;
  for (const name of names) {
    const most = Math.min(Math.max(1, Math.floor(name.length / 3)), (best?.slips ?? Number.POSITIVE_INFINITY) - 1);
    // Each letter too many or too few is a slip.
    if (Math.abs(name.length - typed.length) > most) continue;
    const slips = countSlips(typed, name.toLowerCase(), most);
    if (slips <= most) best = { name, slips };
  }
  return best?.name;
}

/** The optimal string alignment distance of two words; of those further from one another than `most`, any number above it. */
function countSlips(a: string, b: string, most: number): number {
  const width = b.length + 1;
  // One row after the other: thousands of names may be compared with a word.
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] as number;
  for (let j = 1; j < width; j += 1) table[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i += 1) {
    let least = i;
    table[i * width] = i;
    for (let j = 1; j < width; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let slips = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        slips = Math.min(slips, at(i - 2, j - 2) + 1);
      }
      table[i * width + j] = slips;
      least = Math.min(least, slips);
    }
    // No later row has less than the least of two that follow one another.
    if (Math.min(least, leastBefore) > most) return most + 1;
    leastBefore = least;
  }
  return at(a.length, b.length);
}
