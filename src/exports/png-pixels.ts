import { unzlibSync } from "fflate";

/** A PNG as pdfkit's decoder reads it. */
export interface ReadPng {
  width: number;
  height: number;
  /** Bits of one sample, and of all samples of a pixel. */
  bits: number;
  pixelBitlength: number;
  interlaceMethod: number;
  imgData: ArrayLike<number>;
  transparency: { indexed?: unknown };
}

/** Where each pass of an interlaced picture begins, and its steps (PNG 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * The bytes of all pixels, row by row. Of pictures whose palette is transparent every pixel has a byte
 * of its own. The decoder's own way starts a worker from a blob, which the policy of pages forbids.
 * @throws when the picture is cut off or damaged
 */
export function readPixels(png: ReadPng): Uint8Array {
  const { width, height, bits, pixelBitlength: depth } = png;
  const data = unzlibSync(Uint8Array.from(png.imgData));
  const isUnpacked = bits < 8 && png.transparency.indexed !== undefined;
  const step = isUnpacked ? 8 : depth;
  const stride = Math.ceil((width * step) / 8);
  const pixels = new Uint8Array(stride * height);
  let offset = 0;
  for (const [x0, y0, dx, dy] of png.interlaceMethod === 1 ? PASSES : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - x0) / dx);
    const rows = columns > 0 ? Math.ceil((height - y0) / dy) : 0;
    const length = Math.ceil((columns * depth) / 8);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row += 1) {
      if (offset + length >= data.length) throw new Error("a picture of the map is cut off");
      const line = unfilter(
        data.subarray(offset + 1, offset + 1 + length),
        data[offset] ?? 0,
        above,
        Math.max(1, depth >> 3),
      );
      offset += length + 1;
      above = line;
      const target = { bytes: pixels.subarray((y0 + row * dy) * stride), depth: step };
      if (dx === 1 && !isUnpacked) target.bytes.set(line);
      else for (let at = 0; at < columns; at += 1) copyPixel({ bytes: line, depth }, at, target, x0 + at * dx);
    }
  }
  return pixels;
}

/** A row of pixels, of so many bits each. */
interface PixelRow {
  bytes: Uint8Array;
  depth: number;
}

/** Copies the pixel at a place of a row to a place of another, which is as deep or, for less than a byte, deeper. */
function copyPixel(from: PixelRow, at: number, to: PixelRow, x: number): void {
  const { depth } = from;
  if (depth >= 8) {
    const bytes = depth / 8;
    to.bytes.set(from.bytes.subarray(at * bytes, (at + 1) * bytes), x * bytes);
    return;
  }
  const bit = at * depth;
  const sample = ((from.bytes[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  const target = x * to.depth;
  const shift = to.depth === 8 ? 0 : 8 - to.depth - (target & 7);
  to.bytes[target >> 3] = (to.bytes[target >> 3] ?? 0) | (sample << shift);
}

/** Adds to a row what its filter took away (PNG 9.2). */
function unfilter(row: Uint8Array, filter: number, above: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const line = Uint8Array.from(row);
  for (let at = 0; at < line.length; at += 1) {
    const left = line[at - bytes] ?? 0;
    const up = above[at] ?? 0;
    const corner = at < bytes ? 0 : (above[at - bytes] ?? 0);
    line[at] = (line[at] ?? 0) + predict(filter, left, up, corner);
  }
  return line;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((near) => Math.abs(left + up - corner - near)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
