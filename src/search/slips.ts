import { distance } from "fastest-levenshtein";

/** How many letters there must be for each slip: with fewer it is another word, as short ones are. */
const LETTERS_PER_SLIP = 4;
/** From so many letters on a word has few others near it, whichever are hit; a shorter one is mended by one usual slip. */
const LONG = 9;
/** Fewer letters than these make a name or a word of its own by almost any slip: "spam", "saml" and "same". */
const MIDDLE = 6;
/** A known word that what was typed may be the beginning, or a part, of. */
const SHORTEST_BEGINNING = 7;
const SHORTEST_PART = 5;

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SOUNDS = ["aeiou", "iy", "ck", "sz", "vw"];

/** How far a known word is from what was typed, which may be only a part of it; undefined when it is too far. */
export function costOf(typed: string, known: string, most: number): number | undefined {
  const whole = slipsBetween(typed, known, most);
  if (whole !== undefined) return whole;
  if (typed.length < SHORTEST_PART || known.length <= typed.length) return undefined;
  if (known.includes(typed)) return 1.5;
  // A word still being typed, with a slip at its end.
  return typed.length >= SHORTEST_BEGINNING && known.startsWith(typed.slice(0, -1)) ? 1.6 : undefined;
}

/** How many slips lead from one word to another, where that is likely; undefined where the words are too far from each other. */
export function slipsBetween(typed: string, known: string, most: number): number | undefined {
  const far = countSlips(typed, known);
  const room = roomFor(typed, known);
  if (far > Math.min(most, room) || (far > 0 && typed.length < LONG && !(far === 1 && isUsual(typed, known))))
    return undefined;
  // The first letter is the one that is hit.
  if (typed[0] === known[0]) return far;
  return far < room ? far + 0.4 : undefined;
}

/** Whether a word is so near to another that one may ask whether it was meant. */
export function isNear(typed: string, known: string): boolean {
  return countSlips(typed, known) <= Math.min(2, roomFor(typed, known));
}

function roomFor(a: string, b: string): number {
  return Math.floor(Math.min(a.length, b.length) / LETTERS_PER_SLIP);
}

function countSlips(typed: string, known: string): number {
  // The letters one has more are slips, too: most words need not be compared any further.
  const more = Math.abs(known.length - typed.length);
  if (more > roomFor(typed, known)) return more;
  return isSwapped(typed, known) ? 1 : distance(typed, known);
}

/** Whether the one slip between two words is one that fingers and ears make; in a short word, one that fingers do. */
function isUsual(typed: string, known: string): boolean {
  if (isSwapped(typed, known) || single(typed) === single(known)) return true;
  const isShort = typed.length < MIDDLE;
  // Initials are what they are: one letter more or less makes each of them another.
  if (typed.length !== known.length) return isShort ? typed.length + 1 === known.length && typed.length > 4 : true;
  const at = [...typed].findIndex((letter, place) => letter !== known[place]);
  const [hit = "", meant = ""] = [typed[at], known[at]];
  return (
    areNeighbours(hit, meant) || (!isShort && SOUNDS.some((sound) => sound.includes(hit) && sound.includes(meant)))
  );
}

/** Whether two letters are beside each other on a keyboard. */
function areNeighbours(a: string, b: string): boolean {
  const [[rowA, x] = [], [rowB, y] = []] = [findKey(a), findKey(b)];
  if (rowA === undefined || x === undefined || rowB === undefined || y === undefined) return false;
  return Math.abs(rowA - rowB) <= 1 && Math.abs(x - y) <= 1;
}

/** Row of a key, and its place there; each row begins half a key further to the right. */
function findKey(letter: string): [row: number, place: number] | undefined {
  const row = KEYS.findIndex((keys) => keys.includes(letter));
  return row < 0 ? undefined : [row, (KEYS[row]?.indexOf(letter) ?? 0) + row / 2];
}

/** A word with each letter once where it is doubled. */
export function single(word: string): string {
  return word.replace(/(.)\1+/gu, "$1");
}

/** Whether two neighbouring letters changed places: one slip, though two letters differ. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
