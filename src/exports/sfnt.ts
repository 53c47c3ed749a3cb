import { unzlibSync, zlibSync } from "fflate";

/** A font's tables by their four-letter tags, in the file's order. */
export type FontTables = Map<string, Uint8Array>;

/** What TrueType fonts begin with (https://learn.microsoft.com/typography/opentype/spec/otff). */
const TRUE_TYPE = 0x00010000;
/** "wOFF" */
const WOFF = 0x774f4646;
/** What all words of a font must add up to. */
const MAGIC = 0xb1b0afba;

const padded = (length: number) => (length + 3) & ~3;
/** The numbers of a table, in the order of bytes that fonts have: the greatest first. */
export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Takes the tables of a font out of their WOFF 1.0 wrapping (https://www.w3.org/TR/WOFF/). */
export function readWoff(woff: Uint8Array): FontTables {
  const source = viewOf(woff);
  const tables: FontTables = new Map();
  for (let index = 0; index < source.getUint16(12); index += 1) {
    const entry = 44 + index * 20;
    const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
    const offset = source.getUint32(entry + 4);
    const packed = woff.subarray(offset, offset + source.getUint32(entry + 8));
    tables.set(tag, packed.length < source.getUint32(entry + 12) ? unzlibSync(packed) : packed);
  }
  return tables;
}

/** Writes tables as a TrueType file. */
export function writeTrueType(tables: FontTables): Uint8Array {
  const head = 12 + tables.size * 16;
  const font = new Uint8Array([...tables.values()].reduce((sum, bytes) => sum + padded(bytes.length), head));
  const target = viewOf(font);
  const power = 2 ** Math.floor(Math.log2(tables.size));
  target.setUint32(0, TRUE_TYPE);
  [tables.size, power * 16, Math.log2(power), (tables.size - power) * 16].forEach((value, index) => {
    target.setUint16(4 + index * 2, value);
  });
  let offset = head;
  let entry = 12;
  for (const [tag, bytes] of tables) {
    writeTag(target, entry, tag);
    [checksum(tag, bytes), offset, bytes.length].forEach((value, part) => {
      target.setUint32(entry + 4 + part * 4, value);
    });
    font.set(bytes, offset);
    entry += 16;
    offset += padded(bytes.length);
  }
  const place = placeOf(target, tables.size, "head");
  if (place !== undefined) {
    target.setUint32(place + 8, 0);
    target.setUint32(place + 8, (MAGIC - sum(font)) >>> 0);
  }
  return font;
}

/** Writes tables as a WOFF 1.0 file, which browsers take and which is half as large. */
export function writeWoff(tables: FontTables): Uint8Array {
  const plain = writeTrueType(tables);
  const source = viewOf(plain);
  const parts = [...tables].map(([tag, table]) => {
    const { length } = table;
    const offset = placeOf(source, tables.size, tag) as number;
    const bytes = plain.subarray(offset, offset + length);
    const packed = tag === "head" ? pack(bytes) : packOnce(table);
    return { tag, length, sum: checksum(tag, bytes), bytes: packed.length < length ? packed : bytes };
  });
  const head = 44 + parts.length * 20;
  const woff = new Uint8Array(parts.reduce((size, { bytes }) => size + padded(bytes.length), head));
  const target = viewOf(woff);
  [WOFF, TRUE_TYPE, woff.length, parts.length << 16, plain.length, 1 << 16].forEach((value, index) => {
    target.setUint32(index * 4, value);
  });
  let offset = head;
  for (const [index, { tag, length, sum: own, bytes }] of parts.entries()) {
    const entry = 44 + index * 20;
    writeTag(target, entry, tag);
    [offset, bytes.length, length, own].forEach((value, part) => {
      target.setUint32(entry + 4 + part * 4, value);
    });
    woff.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return woff;
}

const pack = (bytes: Uint8Array) => zlibSync(bytes, { level: 9 });
const packed = new WeakMap<Uint8Array, Uint8Array>();

/** Packs a table that many files of one font share. */
function packOnce(table: Uint8Array): Uint8Array {
  const known = packed.get(table) ?? pack(table);
  packed.set(table, known);
  return known;
}

function writeTag(target: DataView, at: number, tag: string): void {
  for (let index = 0; index < 4; index += 1) target.setUint8(at + index, tag.charCodeAt(index));
}

/** Where a table of a TrueType file begins. */
function placeOf(font: DataView, count: number, tag: string): number | undefined {
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((index) => font.getUint8(entry + index)));
    if (name === tag) return font.getUint32(entry + 8);
  }
  return undefined;
}

/** A table's checksum; that of `head` leaves out the field that makes the whole file's come out. */
function checksum(tag: string, bytes: Uint8Array): number {
  if (tag !== "head") return sum(bytes);
  const copy = bytes.slice();
  viewOf(copy).setUint32(8, 0);
  return sum(copy);
}

function sum(bytes: Uint8Array): number {
  const whole = new Uint8Array(padded(bytes.length));
  whole.set(bytes);
  const words = viewOf(whole);
  let total = 0;
  for (let at = 0; at < whole.length; at += 4) total = (total + words.getUint32(at)) >>> 0;
  return total;
}
