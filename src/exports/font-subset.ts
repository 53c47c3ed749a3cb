import { type FontTables, viewOf } from "./sfnt.ts";

/** Bits of a part of a composed letter (https://learn.microsoft.com/typography/opentype/spec/glyf). */
const PART = { words: 1, scale: 8, more: 32, twoScales: 64, fourScales: 128 };

/**
 * Leaves out of a TrueType font the shapes of all letters but some. What is left keeps its numbers,
 * so the tables that bring letters nearer to each other hold as they are, and words their widths.
 * @param letters code points, and the numbers of their glyphs
 * @param glyphs the numbers of all glyphs that words use, those of `letters` among them
 * @throws RangeError when a table that every TrueType font has is missing
 */
export function subsetFont(
  tables: FontTables,
  letters: ReadonlyMap<number, number>,
  glyphs: ReadonlySet<number>,
): FontTables {
  const [head, places, shapes] = ["head", "loca", "glyf"].map((tag) => {
    const table = tables.get(tag);
    if (!table) throw new RangeError(`The font has no table "${tag}".`);
    return table;
  }) as [Uint8Array, Uint8Array, Uint8Array];
  const isLong = viewOf(head).getInt16(50) === 1;
  const loca = viewOf(places);
  const placeOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const count = places.length / (isLong ? 4 : 2) - 1;
  const shapeOf = (glyph: number) => shapes.subarray(placeOf(glyph), placeOf(glyph + 1));
  const kept = addParts(glyphs, shapeOf);
  const parts = Array.from({ length: count }, (_, glyph) => (kept.has(glyph) ? shapeOf(glyph) : new Uint8Array()));
  const glyf = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const newPlaces = new Uint8Array(places.length);
  const newLoca = viewOf(newPlaces);
  let offset = 0;
  for (const [glyph, part] of [...parts, new Uint8Array()].entries()) {
    if (isLong) newLoca.setUint32(glyph * 4, offset);
    else newLoca.setUint16(glyph * 2, offset / 2);
    glyf.set(part, offset);
    offset += part.length;
  }
  const changed: Record<string, Uint8Array> = { glyf, loca: newPlaces, cmap: writeLetters(letters) };
  return new Map([...tables].map(([tag, bytes]) => [tag, changed[tag] ?? bytes]));
}

/** Glyphs with those that they are composed of, and the one that stands for what is missing. */
function addParts(glyphs: ReadonlySet<number>, shapeOf: (glyph: number) => Uint8Array): Set<number> {
  const kept = new Set<number>();
  const open = [0, ...glyphs];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (kept.has(glyph)) continue;
    kept.add(glyph);
    const bytes = viewOf(shapeOf(glyph));
    if (bytes.byteLength === 0 || bytes.getInt16(0) >= 0) continue;
    let flags = PART.more;
    for (let at = 10; flags & PART.more;) {
      flags = bytes.getUint16(at);
      open.push(bytes.getUint16(at + 2));
      at += flags & PART.words ? 8 : 6;
      at += flags & PART.scale ? 2 : flags & PART.twoScales ? 4 : flags & PART.fourScales ? 8 : 0;
    }
  }
  return kept;
}

/** A `cmap` of one table in format 12, each letter a group of its own. */
function writeLetters(letters: ReadonlyMap<number, number>): Uint8Array {
  const groups = [...letters].sort(([a], [b]) => a - b).flatMap(([letter, glyph]) => [letter, letter, glyph]);
  const bytes = new Uint8Array(28 + groups.length * 4);
  const cmap = viewOf(bytes);
  // One table for Windows, of all of Unicode.
  [0, 1, 3, 10].forEach((value, index) => {
    cmap.setUint16(index * 2, value);
  });
  [12, 12 << 16, bytes.length - 12, 0, groups.length / 3, ...groups].forEach((value, index) => {
    cmap.setUint32(8 + index * 4, value);
  });
  return bytes;
}
