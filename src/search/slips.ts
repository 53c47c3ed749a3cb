import { distance } from "fastest-levenshtein";

/** How far a known word is from what was typed, which may be only a part of it; undefined when it is too far. */
export function costOf(typed: string, known: string, allowed: number): number | undefined {
  const whole = slipsBetween(typed, known, allowed);
  if (whole !== undefined) return whole;
  if (typed.length <= 4 || known.length <= typed.length) return undefined;
  if (known.includes(typed)) return 1.5;
  // A word still being typed is compared with as much of the known one.
  return countSlips(typed, known.slice(0, typed.length)) === 1 ? 1.6 + firstLetter(typed, known) : undefined;
}

/** How many slips lead from one word to another, some more where its first letter is one; undefined when it is too far. */
export function slipsBetween(typed: string, known: string, allowed: number): number | undefined {
  if (Math.abs(known.length - typed.length) > allowed) return undefined;
  const far = countSlips(typed, known);
  const first = firstLetter(typed, known);
  // Of a short word the first letter is the one that is hit.
  return far <= allowed && (allowed > 1 || first === 0) ? far + first : undefined;
}

function firstLetter(typed: string, known: string): number {
  return typed[0] === known[0] ? 0 : 0.4;
}

function countSlips(typed: string, known: string): number {
  return isSwapped(typed, known) ? 1 : distance(typed, known);
}

/** Whether two neighbouring letters changed places: one slip, though two letters differ. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
