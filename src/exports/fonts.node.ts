import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unzlibSync } from "fflate";

export type FontWeight = 400 | 700;

const require = createRequire(import.meta.url);

/** File of the label font in one of the two weights that pages, maps and exports use. */
export function fontFile(weight: FontWeight, format: "woff" | "woff2" = "woff2"): string {
  return require.resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.${format}`,
  );
}

const read = new Map<FontWeight, Uint8Array>();

/** The same font as TrueType, for programs that know no web fonts. */
export function readTrueType(weight: FontWeight): Uint8Array {
  let font = read.get(weight);
  if (!font) {
    font = unpackWoff(readFileSync(fontFile(weight, "woff")));
    read.set(weight, font);
  }
  return font;
}

/** Takes the tables of a font out of their WOFF 1.0 wrapping (https://www.w3.org/TR/WOFF/). */
function unpackWoff(woff: Uint8Array): Uint8Array {
  const source = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = source.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + index * 20;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) => source.getUint32(entry + at)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, checksum, bytes: packed < length ? unzlibSync(bytes) : bytes };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const head = 12 + count * 16;
  const font = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head));
  const target = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  target.setUint32(0, source.getUint32(4));
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, index) => {
    target.setUint16(4 + index * 2, value);
  });
  let offset = head;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    [tag, checksum, offset, bytes.length].forEach((value, part) => {
      target.setUint32(12 + index * 16 + part * 4, value);
    });
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}
