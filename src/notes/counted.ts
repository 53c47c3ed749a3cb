/**
 * How many there are, as a sentence says it: "1 node", "3 nodes".
 * @param one what a single one is called; several have an s behind it
 */
export function counted(count: number, one: string): string {
  return `${count} ${nounOf(count, one)}`;
}

/** The same without the number. */
export function nounOf(count: number, one: string): string {
  return count === 1 ? one : `${one}s`;
}
