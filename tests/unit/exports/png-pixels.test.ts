import { zlibSync } from "fflate";
import { expect, test } from "vitest";
import { type ReadPng, readPixels } from "../../../src/exports/png-pixels.ts";

/** A picture of one byte a pixel, of rows that begin with the number of their filter. */
function png(rows: readonly (readonly number[])[], more: Partial<ReadPng> = {}): ReadPng {
  const size = { width: (rows[0]?.length ?? 1) - 1, height: rows.length, bits: 8, pixelBitlength: 8 };
  // The stream goes on behind the last row.
  const imgData = zlibSync(Uint8Array.from([...rows.flat(), 0]));
  return { ...size, interlaceMethod: 0, transparency: {}, imgData, ...more };
}

test("each filter is undone", () => {
  const rows = [
    [0, 10, 20, 30],
    [1, 10, 10, 10],
    [2, 1, 1, 1],
    [3, 5, 5, 5],
    [4, 1, 1, 1],
  ];
  expect([...readPixels(png(rows))]).toEqual([10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 21, 31]);
});

test("an interlaced picture is put together", () => {
  // The passes of a picture of three by three pixels that has them numbered from 1 (PNG 8.2).
  const rows = [
    [0, 1],
    [0, 3],
    [0, 7, 9],
    [0, 2],
    [0, 8],
    [0, 4, 5, 6],
  ];
  const picture = png(rows, { width: 3, height: 3, interlaceMethod: 1 });
  expect([...readPixels(picture)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("pixels of less than a byte have one each where their palette is transparent, and only there", () => {
  const small = { width: 3, height: 1, bits: 2, pixelBitlength: 2 };
  const rows = [[0, 0b01_10_11_00]];
  expect([...readPixels(png(rows, { ...small, transparency: { indexed: [] } }))]).toEqual([1, 2, 3]);
  expect([...readPixels(png(rows, small))]).toEqual([0b01_10_11_00]);
});

test("a picture that is cut off is none", () => {
  expect(() => readPixels(png([[0, 1, 2]], { height: 2 }))).toThrow("cut off");
});
